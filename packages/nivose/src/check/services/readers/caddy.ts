/** Caddy: the addresses of its sites, on the ports that its global settings name. */

import { endpointOf } from "../address.ts";
import { eachOf, linesOf, type Reader, type ReadListen, textAt, textsOf } from "./reading.ts";

export const caddy: Reader = (reading) => {
  // settings as JSON stand in the place of all others
  if (Object.keys((reading.value("settings") as object | null) ?? {}).length > 0) return [];
  const global = linesOf(textAt(reading, "globalConfig"));
  const said = (name: string): string | undefined =>
    global
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1)
      .trim();
  const http = Number(said("http_port") ?? 80);
  const https = Number(said("https_port") ?? 443);
  const isPlain = /\boff\b/u.test(said("auto_https") ?? "");
  const sendsOn = !/\bdisable_redirects\b/u.test(said("auto_https") ?? "") && !isPlain;
  const hasHttp3 = !global.some((line) => /^protocols\s/u.test(line) && !/\bh3\b/u.test(line));
  const bound = said("default_bind")?.split(/\s+/u) ?? [undefined];

  const listens: ReadListen[] = adminOf(said("admin"));
  for (const [name, hostName] of eachOf(reading.value("virtualHosts.*.hostName"))) {
    const own = eachOf(reading.value("virtualHosts.*.listenAddresses")).find(([each]) => each === name)?.[1];
    const hosts = textsOf(own).length > 0 ? textsOf(own) : bound;
    const option = textsOf(own).length > 0 ? [["virtualHosts", name, "listenAddresses"]] : [["virtualHosts", name]];
    for (const address of textsOf(hostName)
      .flatMap((text) => text.split(/[\s,]+/u))
      .filter((text) => text !== ""))
      for (const port of portsOf(address, { http, https, isPlain, sendsOn }))
        for (const host of hosts) {
          if (host?.startsWith("unix/") === true) continue;
          listens.push({
            port,
            protocols: ["tcp"],
            host,
            options: portOptions(port, option, { http, https }),
            isForOthers: !isLocal(address),
          });
          if (port === https && port === 443 && hasHttp3)
            listens.push({ port, protocols: ["udp"], host, options: option, isForOthers: false });
        }
  }
  return [...listens, ...promised(listens, said, bound)];
};

/** The ports that the global settings name, as long as no site is there to listen on them: the first one that comes will. */
function promised(
  listens: readonly ReadListen[],
  said: (name: string) => string | undefined,
  bound: readonly (string | undefined)[],
): ReadListen[] {
  const isAdminAlone = listens.every(({ options }) => !options.some((option) => Array.isArray(option)));
  if (!isAdminAlone) return [];
  const ports = ["http_port", "https_port"].map((name) => Number(said(name) ?? 0)).filter((port) => port > 0);
  const hosts = bound.filter((host) => host?.startsWith("unix/") !== true);
  return ports.flatMap((port) =>
    hosts.map((host) => ({ port, protocols: ["tcp"], host, options: ["globalConfig"], isForOthers: false }) as const),
  );
}

/** A port that the global settings name is told where they are. */
function portOptions(
  port: number,
  site: ReadListen["options"],
  { http, https }: { readonly http: number; readonly https: number },
): ReadListen["options"] {
  const isNamed = (port === http && http !== 80) || (port === https && https !== 443);
  return isNamed ? ["globalConfig", ...site] : [...site];
}

function portsOf(
  address: string,
  how: { readonly http: number; readonly https: number; readonly isPlain: boolean; readonly sendsOn: boolean },
): number[] {
  const scheme = /^(https?):\/\//u.exec(address)?.[1];
  const port = endpointOf(address)?.port ?? /:(\d+)(?:\/.*)?$/u.exec(address)?.[1];
  if (port !== undefined) {
    const isSecure = scheme === "https" || (scheme === undefined && Number(port) === how.https);
    return isSecure && how.sendsOn ? [Number(port)] : [Number(port)];
  }
  if (address.includes("{")) return [];
  if (scheme === "http" || (how.isPlain && scheme === undefined)) return [how.http];
  return how.sendsOn ? [how.https, how.http] : [how.https];
}

function isLocal(address: string): boolean {
  return /(?:^|\/\/)(?:localhost|127\.0\.0\.1|[^/]*\.localhost)(?::|\/|$)/u.test(address);
}

function adminOf(said: string | undefined): ReadListen[] {
  if (said === "off" || said?.startsWith("unix") === true) return [];
  const { host = "127.0.0.1", port = 2019 } = endpointOf(said ?? "localhost:2019") ?? {};
  return [{ port, protocols: ["tcp"], host, options: said === undefined ? [] : ["globalConfig"], isForOthers: false }];
}

/** Where reverse proxies pass requests on to. */

import type { OptionPath } from "../hosts/defined.ts";
import { type Endpoint, endpointOf } from "./address.ts";
import { titleOf } from "./listeners.ts";
import { eachOf, linesOf, textsOf } from "./readers/reading.ts";
import type { RunningService } from "./running.ts";

export interface Backend {
  /** Who passes on. */
  readonly proxy: string;
  /** What people call it: the site, its path, the name of the backend. */
  readonly names: readonly string[];
  /** As it is written. */
  readonly text: string;
  readonly host: string;
  readonly port: number;
  readonly option: OptionPath;
}

export function backendsOf(running: readonly RunningService[]): readonly Backend[] {
  return running.flatMap((each) => {
    const found = proxies[each.service]?.(each.values) ?? [];
    return found.flatMap(({ text, names, option }): Backend[] => {
      const endpoint = targetOf(text);
      if (endpoint?.port === undefined || endpoint.host === undefined) return [];
      const { host, port } = endpoint;
      return [{ proxy: titleOf(each), names, text, host, port, option: [...each.path, ...option] }];
    });
  });
}

interface Passed {
  readonly text: string;
  readonly names: readonly string[];
  readonly option: OptionPath;
}

type Values = RunningService["values"];

const proxies: Readonly<Record<string, (values: Values) => readonly Passed[]>> = { nginx, caddy, haproxy, traefik };

/** Nothing of what is computed while a request is answered, nor of UNIX sockets. */
function targetOf(text: string): Endpoint | undefined {
  if (/[${}]|unix[:/]/u.test(text)) return undefined;
  const scheme = /^([a-z0-9+]+):\/\//u.exec(text)?.[1];
  const endpoint = endpointOf(text);
  if (endpoint === undefined || endpoint.port !== undefined) return endpoint;
  const port = scheme === "https" ? 443 : scheme === "http" ? 80 : undefined;
  return { ...endpoint, port };
}

function nginx(values: Values): Passed[] {
  const upstreams = new Map(
    eachOf(values["upstreams.*.servers"]).map(([name, servers]) => [name, eachOf(servers).map(([server]) => server)]),
  );
  const passed = eachOf(values["virtualHosts.*.locations.*.proxyPass"]).flatMap(([site, locations]) =>
    eachOf(locations).flatMap(([location, text]): Passed[] => {
      if (typeof text !== "string") return [];
      const name = endpointOf(text)?.host;
      if (name !== undefined && upstreams.has(name)) return [];
      return [
        {
          text,
          names: [location === "/" ? site : location],
          option: ["virtualHosts", site, "locations", location, "proxyPass"],
        },
      ];
    }),
  );
  const balanced = [...upstreams].flatMap(([name, servers]) =>
    servers.map((text): Passed => ({ text, names: [name], option: ["upstreams", name, "servers", text] })),
  );
  return [...passed, ...balanced];
}

function caddy(values: Values): Passed[] {
  return eachOf(values["virtualHosts.*.extraConfig"]).flatMap(([site, config]) => {
    if (typeof config !== "string") return [];
    return linesOf(config).flatMap((line) => {
      const [word, ...rest] = line.split(/\s+/u);
      if (word !== "reverse_proxy") return [];
      // which requests are meant stands before the servers
      const servers = rest.filter((each) => !/^[/@*{]/u.test(each));
      return servers.map((text): Passed => ({ text, names: [site], option: ["virtualHosts", site, "extraConfig"] }));
    });
  });
}

function haproxy(values: Values): Passed[] {
  let section = "";
  return linesOf(textsOf(values["config"]).join("\n")).flatMap((line) => {
    const [word, name = "", where = "", ...more] = line.split(/\s+/u);
    if (word === "backend" || word === "listen") section = name;
    if (word !== "server" || more.includes("disabled")) return [];
    return [{ text: where.replace(/^ipv[46]@/u, ""), names: [section, name], option: ["config"] }];
  });
}

function traefik(values: Values): Passed[] {
  return eachOf(values["dynamicConfigOptions.http.services.*.loadBalancer.servers.*.url"]).flatMap(([name, urls]) =>
    textsOf(urls).map((text) => ({
      text,
      names: [name],
      option: ["dynamicConfigOptions", "http", "services", name, "loadBalancer", "servers"],
    })),
  );
}

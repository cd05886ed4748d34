/** Nginx: all its virtual hosts share their listeners. */

import { eachOf, linesOf, numberAt, type Reader, type ReadListen, type Reading, textAt, textsOf } from "./reading.ts";
import { endpointOf } from "../address.ts";

export const nginx: Reader = (reading) => {
  const { value } = reading;
  if (textAt(reading, "config") !== "") return written(reading, ["config"]);
  const texts = ["appendConfig", "appendHttpConfig", "commonHttpConfig", "streamConfig", "httpConfig"];
  if (textAt(reading, "httpConfig") !== "") return written(reading, texts);
  const of = (name: string, setting: string): unknown => {
    const all = value(`virtualHosts.*.${setting}`);
    return typeof all === "object" && all !== null ? (all as Record<string, unknown>)[name] : undefined;
  };
  const sites = eachOf(value("virtualHosts.*.listen")).flatMap(([name]) => siteListens(name, of, reading));
  const status =
    value("statusPage") === true
      ? [plain(numberAt(reading, "defaultHTTPListenPort") ?? 80, undefined, ["statusPage"])]
      : [];
  return [...sites, ...status, ...written(reading, texts)];
};

function siteListens(name: string, of: (name: string, setting: string) => unknown, reading: Reading): ReadListen[] {
  const has = (setting: string): boolean => of(name, setting) === true;
  const isSecure = ["addSSL", "forceSSL", "onlySSL", "enableSSL", "rejectSSL"].some(has);
  const http = numberAt(reading, "defaultHTTPListenPort") ?? 80;
  const https = numberAt(reading, "defaultSSLListenPort") ?? 443;
  const listen = [of(name, "listen")]
    .flat()
    .filter((each) => typeof each === "object" && each !== null && "addr" in each);
  const defaults = [reading.value("defaultListen")]
    .flat()
    .filter((each) => typeof each === "object" && each !== null && "addr" in each);
  const isLocal = /^(?:localhost|.*\.(?:localhost|local|internal|test))$/u.test(name);
  const listens: ReadListen[] = [];
  const add = (port: number, host: string | undefined, options: ReadListen["options"]): void => {
    if (host?.startsWith("unix:") === true) return;
    listens.push({ ...plain(port, host, options), isForOthers: !isLocal });
    if (has("quic") && port === https) listens.push({ ...plain(port, host, options), protocols: ["udp"] });
  };
  const own = [["virtualHosts", name, "listen"]];
  for (const each of listen as Listen[]) add(each.port ?? (each.ssl === true ? 443 : 80), each.addr, own);
  if (listen.length > 0) return listens;
  const addresses = textsOf(of(name, "listenAddresses"));
  const usual = textsOf(reading.value("defaultListenAddresses"));
  const at =
    addresses.length > 0
      ? addresses.map((addr): Listen => ({ addr }))
      : defaults.length > 0
        ? (defaults as Listen[])
        : usual.length > 0
          ? usual.map((addr): Listen => ({ addr }))
          : [{ addr: "0.0.0.0" }];
  const site = [["virtualHosts", name]];
  for (const { addr, port, ssl } of at) {
    if (isSecure && ssl !== false) add(port ?? https, addr, [...site, "defaultSSLListenPort"]);
    if (!has("onlySSL") && !has("enableSSL") && ssl !== true)
      add(port ?? http, addr, [...site, "defaultHTTPListenPort"]);
  }
  return listens;
}

interface Listen {
  readonly addr: string;
  readonly port?: number | null;
  readonly ssl?: boolean | null;
}

function plain(port: number, host: string | undefined, options: ReadListen["options"]): ReadListen {
  return { port, protocols: ["tcp"], host, options, isForOthers: false };
}

/** `listen 127.0.0.1:8080 ssl;` in texts. */
function written(reading: Reading, settings: readonly string[]): ReadListen[] {
  return settings.flatMap((setting) =>
    [
      ...linesOf(textAt(reading, setting))
        .join("\n")
        .matchAll(/\blisten\s+([^\s;]+)([^;]*);/gu),
    ].flatMap(([, where = "", more = ""]) => {
      const endpoint = where.startsWith("unix:") ? undefined : endpointOf(where);
      if (endpoint === undefined) return [];
      const protocols = /\b(?:udp|quic)\b/u.test(more) ? (["udp"] as const) : (["tcp"] as const);
      return [{ ...plain(endpoint.port ?? 80, endpoint.host, [setting]), protocols }];
    }),
  );
}

/** Name servers, each with its own way to say where it listens. */

import { type Address, addressOf, endpointOf } from "../address.ts";
import { dns, linesOf, numberAt, type Reader, type ReadListen, textAt, textsOf } from "./reading.ts";

/** It listens on every address one by one, which its two lists choose. */
export const bind: Reader = (reading) => {
  const own = [
    ...atList(textsOf(reading.value("listenOn")), 53, 4, "listenOn"),
    ...atList(textsOf(reading.value("listenOnIpv6")), 53, 6, "listenOnIpv6"),
  ];
  const texts = (["extraOptions", "extraConfig"] as const).flatMap((setting) =>
    [
      ...linesOf(textAt(reading, setting))
        .join("\n")
        .matchAll(/\blisten-on(-v6)?(?:\s+port\s+(\d+))?([^{;]*)\{([^}]*)\}/gu),
    ].flatMap(([, six, port, more = "", list = ""]) =>
      /\b(?:tls|http)\b/u.test(more)
        ? []
        : atList(
            list.split(";").map((each) => each.trim()),
            Number(port ?? 53),
            six === undefined ? 4 : 6,
            setting,
          ),
    ),
  );
  return [...own, ...texts];
};

function atList(list: readonly string[], port: number, family: 4 | 6, option: string): ReadListen[] {
  return list.flatMap((host): ReadListen[] => {
    if (host === "" || host === "none" || host.startsWith("!")) return [];
    const each: Address = { kind: family === 4 ? "each4" : "each6" };
    const address =
      host === "any" ? each : host === "localhost" ? addressOf(family === 4 ? "127.0.0.1" : "::1") : addressOf(host);
    return [{ port, protocols: dns, host, address, options: [option], isForOthers: true }];
  });
}

/** Unless it binds to interfaces, it has the port on all addresses, whatever it answers to. */
export const dnsmasq: Reader = (reading) => {
  const port = numberAt(reading, "settings.port") ?? 53;
  if (port === 0 || !reading.isKnown("settings.port")) return [];
  const hosts = textsOf(reading.value("settings.listen-address")).flatMap((text) => text.split(","));
  const has = (setting: string): boolean =>
    [reading.value(setting)].flat().some((each) => each !== undefined && each !== null && each !== false);
  const isBound = has("settings.bind-interfaces") || has("settings.bind-dynamic");
  const rest = { port, protocols: dns, isForOthers: hosts.length === 0 };
  if (!isBound) return [{ ...rest, host: undefined, options: ["settings.port"] }];
  if (hosts.length > 0)
    return hosts.map((host) => ({ ...rest, host: host.trim(), options: ["settings.listen-address", "settings.port"] }));
  // beside the interfaces that it is told of, it has the loopback one
  if (has("settings.interface"))
    return [{ ...rest, host: "127.0.0.1", options: ["settings.interface", "settings.port"] }];
  return [{ ...rest, host: undefined, address: { kind: "each4" }, options: ["settings.port"] }];
};

export const dnsdist: Reader = (reading) => {
  const lines = linesOf(textAt(reading, "extraConfig"));
  const calls = (name: string): string[] =>
    lines.flatMap((line) =>
      [...line.matchAll(new RegExp(`\\b${name}\\(\\s*\\{?\\s*["']([^"']+)["']`, "gu"))].map(([, where = ""]) => where),
    );
  const at = (where: string, options: readonly string[]): ReadListen[] => {
    const endpoint = endpointOf(where);
    return endpoint === undefined
      ? []
      : [{ port: endpoint.port ?? 53, protocols: dns, host: endpoint.host, options, isForOthers: true }];
  };
  const set = calls("setLocal");
  const own = `${textAt(reading, "listenAddress") || "0.0.0.0"}:${numberAt(reading, "listenPort") ?? 53}`;
  const first =
    set.length > 0 ? set.flatMap((where) => at(where, ["extraConfig"])) : at(own, ["listenPort", "listenAddress"]);
  return [...first, ...calls("addLocal").flatMap((where) => at(where, ["extraConfig"]))];
};

export const unbound: Reader = (reading) => {
  const port = numberAt(reading, "settings.server.port") ?? 53;
  if (!reading.isKnown("settings.server.interface") || !reading.isKnown("settings.server.port")) return [];
  const said = textsOf(reading.value("settings.server.interface"));
  const hosts = said.length > 0 ? said : ["127.0.0.1", "::1"];
  return hosts.map((text) => {
    const [host = "", own] = text.split(/@| /u);
    const isSaid = own !== undefined && /^\d+$/u.test(own);
    const options = [...(isSaid ? [] : ["settings.server.port"]), "settings.server.interface"];
    return { port: isSaid ? Number(own) : port, protocols: dns, host, options, isForOthers: said.length > 0 };
  });
};

/** `.:5353 { … }`, or `. { bind 127.0.0.1 }`. */
export const coredns: Reader = (reading) => {
  const listens: ReadListen[] = [];
  for (const [, zones = "", body = ""] of linesOf(textAt(reading, "config"))
    .join("\n")
    .matchAll(/^([^\s{(][^{\n]*)\{((?:[^{}]|\{[^{}]*\})*)\}/gmu)) {
    const hosts = [...body.matchAll(/^\s*bind\s+(.+)$/gmu)].flatMap(([, list = ""]) => list.trim().split(/\s+/u));
    for (const zone of zones.trim().split(/[\s,]+/u)) {
      if (/^(?:tls|https|grpc|quic):\/\//u.test(zone)) continue;
      const port = Number(/:(\d+)$/u.exec(zone)?.[1] ?? 53);
      for (const host of hosts.length > 0 ? hosts : [undefined])
        listens.push({ port, protocols: dns, host, options: ["config"], isForOthers: true });
    }
  }
  return listens;
};

/** Its stub, for programs of the machine itself. */
export const resolved: Reader = (reading) => {
  const text = textAt(reading, "extraConfig");
  const said = /^\s*DNSStubListener\s*=\s*(\S+)/imu.exec(text)?.[1]?.toLowerCase();
  const protocols = said === "udp" ? (["udp"] as const) : said === "tcp" ? (["tcp"] as const) : dns;
  const more = [...text.matchAll(/^\s*DNSStubListenerExtra\s*=\s*(\S+)/gimu)].map(([, where = ""]) => where);
  const stub = ["no", "false", "0", "off"].includes(said ?? "") ? [] : ["127.0.0.53", "127.0.0.54"];
  return [...stub, ...more].flatMap((where): ReadListen[] => {
    const endpoint = endpointOf(where.replace(/^(?:tcp|udp):/u, ""));
    if (endpoint === undefined) return [];
    return [{ port: endpoint.port ?? 53, protocols, host: endpoint.host, options: [], isForOthers: false }];
  });
};

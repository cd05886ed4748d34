/** Whom name servers ask for what they do not know. */

import { catalogue } from "../../services/catalogue.ts";
import type { OptionPath } from "../hosts/defined.ts";
import { type Endpoint, endpointOf } from "./address.ts";
import { titleOf, unitOf } from "./listeners.ts";
import { eachOf, linesOf, textsOf } from "./readers/reading.ts";
import { isUnknown, type RunningService } from "./running.ts";

export interface Forward {
  readonly unit: string;
  readonly title: string;
  /** As it is written. */
  readonly text: string;
  readonly host: string;
  readonly port: number;
  /** For all names, for those of some domains, or to find the servers for all names. */
  readonly kind: "all" | "some" | "bootstrap";
  readonly option: OptionPath;
}

export function forwardsOf(running: readonly RunningService[]): readonly Forward[] {
  return running.flatMap((each) => {
    const { forwards = [], bootstrap = [] } = catalogue[each.service]!;
    const listed = [
      ...forwards.map((setting) => ({ setting, kind: "all" as const })),
      ...bootstrap.map((setting) => ({ setting, kind: "bootstrap" as const })),
    ].flatMap(({ setting, kind }) =>
      serversIn(each.values[setting]).map((text) => ({ text, kind, option: optionOf(setting) })),
    );
    const own = texts[each.service]?.(each.values) ?? [];
    return [...listed, ...own].flatMap(({ text, kind, option }): Forward[] =>
      asked(text).flatMap(({ server, isForSome }) => {
        const endpoint = serverOf(server);
        if (endpoint?.host === undefined) return [];
        const { host, port = 53 } = endpoint;
        const wide = isForSome && kind === "all" ? "some" : kind;
        return [
          { unit: unitOf(each), title: titleOf(each), text, host, port, kind: wide, option: [...each.path, ...option] },
        ];
      }),
    );
  });
}

/** What is set for each of several is told where all of them are. */
function optionOf(setting: string): string[] {
  const path = setting.split(".");
  const star = path.indexOf("*");
  return star === -1 ? path : path.slice(0, star);
}

/** Lists of texts, and sets of them; Blocky's `{ upstream = …; }` too. */
function serversIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null || isUnknown(value)) return textsOf(value);
  if (Array.isArray(value)) return value.flatMap(serversIn);
  if ("upstream" in value) return serversIn(value.upstream);
  return eachOf(value).flatMap(([, each]) => serversIn(each));
}

/** `[/home.arpa/]127.0.0.1:5353` of AdGuard Home, `/home.arpa/127.0.0.1#5353` of dnsmasq. */
function asked(text: string): { readonly server: string; readonly isForSome: boolean }[] {
  const found = /^(?:\[(\/.*\/)\]|(\/.*\/))(.*)$/u.exec(text.trim());
  const servers = (found === null ? text : found[3]!).trim().split(/\s+/u);
  return (found === null ? servers.slice(0, 1) : servers).map((server) => ({ server, isForSome: found !== null }));
}

/** Servers that are asked by HTTPS or TLS are others, whatever their names are. */
function serverOf(text: string): Endpoint | undefined {
  if (/^(?:https|h3|tls|quic|tcp-tls|sdns):/u.test(text)) return undefined;
  const plain = text.replace(/^(?:tcp\+udp|udp\+tcp|tcp|udp|dns):(?:\/\/)?/u, "");
  const [where = "", port] = plain.split(/[#@]/u);
  const endpoint = endpointOf(where);
  if (endpoint?.host === undefined || !/^(?:localhost|[\d.]+|[0-9a-f:.]+)$/iu.test(endpoint.host)) return undefined;
  return port === undefined || !/^\d+$/u.test(port) ? endpoint : { ...endpoint, port: Number(port) };
}

interface Written {
  readonly text: string;
  readonly kind: Forward["kind"];
  readonly option: OptionPath;
}

/** Of those that say it in a text or in a list of sets. */
const texts: Readonly<Record<string, (values: RunningService["values"]) => readonly Written[]>> = {
  unbound: (values) =>
    [values["settings.forward-zone"]].flat().flatMap((zone) => {
      if (typeof zone !== "object" || zone === null || isUnknown(zone)) return [];
      const { name, "forward-addr": servers } = zone as { readonly name?: unknown; readonly "forward-addr"?: unknown };
      const kind = name === "." || name === '"."' ? "all" : "some";
      return textsOf(servers).map((text): Written => ({ text, kind, option: ["settings", "forward-zone"] }));
    }),
  dnsdist: (values) =>
    [
      ...linesOf(textsOf(values["extraConfig"]).join("\n"))
        .join("\n")
        .matchAll(/\bnewServer\(\s*(\{[^}]*\}|["'][^"']+["'])/gu),
    ].flatMap(([, given = ""]) => {
      const text = /(?:address\s*=\s*)?["']([^"']+)["']/u.exec(given)?.[1];
      // a pool is for what is sent to it, which may be some domains
      const kind = /\bpool\b/u.test(given) ? "some" : "all";
      return text === undefined ? [] : [{ text, kind, option: ["extraConfig"] } as const];
    }),
  coredns: (values) =>
    linesOf(textsOf(values["config"]).join("\n")).flatMap((line) => {
      const [word, from, ...servers] = line.replace("{", "").trim().split(/\s+/u);
      if (word !== "forward") return [];
      return servers.map((text): Written => ({ text, kind: from === "." ? "all" : "some", option: ["config"] }));
    }),
};

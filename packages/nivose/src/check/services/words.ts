/** How services, ports and addresses are written in findings. */

import type { Protocol } from "../../services/service.ts";
import { groupBy } from "./group-by.ts";

/** `Caddy, HAProxy and Nginx` */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** `TCP ports 80 and 443`, `TCP and UDP port 53` */
export function tellPorts(on: readonly { readonly port: number; readonly protocol: Protocol }[]): string {
  const inOrder = on.toSorted((a, b) => a.port - b.port);
  const protocolsOf = groupBy(inOrder, ({ port }) => port);
  const byProtocols = groupBy([...protocolsOf.keys()], (port) =>
    listed([...new Set(protocolsOf.get(port)!.map(({ protocol }) => protocol.toUpperCase()))].toSorted()),
  );
  return listed(
    [...byProtocols].map(
      ([protocols, ports]) => `${protocols} ${ports.length > 1 ? "ports" : "port"} ${listed(ports.map(String))}`,
    ),
  );
}

/** An option as it is written in Nix. */
export function tellOption(path: readonly string[]): string {
  return path.map((name) => (/^[A-Za-z_][\w'-]*$/u.test(name) ? name : JSON.stringify(name))).join(".");
}

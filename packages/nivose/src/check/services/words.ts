/** How services, ports and addresses are written in findings. */

import type { Protocol } from "../../services/service.ts";

/** `Caddy, HAProxy and Nginx` */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** `TCP port 80`, `TCP and UDP port 53` */
export function tellPort(port: number, protocols: readonly Protocol[]): string {
  const names = [...new Set(protocols)].toSorted().map((protocol) => protocol.toUpperCase());
  return `${listed(names)} port ${port}`;
}

/** An option as it is written in Nix. */
export function tellOption(path: readonly string[]): string {
  return path.map((name) => (/^[A-Za-z_][\w'-]*$/u.test(name) ? name : JSON.stringify(name))).join(".");
}

/** `fleet.nix`: what has to be known of each machine before it is evaluated, and to reach it. */

import { nixName, type Plain, nixValue } from "../nix.ts";
import type { Fleet, Host } from "../spec/fleet-spec.ts";

/** A whole file. `extra` are further attributes that a preset keeps of a host, `more` what it keeps beside the hosts. */
export function inventoryText(
  hosts: readonly Host[],
  extra: (host: Host) => Parameters<typeof nixValue>[0] & object = () => ({}),
  more: Readonly<Record<string, Plain>> = {},
): string {
  const entries = hosts.map(
    (host) => `${nixName(host.name)} = ${nixValue({ ...inventoryEntry(host), ...extra(host) })};`,
  );
  const rest = Object.entries(more).map(([name, value]) => `\n\n${nixName(name)} = ${nixValue(value)};`);
  return [
    "# Every machine of this fleet, as plain data: what builds it, how it is reached, and when it is updated.",
    `{ hosts = {\n${entries.join("\n\n")}\n};${rest.join("")} }`,
    "",
  ].join("\n");
}

/** What is not said is as it usually is: `wave` 1, no tags, the host's own name as its address. */
function inventoryEntry(host: Host) {
  return {
    description: host.description === "" ? undefined : host.description,
    kind: host.kind,
    system: host.system,
    address: host.address,
    users: host.users,
    tags: host.tags,
    wave: host.wave,
    dependsOn: host.dependsOn.length === 0 ? undefined : host.dependsOn,
  };
}

/** The systems that hosts run, in a fixed order, and none twice. */
export function systemsOf({ hosts }: Pick<Fleet, "hosts">): string[] {
  return [...new Set(hosts.map(({ system }) => system))].toSorted();
}

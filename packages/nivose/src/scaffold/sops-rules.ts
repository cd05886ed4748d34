/** `.sops.yaml`: who can read which secrets. */

import type { DraftSecret } from "./preset.ts";
import type { Fleet } from "./spec/fleet-spec.ts";

/** Hosts whose key is not known yet are named in a comment, with what to do once it is. */
export function sopsRules(secrets: readonly DraftSecret[], fleet: Fleet): string {
  const operators = fleet.secrets?.operators ?? [];
  const readers = new Set(secrets.flatMap(({ hosts }) => hosts));
  const hosts = fleet.hosts.filter(({ name }) => readers.has(name));
  const known = hosts.filter(({ age }) => age !== undefined);
  const unknown = hosts.filter(({ age }) => age === undefined);
  const isKnown = new Set(known.map(({ name }) => name));
  const lines = [
    "# Who can read which secrets. After a change here: sops updatekeys FILE, for each file that it concerns.",
    "keys:",
    ...operators.map(({ name, age }) => `  - &operator_${name} ${age}`),
    ...known.map(({ name, age }) => `  - &host_${anchor(name)} ${age}`),
    ...unknown.flatMap(({ name, address }) => [
      `  # ${name} has no key yet. Once it is installed: ssh-keyscan -t ed25519 ${address} | ssh-to-age`,
      `  # - &host_${anchor(name)} age1...`,
    ]),
    "",
    "# The first rule that fits a path counts. Each has one key group: several of them would turn on Shamir's secret sharing.",
    "creation_rules:",
    ...secrets.flatMap((secret) => [
      `  - path_regex: ^${secret.path.replaceAll(/[.+?^$()[\]{}|]/gu, String.raw`\$&`)}$`,
      "    key_groups:",
      "      - age:",
      ...operators.map(({ name }) => `          - *operator_${name}`),
      ...secret.hosts.map((name) => `          ${isKnown.has(name) ? "" : "# "}- *host_${anchor(name)}`),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Of a host name. Login names are anchors as they are, and two of them may differ only in this. */
function anchor(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/gu, "_");
}

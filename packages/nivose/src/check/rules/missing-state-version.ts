/** Hosts and homes without a state version of their own. */

import { stateVersions } from "../hosts/facts/state-version.ts";
import { hostPlace } from "../hosts/host-place.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "missing-state-version",
  family: "fleet",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [stateVersions],
  title: "A host without a state version",
  explain:
    "No module of the host says `system.stateVersion` (or `home.stateVersion` of a home), so it is that of the release which is in use. It says where " +
    "services look for the data that they have written: with the next upgrade it changes by itself, and a database may begin anew in an empty folder. " +
    "Write the release with which the machine was installed, and leave it so for good.",
  example: {
    bad: {
      "machine.nix": "{\n}\n",
      "base.nix": base(""),
    },
    good: { "machine.nix": "{\n}\n", "base.nix": base('  system.stateVersion = "24.11";\n') },
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const known = host.fact(stateVersions);
      if (known === undefined) continue;
      const parts = [
        [host.host.kind === "home" ? "home.stateVersion" : "system.stateVersion", known.system] as const,
        ...Object.entries(known.homes).map(
          ([name, each]) => [`home-manager.users.${name}.home.stateVersion`, each] as const,
        ),
      ];
      for (const [option, { isSaid, value }] of parts) {
        if (isSaid !== false) continue;
        const now = value === null ? "" : `, and today it is ${value}`;
        yield {
          text: `no module of ${host.host.name} says '${option}'${now}`,
          at: hostPlace(host, fleet),
          hint: `set '${option}' to the release that it was installed with, and never change it`,
          hosts: [host.host.name],
          class: known.isPartial ? "heuristic" : host.class,
        };
      }
    }
  },
};

function base(more: string): string {
  return `{
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/" = {
    device = "/dev/disk/by-label/nixos";
    fsType = "ext4";
  };
${more}}
`;
}

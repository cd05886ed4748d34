/** Hosts and homes without a state version of their own. */

import { stateVersions } from "../hosts/facts/state-version.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import { isOfOtherRelease } from "../options/other-release.ts";
import { placeForStateVersion, stateVersionsOf } from "../hosts/state-versions.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "missing-state-version",
  family: "fleet",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [stateVersions, failingDefinitions],
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
    for (const host of fleet.hosts)
      for (const each of stateVersionsOf(host)) {
        if (each.isSaid !== false || isMistaken([each.path], host)) continue;
        // the default is that of a release
        const isKnown = each.value !== null && !isOfOtherRelease(host);
        const now = isKnown ? `, and today it is ${each.value}` : "";
        yield {
          text: `no module says '${each.option}'${now}`,
          at: placeForStateVersion(each, host, fleet),
          hint: `set '${each.option}' to the release that it was installed with, and never change it`,
          hosts: [host.host.name],
          class: host.fact(stateVersions)!.isPartial ? "heuristic" : host.class,
        };
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

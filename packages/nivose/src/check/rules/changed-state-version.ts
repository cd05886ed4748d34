/** State versions that a change exchanges. */

import { isAlike } from "../hosts/defined.ts";
import { stateVersions } from "../hosts/facts/state-version.ts";
import { definitionPlace } from "../hosts/option-place.ts";
import { stateVersionsOf } from "../hosts/state-versions.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "changed-state-version",
  family: "fleet",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [stateVersions],
  title: "A state version that the change exchanges",
  explain:
    "The change that is looked at (`--changed`) gives a host or a home another state version. It is no version to be updated: services look for their data " +
    "where that release put them. With another one PostgreSQL begins with an empty database, and a home is put together in another way, while what is there stays where it was. " +
    "Leave it as it is, for the whole life of the machine. Only where a machine is installed anew it changes.",
  example: {
    bad: { "machine.nix": "{\n}\n", "base.nix": base("24.11"), "before:base.nix": base("23.05") },
    good: { "machine.nix": "{\n}\n", "base.nix": base("23.05"), "before:base.nix": base("23.05") },
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const before = fleet.before?.hosts.find(
        ({ host: { flake, attribute } }) => flake === host.host.flake && attribute === host.host.attribute,
      );
      const then = before === undefined ? [] : stateVersionsOf(before);
      for (const { path, option, value } of stateVersionsOf(host)) {
        const old = then.find((each) => isAlike(each.path, path))?.value ?? null;
        if (old === null || value === null || old === value) continue;
        yield {
          text: `the change makes '${option}' ${value}, and it was ${old}`,
          at: definitionPlace(path, "value", host, fleet),
          hint: `write "${old}" again: it is the release that the data of the machine are of`,
          hosts: [host.host.name],
          class: host.class,
        };
      }
    }
  },
};

function base(version: string): string {
  return `{
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/" = {
    device = "/dev/disk/by-label/nixos";
    fsType = "ext4";
  };
  system.stateVersion = "${version}";
}
`;
}

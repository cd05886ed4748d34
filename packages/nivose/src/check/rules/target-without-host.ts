/** Targets of tools that deploy, for which there is no host. */

import { didYouMean, namesSpelledLike } from "../../advice/names.ts";
import type { OutputNames } from "../../fleet/questions/outputs.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";
import { namePlace } from "../hosts/host-place.ts";
import type { HostsRule } from "../rule.ts";
import { besideFlake } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "target-without-host",
  family: "fleet",
  level: "warning",
  class: "heuristic",
  reads: "hosts",
  needs: [],
  title: "A deploy target that is no host",
  explain:
    "deploy-rs and colmena have outputs of their own (`deploy.nodes`, `colmena`), which name machines a second time. A name in them that is " +
    "no host of the fleet is what a renamed or removed host leaves behind: its deploy fails, or reaches a machine that the rest of the fleet " +
    "does not know of. Build these outputs from `nixosConfigurations` (`builtins.mapAttrs`), so that there is one list. The finding is `heuristic`, as " +
    "a node may have another name than its configuration; it is told only if other nodes of the output have the names of hosts.",
  example: {
    bad: exampleFlake("machin"),
    good: exampleFlake("machine"),
  },
  *check(fleet) {
    if (fleet.broken.length > 0) return;
    const hosts = fleet.hosts.map(({ host }) => host.name);
    for (const [flake, names] of fleet.outputs) {
      for (const output of ["deploy", "colmena", "colmenaHive"] as const) {
        const nodes = names[output] ?? [];
        const lost = nodes.filter((name) => !hosts.includes(name) && !isMadeByHive(output, names));
        // names of another kind altogether, such as those in the DNS
        if (lost.length === nodes.length && lost.every((name) => namesSpelledLike(name, hosts).length === 0)) continue;
        for (const name of lost) {
          // what is no NixOS has no configuration among the hosts
          if (namesSpelledLike(name, hosts).length === 0 && deploysOthers(fleet)) continue;
          const at = namePlace(name, flake, output, fleet) ?? { file: besideFlake({ folder: flake }, "flake.nix") };
          yield {
            text: `'${name}' in '${output === "deploy" ? "deploy.nodes" : output}' is no host of the fleet`,
            at,
            hint: didYouMean(namesSpelledLike(name, hosts)) ?? "take it out, or give it the name of a host",
          };
        }
      }
    }
  },
};

function deploysOthers({ repository: { files } }: EvaluatedFleet): boolean {
  const others = /nixOnDroidConfigurations|systemConfigs|activate\.(?:custom|noop|home-manager|darwin)|robotnix/u;
  return [...files.values()].some(({ bytes }) => others.test(Buffer.from(bytes).toString("latin1")));
}

/** Without `nixosConfigurations`, the nodes of colmena are the hosts. */
function isMadeByHive(output: keyof OutputNames, { nixosConfigurations }: OutputNames): boolean {
  return output !== "deploy" && (nixosConfigurations ?? []).length === 0;
}

function exampleFlake(node: string): Readonly<Record<string, string>> {
  return {
    "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { self, nixpkgs, ... }:
    {
      nixosConfigurations.machine = nixpkgs.lib.nixosSystem {
        modules = [ ./machine.nix ];
      };

      deploy.nodes.${node} = {
        hostname = "192.168.1.10";
        profiles = { };
      };
    };
}
`,
    "machine.nix": `{
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/".device = "/dev/disk/by-label/nixos";
  services.openssh.enable = true;
  system.stateVersion = "24.11";
}
`,
  };
}

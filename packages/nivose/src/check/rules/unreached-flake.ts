/** Flakes that others of the repository need, and no host reaches. */

import { flakeText } from "../flakes/declared-inputs.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";
import type { HostsRule } from "../rule.ts";
import type { FlakeSource } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "unreached-flake",
  family: "fleet",
  level: "note",
  class: "heuristic",
  reads: "hosts",
  needs: [],
  title: "A flake that no host reaches",
  explain:
    "Flakes of the repository take this one, and none of the flakes with hosts takes it, neither directly nor through others. If its modules are meant for the hosts, an " +
    "input is missing somewhere, and they run without it. If it serves development only, nothing is wrong, so the finding is `heuristic`.",
  example: {
    bad: exampleFleet("/* no hosts */"),
    good: exampleFleet('inputs.web.url = "path:../web";'),
  },
  *check(fleet) {
    const { flakes } = fleet.repository;
    const withHosts = new Set(fleet.hosts.map(({ host }) => host.flake));
    if (fleet.broken.length > 0 || withHosts.size === 0 || flakes.length < 2) return;
    const reached = reachedFrom(withHosts, fleet);
    for (const flake of flakes) {
      const takers = flakes.filter((other) => !reached.has(other.folder) && takes(other, flake));
      if (reached.has(flake.folder) || takers.length === 0) continue;
      yield {
        text: `no host reaches this flake, which ${takers.map(({ folder }) => `'${folder === "" ? "." : folder}'`).join(" and ")} takes`,
        at: { file: flake.file.name },
        related: takers.flatMap((taker) => inputPlace(taker, flake)),
        hint: "take it as an input where hosts need it; if it is for development only, allow this",
      };
    }
  },
};

function takes({ inputs }: FlakeSource, { folder }: FlakeSource): boolean {
  return inputs.some(({ flake }) => flake === folder);
}

function reachedFrom(start: ReadonlySet<string>, { repository: { flakes } }: EvaluatedFleet): ReadonlySet<string> {
  const reached = new Set(start);
  // a set is walked in the order in which it grows
  for (const folder of reached)
    for (const { flake } of flakes.find((each) => each.folder === folder)?.inputs ?? [])
      if (flake !== undefined) reached.add(flake);
  return reached;
}

function inputPlace(
  { file, inputs }: FlakeSource,
  { folder }: FlakeSource,
): { text: string; at: ReturnType<FlakeSource["file"]["at"]> }[] {
  const name = inputs.find(({ flake }) => flake === folder)?.name;
  const input = name === undefined ? undefined : flakeText(file).inputs.get(name);
  return input === undefined ? [] : [{ text: "taken here", at: file.at(input.at) }];
}

function exampleFleet(input: string): Readonly<Record<string, string>> {
  return {
    "hosts/flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  ${input}

  outputs = inputs: {
    nixosConfigurations.machine = inputs.nixpkgs.lib.nixosSystem {
      modules = [
        ./machine.nix
        (inputs.web.nixosModules.default or { })
      ];
    };
  };
}
`,
    "hosts/machine.nix": `{
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/".device = "/dev/disk/by-label/nixos";
  system.stateVersion = "24.11";
}
`,
    "tools/flake.nix": '{\n  inputs.web.url = "path:../web";\n\n  outputs = { web, ... }: { inherit web; };\n}\n',
    "web/flake.nix": "{\n  outputs = _: { nixosModules.default = { services.nginx.enable = true; }; };\n}\n",
    "flake.nix": "{\n  outputs = _: { };\n}\n",
  };
}

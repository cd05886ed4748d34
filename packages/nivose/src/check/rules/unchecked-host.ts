/** Hosts that no check covers, while others are covered. */

import { hostPlace } from "../hosts/host-place.ts";
import type { HostsRule } from "../rule.ts";
import type { Repository } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "unchecked-host",
  family: "fleet",
  level: "note",
  class: "heuristic",
  reads: "hosts",
  needs: [],
  title: "A host that no check covers",
  explain:
    "The checks of the flake, or the jobs of CI, name other hosts, and not this one: a mistake in it is found only when it is deployed. Make the checks from " +
    "`nixosConfigurations` (`builtins.mapAttrs (_: host: host.config.system.build.toplevel)`), so that none is forgotten. Nothing is said where no host is named at all, nor where CI " +
    "runs something that looks at all of them, such as `nix flake check`. What a check does with a host is not looked at, so the finding is `heuristic`.",
  example: {
    bad: exampleFlake("luna"),
    good: exampleFlake("luna", "sol"),
  },
  *check(fleet) {
    const { repository, checks, broken } = fleet;
    const hosts = fleet.hosts.filter(({ host }) => host.kind === "nixos");
    const jobs = jobsOfCi(repository);
    if (broken.length > 0 || hosts.length < 2 || looksAtAll.test(jobs) || hasJobsForHydra(repository)) return;
    const names = [...checks.values()].flatMap((each) => [...each]);
    const isCovered = (host: string): boolean => {
      const name = host.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
      const word = new RegExp(String.raw`(?<![\w-])${name}(?![\w-])|(?:^|[-_])${name}(?:$|[-_])`, "u");
      return names.some((each) => word.test(each)) || word.test(jobs);
    };
    const covered = hosts.filter(({ host }) => isCovered(host.name));
    if (covered.length === 0 || covered.length < hosts.length / 2) return;
    for (const each of hosts) {
      const { name } = each.host;
      if (covered.includes(each)) continue;
      yield {
        text: `no check and no job of CI names ${name}, and they name ${covered.length === 1 ? "another host" : `${covered.length} others`}`,
        at: hostPlace(each, fleet),
        hint: "make the checks from 'nixosConfigurations', so that no host is forgotten",
        hosts: [name],
      };
    }
  },
};

/** The text of all of them. */
function jobsOfCi({ tracked, read }: Repository): string {
  return [...tracked]
    .filter((file) =>
      /^(?:\.(?:github|forgejo|gitea|woodpecker|circleci|builds)\/.*|\.gitlab-ci|\.build|\.woodpecker|\.drone|\.travis|\.cirrus|garnix|buildbot-nix)\.(?:ya?ml|toml|jsonnet|star)$/u.test(
        file,
      ),
    )
    .map((file) => Buffer.from(read(file) ?? []).toString())
    .join("\n");
}

const looksAtAll =
  /nix flake check|nix-fast-build|nixci|\bom ci\b|omnix|nix-eval-jobs|nivose check|garnix|buildbot|Configurations\b(?!\.\w)|colmena (?:build|apply)|hydra/u;

function hasJobsForHydra({ files }: Repository): boolean {
  return [...files.values()].some(({ bytes }) => Buffer.from(bytes).includes("hydraJobs"));
}

function exampleFlake(...checked: readonly string[]): Readonly<Record<string, string>> {
  const names = checked.map((name) => `"${name}"`).join(" ");
  return {
    "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { self, nixpkgs, ... }:
    {
      nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./machine.nix ]; };
      nixosConfigurations.sol = nixpkgs.lib.nixosSystem { modules = [ ./machine.nix ]; };

      checks.x86_64-linux = nixpkgs.lib.genAttrs [ ${names} ] (
        name: self.nixosConfigurations.\${name}.config.system.build.toplevel
      );
    };
}
`,
    "machine.nix": `{
  nixpkgs.hostPlatform = "x86_64-linux";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/".device = "/dev/disk/by-label/nixos";
  system.stateVersion = "24.11";
}
`,
  };
}

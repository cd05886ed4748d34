/** Hosts that the tool which deploys the others does not know. */

import { hostPlace } from "../hosts/host-place.ts";
import type { HostsRule } from "../rule.ts";
import { rule as targetWithoutHost } from "./target-without-host.ts";

export const rule: HostsRule = {
  code: "host-without-target",
  family: "fleet",
  level: "note",
  class: "certain",
  reads: "hosts",
  needs: [],
  isPedantic: true,
  title: "A host that nothing deploys",
  explain:
    "deploy-rs or colmena deploys at least half of the NixOS hosts of the flake, and not this one. A host that was added to `nixosConfigurations` and forgotten in " +
    "`deploy.nodes` stays as it is while the others are updated. Machines that people update themselves, and images, are no mistake, so the rule is pedantic.",
  example: {
    bad: withSecond(""),
    good: withSecond('      deploy.nodes.second = { hostname = "192.168.1.11"; profiles = { }; };\n'),
  },
  *check(fleet) {
    for (const [flake, { deploy, colmena, colmenaHive }] of fleet.outputs) {
      if (deploy === null || colmena === null || colmenaHive === null) continue;
      const targets = new Set([...deploy, ...colmena, ...colmenaHive]);
      const hosts = fleet.hosts.filter(({ host }) => host.flake === flake && host.kind === "nixos");
      const missing = hosts.filter(({ host }) => !targets.has(host.name));
      if (missing.length === 0 || missing.length > hosts.length / 2) continue;
      for (const each of missing)
        yield {
          text: `no tool deploys ${each.host.name}, as one does with ${count(hosts.length - missing.length)} of its flake`,
          at: hostPlace(each, fleet),
          hint: "add it to the output that the tool reads, best by making that from 'nixosConfigurations'",
          hosts: [each.host.name],
          class: each.class,
        };
    }
  },
};

function count(hosts: number): string {
  return hosts === 1 ? "the other host" : `${hosts} other hosts`;
}

function withSecond(more: string): Readonly<Record<string, string>> {
  const files = targetWithoutHost.example.good as Readonly<Record<string, string>>;
  const second = `      nixosConfigurations.second = nixpkgs.lib.nixosSystem {\n        modules = [ ./machine.nix ];\n      };\n${more}\n`;
  return { ...files, "flake.nix": files["flake.nix"]!.replace("      deploy.nodes", `${second}      deploy.nodes`) };
}

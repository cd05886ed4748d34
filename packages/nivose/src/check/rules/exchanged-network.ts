/** Finds changes after which a machine may not be where it was on its network. */

import { changedHosts } from "../access/changed-hosts.ts";
import { optionPlace } from "../hosts/option-place.ts";
import { reachOf } from "../access/reach.ts";
import { foundationsFact } from "../hosts/facts/foundations.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import type { HostsRule } from "../rule.ts";

const module = (address: string): string => `{
  networking.interfaces.eth0.ipv4.addresses = [
    {
      address = "${address}";
      prefixLength = 24;
    }
  ];
}
`;

export const rule: HostsRule = {
  code: "exchanged-network",
  family: "safety",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [foundationsFact, networkFact, failingDefinitions],
  title: "A change of how a machine is on its network",
  explain:
    "The change (`--changed`) has another program manage the network of a machine, takes its last static address away, or takes away " +
    "the address at which it is deployed. Who deploys loses the connection at that moment, and gets it back only if the " +
    "machine comes up with an address that is known. Deploy it with a way back: a console, or a tool that rolls back by itself " +
    "if it is not confirmed.",
  example: {
    bad: { "machine.nix": "{\n  networking.useDHCP = true;\n}\n", "before:machine.nix": module("192.168.1.10") },
    good: { "machine.nix": module("192.168.1.10"), "before:machine.nix": `# as it was\n${module("192.168.1.10")}` },
  },
  *check(fleet) {
    for (const { host, now, before, earlier, sureness } of changedHosts(foundationsFact, fleet)) {
      const common = { class: sureness, hosts: [host.host.name] };
      if (now.manager !== null && before.manager !== null && now.manager !== before.manager)
        yield {
          ...common,
          text: `this change has ${now.manager} manage the network instead of ${before.manager}`,
          hint: "see that the addresses and names of interfaces are the same, and deploy it with a way back",
          at: optionPlace(
            [
              ["networking", "networkmanager", "enable"],
              ["systemd", "network", "enable"],
              ["networking", "useNetworkd"],
            ],
            host,
            fleet,
          ),
        };
      const addresses = host.fact(networkFact)?.addresses.map(({ address }) => bare(address));
      const old = earlier.fact(networkFact)?.addresses.map(({ address }) => bare(address)) ?? [];
      const target = reachOf(host)?.address ?? reachOf(earlier)?.address;
      if (addresses === undefined || old.length === 0) continue;
      const isTarget = target !== undefined && old.includes(target) && !addresses.includes(target);
      if (!isTarget && addresses.length > 0) continue;
      yield {
        ...common,
        text: isTarget
          ? `this change takes the address ${target} away, at which the machine is deployed`
          : `this change takes the last static address away, which was ${old[0]}`,
        hint: "leave the address until the machine is reached by another one",
        at: optionPlace(
          [
            ["networking", "interfaces"],
            ["systemd", "network", "networks"],
            ["networking", "useDHCP"],
          ],
          host,
          fleet,
        ),
      };
    }
  },
};

function bare(address: string): string {
  return address.split("/", 1)[0]!;
}

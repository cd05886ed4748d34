/** Services that are there for others, on a port that the firewall does not open. */

import type { Found } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import type { HostsRule } from "../rule.ts";
import { addressOf, isLoopback } from "../services/address.ts";
import { backendsOf } from "../services/backends.ts";
import { opennessOf } from "../services/firewall.ts";
import { groupBy } from "../services/group-by.ts";
import type { Listener } from "../services/listener.ts";
import { listenersOf } from "../services/listeners.ts";
import { runningServices } from "../services/running.ts";
import { toldAt } from "../services/told-at.ts";
import { tellOption, tellPorts } from "../services/words.ts";

export const rule: HostsRule = {
  code: "firewall-closed",
  family: "services",
  level: "warning",
  class: "heuristic",
  reads: "hosts",
  needs: [runningServices, networkFact, failingDefinitions],
  title: "A service that the firewall keeps from everybody",
  explain:
    "A service that is there for others on the network listens on an address that they could reach, and the firewall opens none of its " +
    "ports: web servers, name servers, file servers, Jellyfin, Home Assistant and the like. The service runs, and nobody but " +
    "the machine itself can use it.\n\n" +
    "Open the port with the service's own `openFirewall`, or in `networking.firewall`. If only the machine itself is meant, " +
    "let the service listen on `127.0.0.1`.\n\n" +
    "Nothing is said where anything else may let others in: ports that are open on single interfaces, trusted interfaces, rules " +
    "of the fleet's own, Tailscale and other networks of their own, tunnels; of services behind a proxy of the same machine, of " +
    "name servers that the machine itself uses, and of the SSH server.",
  example: {
    bad: `{
  services.jellyfin.enable = true;
}
`,
    good: `{
  services.jellyfin = {
    enable = true;
    openFirewall = true;
  };
}
`,
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const listeners = listenersOf(host);
      for (const [, own] of groupBy(listeners, ({ unit }) => unit)) {
        const found = ofService(own, listeners, host, fleet);
        if (found !== undefined) yield found;
      }
    }
  },
};

function ofService(
  own: readonly Listener[],
  all: readonly Listener[],
  host: EvaluatedHost,
  fleet: EvaluatedFleet,
): Found | undefined {
  // whether one can log in is a matter of its own
  const offered = own.filter(
    ({ isForOthers, service, address }) => isForOthers && service !== "openssh" && !isLoopback(address),
  );
  if (offered.length === 0 || offered.some(({ address }) => address.kind === "unknown")) return undefined;
  const open = own.some(({ port, protocol }) => opennessOf(port, protocol, host, all) !== "closed");
  if (open || offered.some((each) => isForTheMachine(each, host))) return undefined;
  const [{ title, options, firewall }] = offered as [Listener];
  const hint =
    firewall === undefined
      ? "open it in 'networking.firewall', or let the service listen on 127.0.0.1 if nobody else is meant"
      : `open it with '${tellOption(firewall.option)} = true;'`;
  return {
    text: `the firewall lets nobody in on ${tellPorts(offered)}, where ${title} listens`,
    at: toldAt(options, host, fleet).place,
    hint,
    hosts: [host.host.name],
  };
}

/** A proxy passes on to it, or it answers the machine's own questions for names. */
function isForTheMachine({ port, host: written }: Listener, host: EvaluatedHost): boolean {
  const isBehind = backendsOf(host.fact(runningServices) ?? []).some((each) => each.port === port);
  if (isBehind) return true;
  const { nameservers } = host.fact(networkFact) ?? { nameservers: [] };
  const isOwn = nameservers.some((each) => isLoopback(addressOf(each)));
  return port === 53 && isOwn && ["0.0.0.0", "::", "any", "*"].includes(written ?? "*");
}

/** Ports that the fleet opens although nobody who could be reached is behind them. */

import { catalogue } from "../../services/catalogue.ts";
import type { Protocol } from "../../services/service.ts";
import { definedAt } from "../hosts/defined.ts";
import type { Found } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type NetworkFact, networkFact } from "../hosts/facts/network.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import type { HostsRule } from "../rule.ts";
import { isLoopback, tellAddress } from "../services/address.ts";
import { isAllKnown, mayHaveMore } from "../services/enabled.ts";
import { listenersOf } from "../services/listeners.ts";
import { narrowed } from "../services/narrowed.ts";
import { runningServices } from "../services/running.ts";
import { listed, tellPorts } from "../services/words.ts";

export const rule: HostsRule = {
  code: "firewall-open",
  family: "services",
  level: "warning",
  class: "heuristic",
  reads: "hosts",
  needs: [runningServices, networkFact, failingDefinitions],
  title: "An open port that nobody listens on",
  explain:
    "The fleet opens a port in `networking.firewall`, and whoever is known to use this port cannot be reached there: the " +
    "service is off, or it listens on `127.0.0.1` only. Either the port is left over, or the service is not what was meant.\n\n" +
    "Remove the port, turn the service on, or let it listen on an address that others can reach.\n\n" +
    "A port without anybody is told only if a well-known service uses it, and if all that the machine runs is known: no " +
    "containers, no units of the fleet's own, no service that is missing in `data/services`.",
  example: {
    bad: `{
  services.grafana.enable = true;
  networking.firewall.allowedTCPPorts = [ 3000 ];
}
`,
    good: `{
  services.grafana = {
    enable = true;
    settings.server.http_addr = "0.0.0.0";
  };
  networking.firewall.allowedTCPPorts = [ 3000 ];
}
`,
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const network = host.fact(networkFact);
      if (network?.firewall?.isOn !== true || isMistaken([["networking", "firewall"], ["services"]], host)) continue;
      for (const protocol of ["tcp", "udp"] as const)
        for (const port of network.firewall[protocol]) {
          const text = problemOf(port, protocol, host, network);
          if (text !== undefined) yield* told(port, protocol, text, host, fleet);
        }
    }
  },
};

function problemOf(
  port: number,
  protocol: Protocol,
  host: EvaluatedHost,
  network: NetworkFact,
): Pick<Found, "text" | "hint"> | undefined {
  const listeners = listenersOf(host);
  const what = tellPorts([{ port, protocol }]);
  const there = listeners.filter((each) => each.port === port && each.protocol === protocol);
  if (there.some(({ address }) => !isLoopback(address))) return undefined;
  const [first] = there;
  if (first !== undefined) {
    // something else may have the other addresses
    if (network.containers.some(({ isOnHost }) => isOnHost) || network.machines.length > 0 || mayHaveMore(network))
      return undefined;
    const addresses = [...new Set(there.map(({ address, host: written }) => tellAddress(address, written)))];
    return {
      text: `${what} is open, but ${first.title} listens there on ${listed(addresses)} only`,
      hint: "close the port, or let the service listen on an address that others can reach",
    };
  }
  if (!isAllKnown(host, network)) return undefined;
  const usual = Object.values(catalogue).filter(({ listens }) =>
    listens.some(({ usual: its, protocols = ["tcp"] }) => its === port && protocols.includes(protocol)),
  );
  if (usual.length === 0 || port === 22) return undefined;
  const names = usual.map(({ title }) => title);
  return {
    text: `${what} is open, and nobody is known to listen on it`,
    hint: `close it, or turn on what it is for${names.length > 3 ? "" : `, such as ${listed(names)}`}`,
  };
}

function* told(
  port: number,
  protocol: Protocol,
  words: Pick<Found, "text" | "hint">,
  host: EvaluatedHost,
  fleet: EvaluatedFleet,
): Iterable<Found> {
  const option = ["networking", "firewall", protocol === "tcp" ? "allowedTCPPorts" : "allowedUDPPorts"];
  for (const place of definedAt(option, host, fleet.repository)) {
    const at = narrowed(place, String(port), fleet);
    // a port that is computed has its reason elsewhere
    if (at !== place) yield { ...words, at, hosts: [host.host.name] };
  }
}

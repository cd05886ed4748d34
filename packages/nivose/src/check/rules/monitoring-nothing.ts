/** Figures that Prometheus asks for where nobody answers. */

import { catalogue } from "../../services/catalogue.ts";
import { lessSure } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { scrapeTargets } from "../hosts/facts/scrape-targets.ts";
import { optionPlace } from "../hosts/option-place.ts";
import type { HostsRule } from "../rule.ts";
import { endpointOf } from "../services/address.ts";
import { isAllKnown } from "../services/enabled.ts";
import { listenersOf } from "../services/listeners.ts";
import { narrowed } from "../services/narrowed.ts";
import { hostAt } from "../services/network-of.ts";
import { runningServices } from "../services/running.ts";

export const rule: HostsRule = {
  code: "monitoring-nothing",
  family: "services",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [scrapeTargets, networkFact, runningServices, failingDefinitions],
  title: "Figures that are asked for where nobody answers",
  explain:
    "Prometheus asks a port of a machine of the fleet for figures, and nothing listens on that port there. The target is down for ever, and an alarm " +
    "that nobody can end hides the others.\n\n" +
    "Turn the exporter on, take its port from its own option, or leave the target out.\n\n" +
    "Known are targets that are written out (`static_configs`). A port that something unknown could listen on is left alone, unless " +
    "it is one that only an exporter of NixOS has, and that is off: those findings are `heuristic`.",
  example: {
    bad: `{
  services.prometheus = {
    enable = true;
    scrapeConfigs = [
      {
        job_name = "node";
        static_configs = [ { targets = [ "127.0.0.1:9100" ]; } ];
      }
    ];
  };
}
`,
    good: `{
  services.prometheus = {
    enable = true;
    exporters.node.enable = true;
    scrapeConfigs = [
      {
        job_name = "node";
        static_configs = [ { targets = [ "127.0.0.1:9100" ]; } ];
      }
    ];
  };
}
`,
  },
  *check(fleet) {
    for (const host of fleet.hosts)
      for (const { name, targets } of host.fact(scrapeTargets) ?? [])
        for (const text of targets) {
          const { host: written, port } = endpointOf(text) ?? {};
          const target = written === undefined ? undefined : hostAt(written, host, fleet);
          if (target === undefined || target.problem !== undefined || port === undefined) continue;
          const sureness = isNobody(port, target);
          if (sureness === undefined) continue;
          const place = optionPlace([["services", "prometheus", "scrapeConfigs"]], host, fleet);
          yield {
            text: `Prometheus asks ${text} for the figures of '${name}', and nothing listens there`,
            at: narrowed(place, text, fleet),
            hint: `turn on what has these figures${target === host ? "" : ` on ${target.host.name}`}, or leave the target out`,
            hosts: [host.host.name],
            class: lessSure(sureness, lessSure(host.class, target.class)),
          };
        }
  },
};

function isNobody(port: number, target: EvaluatedHost): "certain" | "heuristic" | undefined {
  const network = target.fact(networkFact);
  if (network === undefined || listenersOf(target).some((each) => each.port === port)) return undefined;
  if (isAllKnown(target, network)) return "certain";
  // containers and units of the fleet's own may have taken it
  return exporterPorts.has(port) && network.containers.length === 0 && network.machines.length === 0
    ? "heuristic"
    : undefined;
}

const exporterPorts: ReadonlySet<number> = new Set(
  Object.values(catalogue).flatMap(({ offers = [], ports = {} }) =>
    offers.flatMap(({ kind, port }) => (kind === "metrics" && port !== undefined ? [ports[port]!.number] : [])),
  ),
);

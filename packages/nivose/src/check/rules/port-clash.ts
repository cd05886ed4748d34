/** Services of a host that want the same port. */

import type { Found } from "../finding.ts";
import type { OptionPath } from "../hosts/defined.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import type { HostsRule } from "../rule.ts";
import { clash, tellAddress } from "../services/address.ts";
import { groupBy } from "../services/group-by.ts";
import type { Listener } from "../services/listener.ts";
import { listenersOf } from "../services/listeners.ts";
import { runningServices } from "../services/running.ts";
import { toldAt } from "../services/told-at.ts";
import { listed, tellOption, tellPorts } from "../services/words.ts";

export const rule: HostsRule = {
  code: "port-clash",
  family: "services",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [runningServices, networkFact, failingDefinitions],
  title: "Two services on one port",
  explain:
    "Two services of a host listen on the same port of the same protocol, and their addresses overlap: `0.0.0.0` has all of IPv4, `::` " +
    "all of IPv6, and as a rule IPv4 with it. Only the one that starts first gets the port; the others fail, or restart " +
    "for ever. Nothing says so before the host is deployed.\n\n" +
    "Give one of them another port, or an address of its own. Several web services usually share ports 80 and 443 behind " +
    "one reverse proxy, several name servers port 53 behind one of them.\n\n" +
    "Known are the services of `data/services`, published ports of `virtualisation.oci-containers`, and sockets in " +
    "`systemd.sockets`. Left alone are services of which the fleet writes the configuration file or the start command " +
    "itself, or that run in a network of their own.",
  example: {
    bad: `{
  services.grafana.enable = true;
  services.gitea = {
    enable = true;
    settings.server.HTTP_PORT = 3000;
  };
}
`,
    good: `{
  services.grafana.enable = true;
  services.gitea = {
    enable = true;
    settings.server.HTTP_PORT = 3001;
  };
}
`,
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const byPort = groupBy(listenersOf(host), ({ port }) => port);
      const groups = [...byPort.values()].flatMap(groupsThatClash);
      for (const group of merged(groups)) yield told(group, host, fleet);
    }
  },
};

interface Group {
  readonly listeners: readonly Listener[];
  readonly isSure: boolean;
}

/** Of those on one port, who wants the same as whom, directly or through others. */
function groupsThatClash(listeners: readonly Listener[]): Group[] {
  const left = new Set(listeners);
  const groups: Group[] = [];
  for (const first of listeners) {
    if (!left.delete(first)) continue;
    const members = [first];
    let isSure = false;
    for (const member of members)
      for (const other of left) {
        if (member.protocol !== other.protocol) continue;
        const how = clash(member.address, other.address);
        if (how === false) continue;
        if (member.unit !== other.unit && how === "surely") isSure = true;
        left.delete(other);
        members.push(other);
      }
    if (new Set(members.map(({ unit }) => unit)).size > 1) groups.push({ listeners: members, isSure });
  }
  return groups;
}

/** All ports and protocols that the same services want are one finding. */
function merged(groups: readonly Group[]): Group[] {
  const key = ({ listeners }: Group): string => [...new Set(listeners.map(({ unit }) => unit))].toSorted().join(" ");
  return [...groupBy(groups, key).values()].map((same) => ({
    listeners: same.flatMap(({ listeners }) => listeners),
    isSure: same.some(({ isSure }) => isSure),
  }));
}

function told({ listeners, isSure }: Group, host: EvaluatedHost, fleet: EvaluatedFleet): Found {
  const units = [...groupBy(listeners, ({ unit }) => unit).values()].map((own) => {
    const [first] = own;
    const { place, option } = toldAt(
      own.flatMap(({ options }) => options),
      host,
      fleet,
    );
    const addresses = [...new Set(own.map(({ address, host: written }) => tellAddress(address, written)))];
    // the place that names a port says more than the one that turns the service on
    const isOfPort = option !== undefined && option.at(-1) !== "enable";
    return { title: first!.title, option: first!.options[0]!, place, addresses, isOfPort };
  });
  const [first, ...others] = units.toSorted(
    (a, b) =>
      Number(b.isOfPort) - Number(a.isOfPort) ||
      compare(a.place.file, b.place.file) ||
      (a.place.range?.start ?? -1) - (b.place.range?.start ?? -1),
  );
  const titles = units.map(({ title }) => title).toSorted(compare);
  return {
    text: `${listed(titles)} ${titles.length > 2 ? "all" : "both"} listen on ${tellPorts(listeners)}, and only one of them can have it`,
    at: first!.place,
    hint: hintFor(
      listeners[0]!.port,
      units.map(({ option }) => option),
    ),
    related: others.map(({ title, place, addresses }) => ({
      text: `${title} listens on ${listed(addresses)}`,
      at: place,
    })),
    hosts: [host.host.name],
    class: isSure ? host.class : "heuristic",
  };
}

function hintFor(port: number, options: readonly OptionPath[]): string {
  if (port === 53)
    return "let one of them answer on port 53, and give the others ports or addresses of their own behind it";
  if (port === 80 || port === 443)
    return "let one of them stand in front, and give the others ports of their own behind it";
  const telling = options
    .filter((option) => /port|listen|addr|bind/iu.test(option.at(-1)!))
    .map((option) => `'${tellOption(option)}'`);
  const where = telling.length === 0 ? "" : `, by ${telling.toSorted(compare).join(" or ")}`;
  return `give ${options.length > 2 ? "all but one" : "one"} of them another port${where}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

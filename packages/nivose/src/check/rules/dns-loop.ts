/** Name servers that ask themselves, or one another in a circle. */

import type { Found } from "../finding.ts";
import { lessSure } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import type { HostsRule } from "../rule.ts";
import { addressOf, isLoopback, reaches } from "../services/address.ts";
import { type Forward, forwardsOf } from "../services/forwards.ts";
import type { Listener } from "../services/listener.ts";
import { listenersOf } from "../services/listeners.ts";
import { narrowed } from "../services/narrowed.ts";
import { hostAt } from "../services/network-of.ts";
import { runningServices } from "../services/running.ts";
import { toldAt } from "../services/told-at.ts";

export const rule: HostsRule = {
  code: "dns-loop",
  family: "services",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [runningServices, networkFact, failingDefinitions],
  title: "A name server that asks itself",
  explain:
    "A name server passes on what it does not know to an address at which it listens itself, or to another name server " +
    "that passes it on to the first one, on the same machine or on another one of the fleet. Such a question goes " +
    "round until somebody gives up, and no name outside is found. The same goes for the servers with which it finds its servers " +
    "(bootstrap).\n\n" +
    "A usual cause: `services.bind.forwarders` is `networking.nameservers` if nobody says otherwise, and that is the " +
    "machine itself as soon as it uses its own name server.\n\n" +
    "Name a resolver outside, or one on another port. Forwarders for single domains are part of no circle, and servers " +
    "that are asked by HTTPS or TLS are others.",
  example: {
    bad: `{
  networking.nameservers = [ "127.0.0.1" ];
  services.bind.enable = true;
}
`,
    good: `{
  networking.nameservers = [ "127.0.0.1" ];
  services.bind = {
    enable = true;
    forwarders = [ "9.9.9.9" ];
  };
}
`,
  },
  *check(fleet) {
    const edges = fleet.hosts.flatMap((host) =>
      forwardsOf(host.fact(runningServices) ?? []).flatMap((forward) => edgesOf(forward, host, fleet)),
    );
    for (const edge of edges) if (edge.from === edge.to) yield toItself(edge, fleet);
    for (const circle of circlesOf(edges.filter(({ forward }) => forward.kind === "all"))) yield around(circle, fleet);
  },
};

interface Edge {
  /** A name server on a host. */
  readonly from: string;
  readonly to: string;
  readonly forward: Forward;
  readonly host: EvaluatedHost;
  readonly asked: Listener;
  readonly at: EvaluatedHost;
}

function edgesOf(forward: Forward, host: EvaluatedHost, fleet: EvaluatedFleet): Edge[] {
  const at = hostAt(forward.host, host, fleet);
  if (at === undefined) return [];
  const target = addressOf(forward.host);
  const isReached = ({ port, protocol, address }: Listener): boolean =>
    port === forward.port && protocol === "udp" && reaches(target, address) && (at === host || !isLoopback(address));
  const asked = listenersOf(at).find(isReached);
  if (asked === undefined) return [];
  return [{ from: key(host, forward.unit), to: key(at, asked.unit), forward, host, asked, at }];
}

function key({ host }: EvaluatedHost, unit: string): string {
  return JSON.stringify([host.flake, host.attribute, unit]);
}

function toItself({ forward, host }: Edge, fleet: EvaluatedFleet): Found {
  const { title, text, kind, option } = forward;
  const what = {
    all: "asks",
    some: "asks for some domains",
    bootstrap: "finds the servers that it asks with",
  }[kind];
  const { place } = toldAt([option, ["networking", "nameservers"]], host, fleet);
  return {
    text: `${title} ${what} ${text}, which is itself`,
    at: narrowed(place, text, fleet),
    hint: "name a resolver outside, such as 9.9.9.9, or another one by its own port",
    hosts: [host.host.name],
    // dnsmasq notices, and leaves such a server out
    class: forward.unit === "dnsmasq" ? "heuristic" : host.class,
  };
}

/** One for every way round, from its first name server on. */
function circlesOf(edges: readonly Edge[]): Edge[][] {
  const found = new Map<string, Edge[]>();
  const walk = (trail: readonly Edge[]): void => {
    for (const next of edges.filter(({ from, to }) => from === trail.at(-1)!.to && from !== to)) {
      if (next.to === trail[0]!.from) {
        const circle = [...trail, next];
        const name = circle
          .map(({ from }) => from)
          .toSorted()
          .join(" ");
        if (!found.has(name)) found.set(name, circle);
      } else if (trail.every(({ from, to }) => from !== next.to && to !== next.to)) walk([...trail, next]);
    }
  };
  for (const edge of edges) if (edge.from !== edge.to) walk([edge]);
  return [...found.values()];
}

function around(circle: readonly Edge[], fleet: EvaluatedFleet): Found {
  const isOneHost = circle.every(({ host, at }) => host === at);
  const name = (title: string, { host }: EvaluatedHost): string => (isOneHost ? title : `${title} on ${host.name}`);
  const way = circle.map(({ forward, host, asked, at }) => ({
    text: `${name(forward.title, host)} asks ${name(asked.title, at)} at ${forward.text}`,
    at: narrowed(toldAt([forward.option, ["networking", "nameservers"]], host, fleet).place, forward.text, fleet),
  }));
  const [first, ...others] = way;
  return {
    text: `name servers ask one another in a circle: ${way.map(({ text }) => text).join(", ")}`,
    at: first!.at,
    related: others,
    hint: "let one of them ask a resolver outside instead, such as 9.9.9.9",
    hosts: [...new Set(circle.map(({ host }) => host.host.name))].toSorted(),
    class: circle.map(({ host }) => host.class).reduce(lessSure),
  };
}

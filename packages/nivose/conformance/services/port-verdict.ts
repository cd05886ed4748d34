/** The ports of an entry beside those that check reads of the system, and those that its firewall, sockets and units have. */

import type { Listener } from "../../src/check/services/listener.ts";
import { catalogue } from "../../src/services/catalogue.ts";
import type { Port, Protocol } from "../../src/services/operation.ts";
import type { Service } from "../../src/services/service.ts";
import { numberOf, servicesOf, type Wish } from "./module.ts";
import type { System } from "./question.ts";
import type { Verdict } from "./verdict.ts";

interface NamedPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: Protocol;
  readonly port: Port;
}

export function portVerdict(wish: Wish, system: System, listeners: readonly Listener[]): Verdict {
  const all = portsOf(wish);
  const { listens } = catalogue[wish.name]!;
  // every exporter has a port of its own, which no entry can say for all
  const isOpenEnded =
    listens.length > 0 && listens.every(({ usual, only }) => usual === undefined && only === undefined);
  const isSaid = ({ port, protocol }: Listener): boolean =>
    (isOpenEnded && all.length === 0) || all.some((each) => each.number === port && each.protocol === protocol);
  return {
    problems: listeners
      .filter((each) => each.service === wish.name && !isSaid(each))
      .map(({ unit, port, protocol }) => `check reads ${port}/${protocol} of ${unit}, of which the entry says nothing`),
    unseen: all
      .filter((each) => !isSeen(each, system, listeners))
      .map(({ name, number, protocol }) => `${name} ${number}/${protocol}`),
  };
}

function portsOf(wish: Wish): NamedPort[] {
  return Object.entries(catalogue[wish.name]!.ports ?? {}).flatMap(([name, port]) =>
    (port.protocols ?? ["tcp"]).map((protocol) => ({ name, number: numberOf(wish, name), protocol, port })),
  );
}

function isSeen({ number, protocol }: NamedPort, system: System, listeners: readonly Listener[]): boolean {
  const { open, sockets, services } = system;
  return (
    // what no option of the system says, check has from the catalogue as well
    listeners.some((each) => each.port === number && each.protocol === protocol && each.options.length > 1) ||
    open[protocol].includes(number) ||
    Object.values(sockets).some((streams) => streams.some((stream) => endsWith(stream, number))) ||
    Object.values(services).some(({ text }) => isIn(text, number))
  );
}

function endsWith(stream: string, number: number): boolean {
  return new RegExp(`(?:^|:)${number}$`, "u").test(stream);
}

function isIn(text: string, number: number): boolean {
  return new RegExp(`(?<![\\d.])${number}(?![\\d.])`, "u").test(text);
}

/** With all options on that open it. */
export function firewallVerdict(wish: Wish, system: System, empty: System): Verdict {
  if (!wish.isFull) return { problems: [], unseen: [] };
  const all = portsOf(wish);
  const closed = all.filter((each) => {
    const option = openingOf(catalogue[wish.name]!, each.port);
    return option !== undefined && each.port.reach !== "host" && !isOpen(each, system);
  });
  const more = (["tcp", "udp"] as const).flatMap((protocol) =>
    system.open[protocol]
      .filter((number) => !empty.open[protocol].includes(number))
      .filter((number) => !all.some((each) => each.number === number && each.protocol === protocol))
      .map((number) => `opens ${number}/${protocol} too`),
  );
  return {
    problems: closed.map(({ name, number, protocol }) => `the firewall does not open ${name} ${number}/${protocol}`),
    // of others that it needs nothing is asked here
    unseen: servicesOf(wish).length === 1 ? more : [],
  };
}

function openingOf({ firewall }: Service, port: Port): string | undefined {
  const option = port.firewall ?? firewall;
  return option === false ? undefined : option;
}

function isOpen({ number, protocol }: NamedPort, { open, network }: System): boolean {
  return open[protocol].includes(number) || isIn(network.firewall?.rules ?? "", number);
}

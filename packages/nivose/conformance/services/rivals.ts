/** Services that want the same port if nobody says otherwise, as the catalogue says. */

import { type Address, addressOf, clash } from "../../src/check/services/address.ts";
import type { Listener } from "../../src/check/services/listener.ts";
import { catalogue } from "../../src/services/catalogue.ts";
import type { Protocol } from "../../src/services/service.ts";

export interface Rivals {
  readonly port: number;
  readonly protocol: Protocol;
  readonly services: readonly string[];
}

/** All who want a port, port by port. */
export function rivalsAmong(names: readonly string[]): Rivals[] {
  const found = new Map<string, Rivals>();
  for (const name of names)
    for (const { number: port, protocols = ["tcp"] } of Object.values(catalogue[name]!.ports ?? {}))
      for (const protocol of protocols as readonly Protocol[]) {
        const others = found.get(`${port}/${protocol}`)?.services ?? [];
        found.set(`${port}/${protocol}`, { port, protocol, services: [...new Set([...others, name])] });
      }
  return [...found.values()].filter(({ services }) => services.length > 1);
}

/** Each two of them. */
export function pairsOf({ services, ...rest }: Rivals): Rivals[] {
  return services.flatMap((first, index) =>
    services.slice(index + 1).map((second) => ({ ...rest, services: [first, second] })),
  );
}

/** Whether the two of a pair are in the way of each other by their entries, and by what check reads of their system. */
export function judgedPair({ port, protocol, services }: Rivals, listeners: readonly Listener[]): Judged {
  const said = services.map((name) => saidOf(name, port, protocol));
  const read = services.map((name) =>
    listeners.filter((each) => each.service === name && each.port === port && each.protocol === protocol),
  );
  return {
    isSaid: meet(said[0]!, said[1]!),
    isRead: meet(
      read[0]!.map(({ address }) => address),
      read[1]!.map(({ address }) => address),
    ),
    where: services.map(
      (name, index) => `${name} on ${read[index]!.map(({ host }) => host ?? "all addresses").join(", ") || "none"}`,
    ),
  };
}

export interface Judged {
  readonly isSaid: boolean;
  readonly isRead: boolean;
  /** The addresses that check reads. */
  readonly where: readonly string[];
}

function saidOf(name: string, port: number, protocol: Protocol): Address[] {
  return Object.values(catalogue[name]!.ports ?? {})
    .filter(({ number, protocols = ["tcp"] }) => number === port && protocols.includes(protocol))
    .flatMap(({ address = "", isEach }) =>
      isEach === true ? [{ kind: "each4" }, { kind: "each6" }] : address.split(",").map(addressOf),
    );
}

function meet(first: readonly Address[], second: readonly Address[]): boolean {
  return first.some((one) => second.some((other) => clash(one, other) !== false));
}

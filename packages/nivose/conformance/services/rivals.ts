/** Services that want the same port if nobody says otherwise, as the catalogue says. */

import { clash } from "../../src/check/services/address.ts";
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

/** Those of a pair of which check does not read that they are on the port in the way of each other. */
export function unseenAmong({ port, protocol, services }: Rivals, listeners: readonly Listener[]): readonly string[] {
  const of = (name: string): readonly Listener[] =>
    listeners.filter((each) => each.service === name && each.port === port && each.protocol === protocol);
  const [first = [], second = []] = services.map(of);
  const meet = first.some((one) => second.some((other) => clash(one.address, other.address) !== false));
  if (meet) return [];
  return services.map(
    (name) =>
      `${name} ${
        of(name)
          .map(({ host }) => host ?? "everywhere")
          .join(", ") || "not at all"
      }`,
  );
}

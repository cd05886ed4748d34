/** What is known of a service of NixOS: a file of `data/services`, checked by `tests/services/catalogue.test.ts`. */

export interface Service {
  /** As people write it. */
  readonly title: string;
  /** Where its options are, with an `enable` among them. `*` stands for the name of each of several. All others are relative to it. */
  readonly options: string;
  /** What runs it, if it is not called like the service. */
  readonly unit?: string;
  /** The option by which it opens the firewall itself. */
  readonly firewall?: string;
  /** Where it listens, if that can be said as data. */
  readonly listens: readonly Listen[];
  /** Who reads where it listens from its settings, if it cannot; and the settings that it takes for that. */
  readonly reader?: string;
  readonly reads?: readonly string[];
  /** Of a name server: what it asks for everything that it does not know, and what it finds these servers with. */
  readonly forwards?: readonly string[];
  readonly bootstrap?: readonly string[];
  /** Options that 24.11 has not, and the release that brought them. */
  readonly since?: Readonly<Record<string, string>>;
}

export interface Listen {
  /** `tcp`, if nothing is said. */
  readonly protocols?: readonly Protocol[];
  /** The option with the port, or with addresses that a port may be part of; of several the first that has a value. */
  readonly port?: string | readonly string[];
  /** If the option says nothing. */
  readonly usual?: number | readonly string[];
  readonly address?: string;
  /** All addresses, if nothing is said. */
  readonly usualAddress?: string | readonly string[];
  /** It listens only if this one is set to something that is not false, or to the value that is named; or only if it is not. */
  readonly only?: Condition;
  readonly unless?: Condition;
  /** Where its firewall option is another one than the service's, or there is none. */
  readonly firewall?: string | false;
  /** Whether it is there for others on the network, so that it is of no use if they cannot reach it. */
  readonly isForOthers?: boolean;
}

export type Condition = string | readonly [setting: string, value: string];

export type Protocol = "tcp" | "udp";

/** All that is asked of a host about a service. */
export function settingsOf(service: Service): string[] {
  const ofListens = service.listens.flatMap(({ port, address, only, unless, firewall }) => [
    ...[port ?? []].flat(),
    address,
    [only ?? []].flat()[0],
    [unless ?? []].flat()[0],
    firewall === false ? undefined : firewall,
  ]);
  const all = [
    ...ofListens,
    service.firewall,
    ...(service.reads ?? []),
    ...(service.forwards ?? []),
    ...(service.bootstrap ?? []),
  ];
  return [...new Set(all.filter((each) => each !== undefined))];
}

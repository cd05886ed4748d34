/** What is known of a service of NixOS: a file of `data/services`, checked by `schema.ts` and by `tests/services/catalogue.test.ts`. */

import type { Health, Metrics, Need, Offer, Port, Protocol, Question, Releases, Secret, State } from "./operation.ts";
import type { Settings } from "./settings.ts";

export type { Protocol } from "./operation.ts";

export interface Service {
  /** Of the entry: a greater one than that of what was once written from it means that it would be written differently now. */
  readonly version: number;
  /** What earlier versions said in another way, by their numbers: with it, what was written then is known. */
  readonly earlier?: Readonly<Record<string, Partial<Service>>>;
  /** As people write it. */
  readonly title: string;
  /** One line, for lists. */
  readonly purpose: string;
  /** Where its options are, with an `enable` among them. `*` stands for the name of each of several. All others are relative to it. */
  readonly options: string;
  /** There is no `enable`: it is on if there is something at `options`. */
  readonly isOnIfPresent?: boolean;
  /** How it is seen by who looks at a host, if it is one of those of another entry: the node exporter is an exporter. */
  readonly seenAs?: string;
  /** What stands for `*` if there is but one. */
  readonly instance?: string;
  /** What turns it on, with the few settings without which it does not run or is of no use. */
  readonly enable: Settings;
  /** What goes with it elsewhere, from the root of the configuration. */
  readonly beside?: Settings;
  /** Packages whose licence has to be agreed to, by name, in `nixpkgs.config.allowUnfreePredicate`. */
  readonly unfree?: readonly string[];
  /** What has to be asked first, by the names by which the entry mentions it. */
  readonly asks?: Readonly<Record<string, Question>>;
  /** By the names by which the entry mentions them. */
  readonly ports?: Readonly<Record<string, Port>>;
  readonly needs?: readonly Need[];
  readonly offers?: readonly Offer[];
  readonly state?: readonly State[];
  readonly health: Health;
  readonly secrets?: Readonly<Record<string, Secret>>;
  readonly metrics?: Metrics;
  readonly releases?: Releases;
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

/** What runs a service of the catalogue, without the ending: of several, the one of this name. */
export function unitNamed(name: string, { unit = name, options }: Service, instance: string | undefined): string {
  if (!options.includes("*") || instance === undefined) return unit;
  if (unit.includes("*")) return unit.replace("*", instance);
  return instance === "" ? unit : `${unit}-${instance}`;
}

/** A module with services of the catalogue as their entries say: what `enable` says alone, or with all else that an entry can write. */

import { catalogue } from "../../src/services/catalogue.ts";
import type { Service } from "../../src/services/service.ts";
import { mentionsOf, type Settings, type Value, withSettings } from "../../src/services/settings.ts";
import { type Filling, writtenSettings } from "../../src/services/written.ts";

export interface Wish {
  readonly name: string;
  /** Numbers for ports, by their names, where they are not the usual ones. */
  readonly ports: ReadonlyMap<string, number>;
  /** With the secrets that are not required, figures, dumps, an open firewall, and what it works without. */
  readonly isFull: boolean;
}

/** What serves nothing yet listens nowhere. */
const samples: Readonly<Record<string, Settings>> = {
  caddy: { virtualHosts: { "example.org": {} } },
  nginx: { virtualHosts: { "example.org": {} } },
};

export function plainly(name: string): Wish {
  return { name, ports: new Map(), isFull: false };
}

/** Every port that can have another number has one, and everything else is on. */
export function fully(name: string): Wish {
  const movable = Object.entries(catalogue[name]!.ports ?? {}).filter(([port]) => isMovable(catalogue[name]!, port));
  return { name, ports: new Map(movable.map(([port], index) => [port, 20_000 + index])), isFull: true };
}

export function isMovable({ ports = {}, enable, since = {} }: Service, port: string): boolean {
  const { set = {} } = ports[port]!;
  if (![set, enable].some((settings) => mentionsOf(settings).ports.includes(port))) return false;
  // what 24.11 has not cannot be written there
  const later = new Set(Object.keys(since).map((option) => option.split(".")[0]));
  return !Object.keys(set).some((option) => later.has(option));
}

/** What is on because of a wish, itself first. */
export function servicesOf({ name, isFull }: Wish): readonly string[] {
  const { needs = [] } = catalogue[name]!;
  const others = needs.filter(({ isOptional, isBuiltIn }) => !isBuiltIn && (isFull || !isOptional));
  return [...new Set([name, ...others.flatMap(({ of }) => servicesOf(plainly(of[0]!)))])];
}

export function moduleFor(wishes: readonly Wish[]): string {
  const own = new Set(wishes.map(({ name }) => name));
  const needed = new Set(wishes.flatMap((wish) => servicesOf(wish)).filter((name) => !own.has(name)));
  const all = [...wishes, ...[...needed].map((name, index) => aside(name, index))];
  const parts = all.flatMap((wish) => settingsOf(wish, all));
  return `{ config, lib, pkgs, ... }: {
    imports = [ ${parts.map((part) => `{ config = ${part}; }`).join("\n")} ];
    fileSystems."/" = { device = "/dev/sda1"; fsType = "ext4"; };
    boot.loader.grub.device = "/dev/sda";
    system.stateVersion = "24.11";
    nixpkgs.config.allowUnfreePredicate = package: builtins.elem (lib.getName package) [
      ${all
        .flatMap(({ name }) => catalogue[name]!.unfree ?? [])
        .map((each) => JSON.stringify(each))
        .join(" ")}
    ];
  }`;
}

/** What is needed makes room for who needs it. */
function aside(name: string, index: number): Wish {
  const ports = Object.keys(catalogue[name]!.ports ?? {}).filter((port) => isMovable(catalogue[name]!, port));
  return { name, ports: new Map(ports.map((port, nth) => [port, 21_000 + 10 * index + nth])), isFull: false };
}

function settingsOf(wish: Wish, all: readonly Wish[]): string[] {
  const service = catalogue[wish.name]!;
  const { enable, beside, ports = {}, secrets = {}, needs = [], state = [], metrics, options, instance = "" } = service;
  const moved = [...wish.ports.keys()].map((port) => ports[port]!.set ?? {});
  const files = Object.values(secrets).filter(({ isRequired }) => wish.isFull || isRequired);
  const firewall = wish.isFull ? openings(service).map((option) => nested(option.split("."), true)) : [];
  const place = options.replace("*", instance).split(".");
  const own: readonly Settings[] = [
    enable,
    samples[wish.name] ?? {},
    ...moved,
    ...files.map(({ set }) => set),
    ...firewall,
    ...(wish.isFull ? [metrics?.set ?? {}] : []),
  ];
  const asked = needs.flatMap(({ of, set, isBuiltIn }) =>
    set === undefined || (isBuiltIn ? !wish.isFull : !all.some(({ name }) => name === of[0]))
      ? []
      : [{ set, of: of[0]! }],
  );
  const dumps = wish.isFull ? state.map(({ dump }) => dump?.set ?? {}) : [];
  const exporter =
    wish.isFull && metrics?.exporter !== undefined
      ? [nested(["services", "prometheus", "exporters", metrics.exporter], { enable: true, ...metrics.settings })]
      : [];
  const filling = fillingOf(wish, all);
  // each need has the port of another one
  const withNeeds = asked.map(({ set, of }) => writtenSettings(nested(place, set), fillingOf(wish, all, of)));
  return [
    writtenSettings(
      nested(
        place,
        own.reduce((first, second) => withSettings(first, second)),
      ),
      filling,
    ),
    ...[beside ?? {}, ...dumps, ...exporter].map((each) => writtenSettings(each, filling)),
    ...withNeeds,
  ];
}

/** All options by which it opens the firewall. */
export function openings({ firewall, ports = {} }: Service): string[] {
  const own = Object.values(ports).map((port) => port.firewall ?? firewall);
  return [...new Set([firewall, ...own])].filter((option) => typeof option === "string");
}

function nested(path: readonly string[], value: Value): Settings {
  return path.reduceRight<Value>((inner, name) => ({ [name]: inner }), value) as Settings;
}

export function numberOf({ name, ports }: Wish, port: string): number {
  return ports.get(port) ?? catalogue[name]!.ports![port]!.number;
}

function fillingOf(wish: Wish, all: readonly Wish[], needed?: string): Filling {
  const { ports = {}, asks = {} } = catalogue[wish.name]!;
  const other = all.find(({ name }) => name === needed);
  const kind = catalogue[wish.name]!.needs?.find(({ of }) => of[0] === needed)?.kind;
  const offered = catalogue[needed ?? ""]?.offers?.find((offer) => offer.kind === kind)?.port;
  return {
    port: (name) => (name === "needed" ? numberOf(other!, offered!) : numberOf(wish, name)),
    address: (name) => ports[name]!.address ?? "0.0.0.0",
    secret: (name) => `/run/secrets/${name}`,
    answer: (name) => asks[name]!.usual ?? asks[name]!.example,
  };
}

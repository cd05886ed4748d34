/** The services of the catalogue that run in a fleet: where, on which ports, and what each needs of the others. */

import type { EvaluatedFleet, EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import type { Listener } from "../../../check/services/listener.ts";
import { listenersOf } from "../../../check/services/listeners.ts";
import { type RunningService, runningServices } from "../../../check/services/running.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { Need } from "../../../services/operation.ts";

export interface HostedService {
  /** In the catalogue. */
  readonly name: string;
  readonly host: EvaluatedHost;
  /** Where its options are; of several that are alike the first. */
  readonly path: readonly string[];
  readonly listeners: readonly Listener[];
}

export interface MetNeed {
  readonly need: Need;
  /** Those of the same host if there are any, or else those of others. */
  readonly by: readonly HostedService[];
}

export function servicesOf(fleet: EvaluatedFleet): readonly HostedService[] {
  return fleet.hosts.flatMap(servicesOn);
}

export function servicesOn(host: EvaluatedHost): readonly HostedService[] {
  const found = new Map<string, HostedService>();
  const all = host.fact(runningServices) ?? [];
  const named = new Set(all.filter(isNamed).map(({ path }) => path.join(".")));
  for (const running of all) {
    const name = entryOf(running);
    // a container that has an entry of its own is none of one's own
    if (found.has(name) || (!isNamed(running) && named.has(running.path.join(".")))) continue;
    const isIts = ({ service, options }: Listener): boolean =>
      (service ?? running.service) === running.service &&
      options.some((option) => running.path.every((part, index) => option[index] === part));
    found.set(name, { name, host, path: running.path, listeners: listenersOf(host).filter(isIts) });
  }
  for (const name of unitsOfTheirOwn) {
    const parts = catalogue[name]!.options.split(".");
    const isIts = (option: readonly string[]): boolean =>
      parts.every((part, index) => isLike(option[index] ?? "", part));
    const said = (host.record?.options ?? []).find(({ path }) => isIts(path));
    if (said !== undefined) found.set(name, { name, host, path: said.path.slice(0, parts.length), listeners: [] });
  }
  return [...found.values()];
}

/** Whether its entry is for these options alone, and not for all of a kind. */
function isNamed({ service }: RunningService): boolean {
  return !catalogue[service]!.options.includes("*");
}

/** Whether a name is one that a part with an asterisk stands for. */
function isLike(name: string, part: string): boolean {
  const [start = "", end] = part.split("*");
  return end === undefined ? name === part : name.length >= part.length && name.startsWith(start) && name.endsWith(end);
}

/** Entries that nixpkgs has no module for: who says anything of the unit has it. */
const unitsOfTheirOwn = Object.keys(catalogue).filter((name) => catalogue[name]!.options.startsWith("systemd."));

/** The entry itself, or the one that is seen as it: the node exporter is one of the exporters. */
function entryOf({ service, path }: RunningService): string {
  const options = path.join(".");
  return seenAs.find(([, entry]) => entry.seenAs === service && entry.options === options)?.[0] ?? service;
}

const seenAs = Object.entries(catalogue).filter(([, { seenAs: other }]) => other !== undefined);

/** What does for a service what it needs. What its module turns on by itself counts as met by what then runs. */
export function needsOf(service: HostedService, all: readonly HostedService[]): readonly MetNeed[] {
  return (catalogue[service.name]!.needs ?? []).map((need) => {
    const able = all.filter(({ name }) => name !== service.name && isAble(name, need));
    const near = able.filter(({ host }) => host === service.host);
    return { need, by: near.length > 0 ? near : able };
  });
}

export function isAble(name: string, { of }: Need): boolean {
  return of.includes(name);
}

/** Those on the same host for which it is the only one that does what they cannot do without. */
export function dependentsOf(service: HostedService, all: readonly HostedService[]): readonly HostedService[] {
  return all.filter(
    (other) =>
      other.host === service.host &&
      needsOf(other, all).some(
        ({ need, by }) =>
          need.isOptional !== true &&
          need.isBuiltIn !== true &&
          by.length > 0 &&
          by.every((each) => each.name === service.name && each.host === service.host),
      ),
  );
}

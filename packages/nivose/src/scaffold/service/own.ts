/** Services of a repository that `init` wrote, as far as its preset has them by their names: it is drawn again with one more or one less. */

import type { GrowProblem } from "../growth.ts";
import type { Fleet } from "../spec/fleet-spec.ts";
import type { Site } from "../site/site.ts";
import type { FleetChange } from "../regrow/regrow.ts";
import type { ServiceWish } from "./wish.ts";

/** Whether the repository can be drawn again with the service. What is said of it besides its name, no preset knows. */
export function isOwnService({ name, host, ports, settings }: ServiceWish, { own }: Site): boolean {
  if (own === undefined || own.problems.length > 0 || ports.length + settings.length > 0) return false;
  return own.preset.choices.services.includes(name) && own.fleet.hosts.some((each) => each.name === host);
}

export function withService({ name, host }: Pick<ServiceWish, "name" | "host">, title: string): FleetChange {
  const change = (fleet: Fleet): Fleet | { readonly problems: readonly GrowProblem[] } => {
    const isThere = fleet.hosts.some((each) => each.name === host && each.services.includes(name));
    return isThere ? fleet : servicesOf(fleet, host, (services) => [...services, name]);
  };
  return { title, change, next: [{ command: "nivose check", does: "evaluates the host with it" }] };
}

export function withoutService({ name, host }: Pick<ServiceWish, "name" | "host">, title: string): FleetChange {
  const change = (fleet: Fleet): Fleet => {
    const isThere = fleet.hosts.some((each) => each.name === host && each.services.includes(name));
    return isThere ? servicesOf(fleet, host, (services) => services.filter((each) => each !== name)) : fleet;
  };
  return { title, change, next: [{ command: "nivose check", does: "evaluates the host without it" }] };
}

function servicesOf(fleet: Fleet, host: string, change: (services: readonly string[]) => readonly string[]): Fleet {
  return {
    ...fleet,
    hosts: fleet.hosts.map((each) => (each.name === host ? { ...each, services: change(each.services) } : each)),
  };
}

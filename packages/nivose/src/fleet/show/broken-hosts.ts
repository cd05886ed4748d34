/** Hosts that cannot be evaluated, by the reason: what they have in common, such as an input, is told once. */

import type { FleetHost, HostProblem } from "../host.ts";

export interface BrokenHosts {
  readonly first: FleetHost;
  readonly names: readonly string[];
  readonly problem: HostProblem;
}

export function byReason(
  broken: readonly { readonly host: FleetHost; readonly problem: HostProblem }[],
): BrokenHosts[] {
  const found = new Map<string, BrokenHosts>();
  for (const { host, problem } of broken) {
    // one text, such as that of a recursion, may mean several things
    const key = JSON.stringify([host.flake, problem.problem, problem.advice]);
    const known = found.get(key) ?? { first: host, names: [], problem };
    found.set(key, { ...known, names: [...known.names, host.name] });
  }
  return [...found.values()];
}

/** `luna, sol, terra and 12 others` */
export function namesText(names: readonly string[]): string {
  const shown = names.length <= MOST_NAMES ? names.slice(0, -1) : names.slice(0, MOST_NAMES - 1);
  const last = names.length <= MOST_NAMES ? names.at(-1)! : `${names.length - shown.length} others`;
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

const MOST_NAMES = 4;

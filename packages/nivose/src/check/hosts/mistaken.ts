/**
 * Options of which the fleet says something that does not count, because it is wrong. Other rules tell of that; what a value is
 * without it was never meant, and nothing is to be concluded from it.
 */

import { withoutEntry } from "../options/given-value.ts";
import { type OptionPath, sharedLength } from "./defined.ts";
import type { EvaluatedHost } from "./evaluated-fleet.ts";
import { failingDefinitions } from "./facts/failing-definitions.ts";

/**
 * Whether there is such an option at one of the paths, below it, or around it. A name that there is not may have been meant for another one
 * beside it, so it counts in all of `around` as well.
 */
export function isMistaken(
  paths: readonly OptionPath[],
  host: EvaluatedHost,
  around: readonly OptionPath[] = paths,
): boolean {
  const { values, names } = mistakenIn(host);
  return values.some((wrong) => isNear(wrong, paths)) || names.some((wrong) => isNear(wrong, around));
}

function isNear(wrong: OptionPath, paths: readonly OptionPath[]): boolean {
  return paths.some((path) => sharedLength(wrong, path) === Math.min(wrong.length, path.length));
}

interface Mistaken {
  readonly values: readonly OptionPath[];
  /** Of options that there are not. */
  readonly names: readonly OptionPath[];
}

const known = new WeakMap<EvaluatedHost, Mistaken>();

function mistakenIn(host: EvaluatedHost): Mistaken {
  const found = known.get(host) ?? {
    values: (host.fact(failingDefinitions) ?? []).map(({ loc }) => withoutEntry(loc).names),
    names: host.undeclared.map(({ prefix, path }) => [...prefix, ...path]),
  };
  known.set(host, found);
  return found;
}

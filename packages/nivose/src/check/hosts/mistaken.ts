/**
 * Options of which the fleet says something that does not count, because it is wrong. Other rules tell of that; what a value is
 * without it was never meant, and nothing is to be concluded from it.
 */

import { withoutEntry } from "../options/given-value.ts";
import { type OptionPath, sharedLength } from "./defined.ts";
import type { EvaluatedHost } from "./evaluated-fleet.ts";
import { failingDefinitions } from "./facts/failing-definitions.ts";

/** Whether there is such an option at one of the paths, below it, or around it. */
export function isMistaken(paths: readonly OptionPath[], host: EvaluatedHost): boolean {
  return mistakenIn(host).some((wrong) =>
    paths.some((path) => sharedLength(wrong, path) === Math.min(wrong.length, path.length)),
  );
}

const known = new WeakMap<EvaluatedHost, readonly OptionPath[]>();

function mistakenIn(host: EvaluatedHost): readonly OptionPath[] {
  const found = known.get(host) ?? [
    ...(host.fact(failingDefinitions) ?? []).map(({ loc }) => withoutEntry(loc).names),
    ...host.undeclared.map(({ prefix, path }) => [...prefix, ...path]),
  ];
  known.set(host, found);
  return found;
}

/** Matching whole texts. */

import { captures, emptySlots, type Captures } from "./captures.ts";
import { END } from "./branch.ts";
import { branchesFrom, FROM_START, fromPlace, keepStep, stepFrom } from "./closure.ts";
import type { Viability } from "./viability.ts";

/**
 * The captures if the whole text matches: a walk along the first branch that is viable, which is the one that Nix's
 * library ends on after it has tried all others. The viability is that of matches that end at the end.
 */
export function matchWhole(viability: Viability, text: string): Captures | undefined {
  if (!viability.look(text)) return undefined;
  const { program } = viability.tables;
  const slots = emptySlots(program);
  if (slots.length === 0) return captures(text, slots);
  let from = FROM_START;
  for (let at = 0; ; at++) {
    const viable = viability.at(at);
    const step = stepFrom(viable, from);
    if (step !== 0) {
      from = step;
      continue;
    }
    const branch = (viable.branches[from] ?? branchesFrom(program, viable, from, true))[0]!;
    keepStep(viable, from, branch);
    const { marks } = branch;
    for (let index = 0; index < marks.length; index++) slots[marks[index]!] = at;
    if (branch.place === END) return captures(text, slots);
    from = fromPlace(branch.place);
  }
}

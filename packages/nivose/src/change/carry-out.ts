/** Carries out an effect, all or nothing: if anything fails, the old state is put back before the failure is told. */

import type { ChangeContext } from "./context.ts";
import type { StepHook } from "./disk.ts";
import type { Effect } from "./effect.ts";
import { prune } from "./history.ts";
import { advance, type OpenJournal } from "./journal.ts";
import { beginChange, prepare } from "./prepare.ts";
import { ChangeRefused } from "./problem.ts";
import { takeBackAndTell } from "./take-back.ts";
import { goForward } from "./transition.ts";

/** Returns the id of the journal. Throws a refusal if the change could not be made. */
export function carryOut(context: ChangeContext, step: StepHook, effect: Effect, undoes?: string): string {
  const { stateFolder } = context;
  let open: OpenJournal | undefined;
  try {
    open = beginChange(context, step, effect, undoes);
    prepare(step, open, effect);
    advance(step, open, "committed");
    goForward(step, open);
    advance(step, open, "applied");
  } catch (error) {
    const more = open === undefined ? [] : takeBackAndTell(step, stateFolder, open);
    if (error instanceof ChangeRefused) throw new ChangeRefused([...error.problems, ...more]);
    throw error;
  }
  prune(step, stateFolder);
  return open.id;
}

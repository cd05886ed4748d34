/** Ends an unfinished change by putting the old state back. */

import type { StepHook } from "./disk.ts";
import { advance, removeJournal, type OpenJournal } from "./journal.ts";
import { changeMessages } from "./messages.ts";
import { ChangeRefused, problem, type ChangeProblem } from "./problem.ts";
import { clearTemporaries, goBack } from "./transition.ts";

/** Returns the paths that were left alone, as somebody else had changed them. Their old contents stay in the journal. */
export function takeBack(step: StepHook, stateFolder: string, open: OpenJournal): string[] {
  let leftAlone: string[] = [];
  if (open.phase === "preparing") {
    clearTemporaries(step, open);
  } else {
    advance(step, open, "reverting");
    leftAlone = goBack(step, open);
  }
  if (leftAlone.length > 0) advance(step, open, "reverted");
  else removeJournal(step, stateFolder, open);
  return leftAlone;
}

/** The same behind a failure: what there is to say about it comes after what is said about the failure. */
export function takeBackAndTell(step: StepHook, stateFolder: string, open: OpenJournal): ChangeProblem[] {
  try {
    return takeBack(step, stateFolder, open).map((path) => leftAloneProblem(path, open));
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
    return [problem(changeMessages["change-rollback"](open.location), undefined, error), ...error.problems];
  }
}

export function leftAloneProblem(path: string, open: OpenJournal): ChangeProblem {
  return problem(changeMessages["change-left-alone"](open.location), path);
}

/**
 * Finishes a change that was interrupted: forward if it was committed and nothing stands in the way, back otherwise.
 * Whatever changes files does this first, so that a journal is never older than the files that it speaks about.
 */

import type { ChangeContext } from "./context.ts";
import type { StepHook } from "./disk.ts";
import {
  advance,
  clearRemoved,
  listJournals,
  openJournal,
  removedJournals,
  removeJournal,
  type OpenJournal,
} from "./journal.ts";
import { withLock } from "./lock.ts";
import { ChangeRefused, type ChangeProblem, type Checked } from "./problem.ts";
import { leftAloneProblem, takeBack, takeBackAndTell } from "./take-back.ts";
import { canGoForward, goForward } from "./transition.ts";

/** One interrupted change, and what became of it. */
export interface Recovery {
  readonly title: string;
  readonly result: "completed" | "taken back";
  /** Whether it took back an earlier one itself. */
  readonly isUndo: boolean;
  /** Files that somebody edited in the meantime, and that were left as they are. */
  readonly leftAlone: readonly ChangeProblem[];
}

/** Finishes what is unfinished, if anything is. */
export function recover(context: ChangeContext): Checked<readonly Recovery[]> {
  const step = context.onStep ?? (() => {});
  try {
    if (!needsRecovery(context.stateFolder)) return { ok: true, value: [] };
    return { ok: true, value: withLock(context, step, () => recoverLocked(context, step)) };
  } catch (error) {
    if (error instanceof ChangeRefused) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** The same for callers that hold the lock. Throws a refusal if the work cannot be finished now. */
export function recoverLocked(context: ChangeContext, step: StepHook): Recovery[] {
  const { stateFolder } = context;
  clearRemoved(step, stateFolder);
  const recoveries: Recovery[] = [];
  for (const found of listJournals(stateFolder)) {
    if (found.phase === undefined) removeJournal(step, stateFolder, found);
    else if (UNFINISHED.has(found.phase)) recoveries.push(finish(step, stateFolder, openJournal(stateFolder, found)));
  }
  return recoveries;
}

/** Whether there is anything to finish. This alone changes nothing, and needs no lock. */
export function needsRecovery(stateFolder: string): boolean {
  if (removedJournals(stateFolder).length > 0) return true;
  return listJournals(stateFolder).some(({ phase }) => phase === undefined || UNFINISHED.has(phase));
}

const UNFINISHED: ReadonlySet<string> = new Set(["preparing", "committed", "reverting"]);

function finish(step: StepHook, stateFolder: string, open: OpenJournal): Recovery {
  const { title } = open.journal;
  const isUndo = open.journal.undoes !== undefined;
  if (open.phase === "committed" && canGoForward(open)) {
    try {
      goForward(step, open);
      advance(step, open, "applied");
      return { title, result: "completed", isUndo, leftAlone: [] };
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
      // what kept it from going forward may keep it from going back: then both are told
      const more = takeBackAndTell(step, stateFolder, open);
      throw new ChangeRefused([...error.problems, ...more]);
    }
  }
  const leftAlone = takeBack(step, stateFolder, open).map((path) => leftAloneProblem(path, open));
  return { title, result: "taken back", isUndo, leftAlone };
}

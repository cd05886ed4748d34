/**
 * Applies a plan: the one way in which files of a repository are changed. Either all of it takes place or nothing
 * does, wherever the process is stopped; see `journal.ts` for how.
 */

import { carryOut } from "./carry-out.ts";
import type { ChangeContext } from "./context.ts";
import { effectOf } from "./effect-of-plan.ts";
import { unsavedProblems } from "./guard.ts";
import { changeFiles, type Outcome } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import { ChangeRefused } from "./problem.ts";

export interface ApplyOptions {
  /** Also change files whose present contents are in no commit. The journal keeps them in any case. */
  readonly allowDirty?: boolean;
}

export function applyPlan(plan: Plan, context: ChangeContext, options: ApplyOptions = {}): Outcome {
  return changeFiles(context, (step) => {
    const effect = effectOf(plan, context.root);
    if (!effect.ok) throw new ChangeRefused(effect.problems);
    if (effect.value.paths.length === 0) return { kind: "unchanged" };
    const unsaved = options.allowDirty === true ? [] : unsavedProblems(effect.value, context);
    if (unsaved.length > 0) throw new ChangeRefused(unsaved);
    const id = carryOut(context, step, effect.value);
    return { kind: "applied", id, title: plan.title, paths: effect.value.paths.map(({ path }) => path) };
  });
}

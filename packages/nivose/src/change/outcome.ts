/** What comes of an attempt to change files, and the frame of every such attempt: the lock and the recovery. */

import type { ChangeContext } from "./context.ts";
import type { StepHook } from "./disk.ts";
import { withLock } from "./lock.ts";
import { ChangeRefused, type ChangeProblem } from "./problem.ts";
import { recoverLocked, type Recovery } from "./recover.ts";

export type Outcome = Result & {
  /** Earlier changes that had been interrupted, and were finished first. */
  readonly recovered: readonly Recovery[];
};

export type Result =
  | { readonly kind: "applied"; readonly id: string; readonly title: string; readonly paths: readonly string[] }
  /** The plan does nothing to the present tree. */
  | { readonly kind: "unchanged" }
  /** Nothing was changed, or all of it was taken back, unless a problem says otherwise. */
  | { readonly kind: "refused"; readonly problems: readonly ChangeProblem[] };

export function changeFiles(
  context: ChangeContext,
  action: (step: StepHook, recovered: readonly Recovery[]) => Result,
): Outcome {
  const step = context.onStep ?? (() => {});
  let recovered: readonly Recovery[] = [];
  try {
    const result = withLock(context, step, () => {
      recovered = recoverLocked(context, step);
      return action(step, recovered);
    });
    return { ...result, recovered };
  } catch (error) {
    if (error instanceof ChangeRefused) return { kind: "refused", problems: error.problems, recovered };
    throw error;
  }
}

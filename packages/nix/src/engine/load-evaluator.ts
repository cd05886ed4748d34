/**
 * Loading the evaluator. It is large, and V8 takes longer to compile it than to evaluate what most people ask for. So the
 * built command has it as one script as well, of which V8 keeps what it has compiled from one run to the next.
 */

import type * as Evaluator from "./evaluator.ts";
import { loadScript } from "./kept-script.ts";

export interface LoadedEvaluator {
  readonly evaluator: typeof Evaluator;
  /** Keeps what has been compiled since, if nothing was kept before. */
  readonly keepCode: () => void;
}

/** `folder` is where things are kept that are made anew for each version of this program, if there is such a place. */
export async function loadEvaluator(folder: string | undefined): Promise<LoadedEvaluator> {
  const script = loadScript(new URL("./evaluator.cjs", import.meta.url), folder);
  if (script === undefined) return { evaluator: await import("./evaluator.ts"), keepCode: () => {} };
  return { evaluator: script.exports as typeof Evaluator, keepCode: script.keep };
}

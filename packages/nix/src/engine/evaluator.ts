/** The evaluator for whoever evaluates: see `load-evaluator.ts`, by which it is loaded. */

export { evaluateBriefly } from "./briefly.ts";
export { setHeapLimit } from "../eval/memory/heap.ts";
export { forgetValues, keepCompiled, runEvaluation, warmUpAhead } from "../evaluation.ts";

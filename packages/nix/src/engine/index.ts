/**
 * Evaluations as promises. Nothing here loads the evaluator: it runs in threads ({@link evaluate},
 * {@link EvaluationSession}), or in processes ({@link EvaluationPool}), where running out of memory takes nothing along.
 */

export { evaluate } from "./evaluate.ts";
export type { EvaluateOptions, MemoryLimits } from "./limits.ts";
export { EvaluationPool } from "./pool.ts";
export { EvaluationSession } from "./session.ts";
export { startAhead } from "./worker.ts";

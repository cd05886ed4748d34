/** Evaluations that are done before a thread would have started. */

import { heapTop, setHeapLimit, HEAP_WORDS } from "../eval/heap.ts";
import { type EvalReply, type EvalRequest, runEvaluation } from "../evaluation.ts";

/** Words: what takes a few milliseconds to fill. */
const SHORT = 2 ** 19;

/**
 * Evaluates in this thread. Returns nothing if that fills more memory or goes deeper than a short evaluation does: then
 * a thread is the place for it. For programs that evaluate once, because it leaves the evaluator's memory behind, and
 * nobody can stop it.
 */
export function evaluateBriefly(request: EvalRequest, onTrace: (line: string) => void): EvalReply | undefined {
  const lines: string[] = [];
  setHeapLimit(heapTop() + SHORT);
  const reply = runEvaluation(request, (line) => lines.push(line));
  setHeapLimit(HEAP_WORDS);
  if (!reply.ok && (reply.failure.message?.code === "memory-limit" || reply.failure.kind === "stack-exhausted")) {
    return undefined;
  }
  for (const line of lines) onTrace(line);
  return reply;
}

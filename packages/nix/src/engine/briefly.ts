/** Evaluations that are done before a thread would have started. */

import { HEAP_WORDS, setHeapLimit, valueWords } from "../eval/memory/heap.ts";
import { allowPrograms } from "../eval/files/installed-nix.ts";
import { setSourceLimit } from "../eval/code/load.ts";
import { type EvalReply, type EvalRequest, runEvaluation } from "../evaluation.ts";

/** What takes a few milliseconds each: words of values, and bytes of source. */
const FEW_WORDS = 2 ** 19;
const SHORT_SOURCE = 2 ** 14;

/**
 * Evaluates in this thread. Returns nothing if that reads or makes more, or goes deeper than a short evaluation does: then a
 * thread is the place for it. For programs that evaluate once, because it leaves the evaluator's memory behind, and
 * nobody can stop it.
 */
export function evaluateBriefly(request: EvalRequest, onTrace: (line: string) => void): EvalReply | undefined {
  const lines: string[] = [];
  setHeapLimit(valueWords() + FEW_WORDS);
  setSourceLimit(SHORT_SOURCE);
  allowPrograms(false);
  const reply = runEvaluation(request, (line) => lines.push(line));
  setHeapLimit(HEAP_WORDS);
  setSourceLimit(Infinity);
  allowPrograms(true);
  if (!reply.ok && (reply.failure.message?.code === "memory-limit" || reply.failure.kind === "stack-exhausted")) {
    return undefined;
  }
  for (const line of lines) onTrace(line);
  return reply;
}

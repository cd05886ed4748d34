/**
 * Going back to an earlier state of the evaluator: all values made since are given up, and thunks that were there before
 * are as if nobody had asked for them. What is true whatever is evaluated stays: code, shapes, contexts, symbols, what
 * was seen of files, derivations.
 */

import { heapTop, setHeapTop } from "../memory/heap.ts";
import { type ImportsMark, markImports, undoImports } from "../files/imports.ts";
import { startTrail, undoTrail } from "./machine.ts";
import { markStrings, type StringsMark, undoStrings } from "../memory/strings.ts";

export interface EvaluatorMark {
  readonly heap: number;
  readonly imports: ImportsMark;
  readonly strings: StringsMark;
}

/** Marks the state to go back to. There is one at a time, and nothing may be under evaluation. */
export function markEvaluator(): EvaluatorMark {
  const mark = { heap: heapTop(), imports: markImports(), strings: markStrings() };
  startTrail(mark.heap);
  return mark;
}

/** Goes back to the mark, which stays one. */
export function undoEvaluator(mark: EvaluatorMark): void {
  undoTrail();
  undoImports(mark.imports);
  undoStrings(mark.strings);
  setHeapTop(mark.heap);
}

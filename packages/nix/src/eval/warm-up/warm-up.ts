/**
 * V8 compiles a function for the kinds of values that it has seen by then, and drops what it has compiled when there is
 * something else, which costs a large evaluation hundreds of compilations of the evaluator's largest functions. So an
 * evaluation that turns out to be large first evaluates a small program that has everything in it.
 */

import type { Code } from "../memory/heap.ts";
import { markObjects, undoObjects } from "../files/store-objects.ts";
import { evaluate, markMachine, startInnerTrail, undoInnerTrail, unwind } from "../machine/machine.ts";
import { heapTop, setHeapTop } from "../memory/heap.ts";
import { markStrings, undoStrings } from "../memory/strings.ts";
import { WARM_UP_PROGRAM } from "./program.ts";

let isWarm = false;

/** Warms up, once in each thread. In the middle of an evaluation, which cannot tell that anything has happened. */
export function warmUp(load: (name: string, text: string) => Code): void {
  if (isWarm) return;
  isWarm = true;
  evaluateAside(() => load("warm-up", WARM_UP_PROGRAM));
}

/**
 * Evaluates some code and gives up all that this has made but for the code: values, texts, what was under way, what it has put
 * into the store. Says whether it had a value: it may also have come to some limit of the evaluation around it.
 */
export function evaluateAside(load: () => Code): boolean {
  const machine = markMachine();
  const heap = heapTop();
  const strings = markStrings();
  const objects = markObjects();
  const outerTrail = startInnerTrail(heap);
  try {
    evaluate(load(), 0);
    return true;
  } catch {
    return false;
  } finally {
    unwind(machine);
    undoInnerTrail(outerTrail);
    undoObjects(objects);
    undoStrings(strings);
    setHeapTop(heap);
  }
}

/** What the compiler cannot do itself: make room, and what takes more than whole numbers. */

import { HeapExhausted } from "../memory/exhausted.ts";
import { kindName } from "../../syntax/node.ts";
import { heap, heapBytes, reach } from "../../syntax/memory.ts";
import { SOURCE } from "../../syntax/layout.ts";
import { latin1 } from "../../syntax/tree.ts";
import { ARENA, END, WORD_COUNT, WORDS } from "./core/state.ts";

/** Makes the memory reach as far as this. Returns how far it reaches, in words. */
export function roomForWords(end: number): number {
  try {
    reach(end * 4);
  } catch (error) {
    throw error instanceof RangeError ? new HeapExhausted() : error;
  }
  return heap.length;
}

/** Makes room for so many words in the arena: the code behind it moves. */
export function roomInArena(used: number): void {
  const words = heap[WORDS]!;
  const moved = Math.max(heap[ARENA]! + used * 2, words + 1024);
  heap[END] = roomForWords(moved + heap[WORD_COUNT]!);
  heap.copyWithin(moved, words, words + heap[WORD_COUNT]!);
  heap[WORDS] = moved;
}

/** Writes a float literal as two words. */
export function putFloat(start: number, end: number, word: number): void {
  const halves = new Int32Array(Float64Array.of(Number(latin1(heapBytes, SOURCE + start, SOURCE + end))).buffer);
  heap.set(halves, word);
}

export function noCodeFor(kind: number): never {
  throw new Error(`no code for ${kindName(kind)}`);
}

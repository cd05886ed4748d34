/** More memory for nodes. */

import { MEMORY_WORDS } from "./layout.ts";
import { heap, reach } from "./memory.ts";

/** A file of which the tree is larger than all the memory. */
export class TreeTooLarge extends Error {}

/** Makes the memory reach as far as this, in words. */
export function growNodes(end: number): void {
  reachOrGiveUp(end * 4);
  heap[MEMORY_WORDS] = heap.length;
}

export function reachOrGiveUp(bytes: number): void {
  try {
    reach(bytes);
  } catch (error) {
    throw error instanceof RangeError ? new TreeTooLarge() : error;
  }
}

/**
 * A shape as it lies in the memory, for whoever looks names up. Its address is its number.
 *
 *     [count, index in the table of `shapes.ts`, the shape last laid over it, the plan of that, symbol, symbol, …]
 *
 * The plan of laying one set over another: [the other shape, the shape of the result, count, then for each slot one of the lower set
 * (as it is) or of the upper one (its complement)].
 */

import { planFor } from "./shapes.ts";
import { heap } from "./words.ts";

export const SHAPE_HEADER = 4;
export const SHAPE_INDEX = 1;
export const LAST_OVER = 2;
export const LAST_PLAN = 3;

export function countOfShape(shape: number): number {
  return heap[shape]!;
}

/** The slot of a symbol, or -1. */
export function slotIn(shape: number, symbol: number): number {
  let low = 0;
  let high = heap[shape]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = heap[shape + SHAPE_HEADER + middle]!;
    if (found === symbol) return middle;
    if (found < symbol) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The plan of `lower // upper`. */
export function planOf(lower: number, upper: number): number {
  return heap[lower + LAST_OVER] === upper ? heap[lower + LAST_PLAN]! : planFor(lower, upper);
}

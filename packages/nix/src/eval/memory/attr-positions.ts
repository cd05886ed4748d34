/**
 * Where the attributes of a set were defined. Hardly anybody asks, so a set has just one word for it, from which the
 * position of a name is found when somebody does:
 *
 *     0           nowhere
 *     -code       where the names stand in the attribute set that is written there
 *     → [MERGED, left set, right set]      `left // right`: where the right set has the name, else the left one
 *     → [EACH, shape, position, …]         one position for each name of a shape
 *     → [ALL, position]                    one for all names
 *
 * A set that is a part of another keeps the other's word.
 */

import type { Symbol } from "../../syntax/symbols.ts";
import { allocate, heap } from "./heap.ts";
import { positionInCode } from "../code/link.ts";
import { type Shape, shapeOf, slotOf } from "./shapes.ts";

/** The second word of a set. */
export type AttrPositions = number;
/** The index of a set in the heap. */
type SetAddress = number;

const MERGED = 0;
const EACH = 1;
const ALL = 2;

/** The positions of `left // right`. */
export function mergedPositions(left: SetAddress, right: SetAddress): AttrPositions {
  if (heap[left + 1] === 0 && heap[right + 1] === 0) return 0;
  const address = allocate(3);
  heap[address] = MERGED;
  heap[address + 1] = left;
  heap[address + 2] = right;
  return address;
}

export const EACH_POSITION_HEADER = 2;

/** One position for each slot of a shape, to be filled in. */
export function beginEachPosition(shape: Shape): AttrPositions {
  const address = allocate(shape.count + EACH_POSITION_HEADER);
  heap[address] = EACH;
  heap[address + 1] = shape.id;
  return address;
}

export function onePosition(position: number): AttrPositions {
  if (position === 0) return 0;
  const address = allocate(2);
  heap[address] = ALL;
  heap[address + 1] = position;
  return address;
}

/** Where a set has an attribute from; 0 if that is not known. */
export function attrPosition(set: SetAddress, symbol: Symbol): number {
  for (;;) {
    const positions = heap[set + 1]!;
    if (positions === 0) return 0;
    if (positions < 0) return positionInCode(-positions, symbol);
    switch (heap[positions]) {
      case EACH: {
        const slot = slotOf(shapeOf(heap[positions + 1]!), symbol);
        return slot < 0 ? 0 : heap[positions + 2 + slot]!;
      }
      case ALL:
        return heap[positions + 1]!;
      default: {
        const right = heap[positions + 2]!;
        set = slotOf(shapeOf(heap[right]!), symbol) >= 0 ? right : heap[positions + 1]!;
      }
    }
  }
}

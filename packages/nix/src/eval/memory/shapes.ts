/**
 * Shapes: what attribute sets with the same names share. A shape holds the names, as symbols in ascending order; a set
 * is its shape and its values in the same order. There is one shape for each collection of names, so a selection can
 * remember where in a shape it found its name, and `a // b` is planned once for each pair of shapes.
 *
 * Shapes know nothing of values and never change: they outlive the evaluation that made them.
 */

import type { Symbol, SymbolTable } from "../../syntax/symbols.ts";
import { allocateCode, heap } from "./heap.ts";
import { placesByName } from "./name-order.ts";
import { LAST_OVER, LAST_PLAN, SHAPE_HEADER, SHAPE_INDEX, slotIn } from "./shape-words.ts";

export class Shape {
  /** The address of its words: see `shape-words.ts`. */
  readonly id: number;
  /** The slots in the order of the names' bytes; made when first asked for. */
  order: Int32Array | undefined;
  /** Plans of `this // other`, by the id of the other shape. */
  plans: Map<number, number> | undefined;
  #symbols: Int32Array | undefined;

  constructor(id: number) {
    this.id = id;
  }

  get count(): number {
    return heap[this.id]!;
  }

  /** Ascending. Most shapes are never asked for them: a view costs more than all the rest of a shape. */
  get symbols(): Int32Array {
    const first = this.id + SHAPE_HEADER;
    return (this.#symbols ??= heap.subarray(first, first + this.count));
  }
}

const shapes: Shape[] = [];
const hashes: number[] = [];
/** Open addressing: the index of a shape + 1, or 0 for a free place. Its length is a power of two, at most half full. */
let places = new Int32Array(4096);

export function shapeOf(id: number): Shape {
  return shapes[heap[id + SHAPE_INDEX]!]!;
}

export function shapeCount(): number {
  return shapes.length;
}

/** The shape with these names: `count` ascending symbols from `start` on. */
export function internShape(symbols: Int32Array, start = 0, count = symbols.length): Shape {
  let hash = count;
  for (let index = start; index < start + count; index++) hash = (Math.imul(hash, 31) + symbols[index]!) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  const mask = places.length - 1;
  let place = (hash ^ (hash >>> 13)) & mask;
  for (let known = places[place]!; known !== 0; known = places[place]!) {
    if (hashes[known - 1] === hash && isSame(shapes[known - 1]!.id, symbols, start, count)) {
      return shapes[known - 1]!;
    }
    place = (place + 1) & mask;
  }
  const shape = newShape(symbols, start, count);
  hashes.push(hash);
  places[place] = shapes.length;
  if (shapes.length * 2 > places.length) grow();
  return shape;
}

function newShape(symbols: Int32Array, start: number, count: number): Shape {
  const id = allocateCode(count + SHAPE_HEADER);
  const first = id + SHAPE_HEADER;
  heap[id] = count;
  heap[id + SHAPE_INDEX] = shapes.length;
  heap[id + LAST_OVER] = 0;
  for (let index = 0; index < count; index++) heap[first + index] = symbols[start + index]!;
  const shape = new Shape(id);
  shapes.push(shape);
  return shape;
}

function isSame(known: number, symbols: Int32Array, start: number, count: number): boolean {
  if (heap[known] !== count) return false;
  const first = known + SHAPE_HEADER;
  for (let index = 0; index < count; index++) if (heap[first + index] !== symbols[start + index]) return false;
  return true;
}

function grow(): void {
  places = new Int32Array(places.length * 2);
  const mask = places.length - 1;
  for (let id = 0; id < shapes.length; id++) {
    const hash = hashes[id]!;
    let place = (hash ^ (hash >>> 13)) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = id + 1;
  }
}

/** The slot of a symbol, or -1. */
export function slotOf(shape: Shape, symbol: Symbol): number {
  return slotIn(shape.id, symbol);
}

/** The slots in the order in which Nix shows attributes. */
export function alphabetical(shape: Shape, symbols: SymbolTable): Int32Array {
  return (shape.order ??= placesByName(shape.symbols, symbols));
}

/** The plan of `lower // upper`, which is remembered as the last one as well. */
export function planFor(lower: number, upper: number): number {
  const shape = shapeOf(lower);
  shape.plans ??= new Map();
  let plan = shape.plans.get(upper);
  if (plan === undefined) shape.plans.set(upper, (plan = makePlan(shape, shapeOf(upper))));
  heap[lower + LAST_OVER] = upper;
  heap[lower + LAST_PLAN] = plan;
  return plan;
}

let mergedSymbols = new Int32Array(1024);
let mergedFrom = new Int32Array(1024);

/** How to make the set `lower // upper`. */
function makePlan(lower: Shape, upper: Shape): number {
  let left = lower.id + SHAPE_HEADER;
  const leftEnd = left + heap[lower.id]!;
  let right = upper.id + SHAPE_HEADER;
  const rightEnd = right + heap[upper.id]!;
  const most = leftEnd - left + rightEnd - right;
  if (most > mergedSymbols.length) {
    mergedSymbols = new Int32Array(most * 2);
    mergedFrom = new Int32Array(most * 2);
  }
  const symbols = mergedSymbols;
  const from = mergedFrom;
  let slot = 0;
  let leftSlot = 0;
  let rightSlot = 0;
  while (left < leftEnd && right < rightEnd) {
    const leftSymbol = heap[left]!;
    const rightSymbol = heap[right]!;
    if (leftSymbol < rightSymbol) {
      left++;
      symbols[slot] = leftSymbol;
      from[slot++] = leftSlot++;
    } else {
      if (leftSymbol === rightSymbol) {
        left++;
        leftSlot++;
      }
      right++;
      symbols[slot] = rightSymbol;
      from[slot++] = ~rightSlot++;
    }
  }
  for (; left < leftEnd; left++) {
    symbols[slot] = heap[left]!;
    from[slot++] = leftSlot++;
  }
  for (; right < rightEnd; right++) {
    symbols[slot] = heap[right]!;
    from[slot++] = ~rightSlot++;
  }
  const shape = internShape(symbols, 0, slot);
  const plan = allocateCode(slot + 3);
  heap[plan] = upper.id;
  heap[plan + 1] = shape.id;
  heap[plan + 2] = slot;
  for (let index = 0; index < slot; index++) heap[plan + 3 + index] = from[index]!;
  return plan;
}

/**
 * Shapes: what attribute sets with the same names share. A shape holds the names, as symbols in ascending order; a set
 * is its shape and its values in the same order. There is one shape for each collection of names, so a selection can
 * remember where in a shape it found its name, and `a // b` is planned once for each pair of shapes.
 *
 * Shapes know nothing of values and never change: they outlive the evaluation that made them.
 */

import type { Symbol, SymbolTable } from "../../syntax/symbols.ts";
import { allocateCode, heap } from "./heap.ts";
import { LAST_OVER, LAST_PLAN, SHAPE_HEADER, SHAPE_INDEX, slotIn } from "./shape-words.ts";

export interface Shape {
  /** The address of its words: see `shape-words.ts`. */
  readonly id: number;
  /** Ascending. */
  readonly symbols: Int32Array;
  /** The slots in the order of the names' bytes; made when first asked for. */
  order: Int32Array | undefined;
  /** Plans of `this // other`, by the id of the other shape. */
  plans: Map<number, number> | undefined;
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
    if (hashes[known - 1] === hash && isSame(shapes[known - 1]!.symbols, symbols, start, count)) {
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
  heap.set(symbols.subarray(start, start + count), first);
  const shape = { id, symbols: heap.subarray(first, first + count), order: undefined, plans: undefined };
  shapes.push(shape);
  return shape;
}

function isSame(known: Int32Array, symbols: Int32Array, start: number, count: number): boolean {
  if (known.length !== count) return false;
  for (let index = 0; index < count; index++) if (known[index] !== symbols[start + index]) return false;
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
  if (shape.order !== undefined) return shape.order;
  const names = Array.from(shape.symbols, (symbol) => symbols.name(symbol));
  const slots = new Int32Array(names.length);
  for (let slot = 0; slot < slots.length; slot++) slots[slot] = slot;
  return (shape.order = slots.sort((a, b) => (names[a]! < names[b]! ? -1 : 1)));
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
  const mine = lower.symbols;
  const theirs = upper.symbols;
  const most = mine.length + theirs.length;
  if (most > mergedSymbols.length) {
    mergedSymbols = new Int32Array(most * 2);
    mergedFrom = new Int32Array(most * 2);
  }
  const symbols = mergedSymbols;
  const from = mergedFrom;
  let slot = 0;
  let left = 0;
  let right = 0;
  while (left < mine.length && right < theirs.length) {
    const leftSymbol = mine[left]!;
    const rightSymbol = theirs[right]!;
    if (leftSymbol < rightSymbol) {
      symbols[slot] = leftSymbol;
      from[slot++] = left++;
    } else {
      if (leftSymbol === rightSymbol) left++;
      symbols[slot] = rightSymbol;
      from[slot++] = ~right++;
    }
  }
  for (; left < mine.length; left++) {
    symbols[slot] = mine[left]!;
    from[slot++] = left;
  }
  for (; right < theirs.length; right++) {
    symbols[slot] = theirs[right]!;
    from[slot++] = ~right;
  }
  const shape = internShape(symbols, 0, slot);
  const plan = allocateCode(slot + 3);
  heap[plan] = upper.id;
  heap[plan + 1] = shape.id;
  heap[plan + 2] = slot;
  heap.set(from.subarray(0, slot), plan + 3);
  return plan;
}

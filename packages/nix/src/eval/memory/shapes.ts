/**
 * Shapes: what attribute sets with the same names share. A shape holds the names, as symbols in ascending order; a set
 * is its shape and its values in the same order. There is one shape for each collection of names, so a selection can
 * remember where in a shape it found its name, and `a // b` is planned once for each pair of shapes.
 *
 * Shapes know nothing of values and never change: they outlive the evaluation that made them.
 */

import type { Symbol, SymbolTable } from "../../syntax/symbols.ts";

export interface Shape {
  readonly id: number;
  /** Ascending. */
  readonly symbols: Int32Array;
  /** The slots in the order of the names' bytes; made when first asked for. */
  order: Int32Array | undefined;
  /** Plans of `this // other`, by the id of the other shape. */
  merges: Map<number, MergePlan> | undefined;
  lastMerge: MergePlan | undefined;
}

/** How to make the set `a // b`: its shape and, for each slot, one of `a` (as it is) or of `b` (its complement). */
export interface MergePlan {
  readonly right: number;
  readonly shape: Shape;
  readonly from: Int32Array;
}

const shapes: Shape[] = [];
const hashes: number[] = [];
/** Open addressing: shape + 1, or 0 for a free place. Its length is a power of two, at most half full. */
let places = new Int32Array(4096);

export function shapeOf(id: number): Shape {
  return shapes[id]!;
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
  const shape: Shape = {
    id: shapes.length,
    symbols: symbols.slice(start, start + count),
    order: undefined,
    merges: undefined,
    lastMerge: undefined,
  };
  shapes.push(shape);
  hashes.push(hash);
  places[place] = shapes.length;
  if (shapes.length * 2 > places.length) grow();
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

export const EMPTY_SHAPE: Shape = internShape(new Int32Array(0));

/** The slot of a symbol, or -1. */
export function slotOf(shape: Shape, symbol: Symbol): number {
  const { symbols } = shape;
  let low = 0;
  let high = symbols.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = symbols[middle]!;
    if (found === symbol) return middle;
    if (found < symbol) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The slots in the order in which Nix shows attributes. */
export function alphabetical(shape: Shape, symbols: SymbolTable): Int32Array {
  if (shape.order !== undefined) return shape.order;
  const names = Array.from(shape.symbols, (symbol) => symbols.name(symbol));
  const slots = new Int32Array(names.length);
  for (let slot = 0; slot < slots.length; slot++) slots[slot] = slot;
  return (shape.order = slots.sort((a, b) => (names[a]! < names[b]! ? -1 : 1)));
}

export function mergeShapes(a: Shape, b: Shape): MergePlan {
  const last = a.lastMerge;
  if (last !== undefined && last.right === b.id) return last;
  a.merges ??= new Map();
  let plan = a.merges.get(b.id);
  if (plan === undefined) a.merges.set(b.id, (plan = planMerge(a, b)));
  a.lastMerge = plan;
  return plan;
}

let mergedSymbols = new Int32Array(1024);
let mergedFrom = new Int32Array(1024);

function planMerge(a: Shape, b: Shape): MergePlan {
  const mine = a.symbols;
  const theirs = b.symbols;
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
  return { right: b.id, shape: internShape(symbols, 0, slot), from: from.slice(0, slot) };
}

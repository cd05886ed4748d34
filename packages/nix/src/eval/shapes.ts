/**
 * Shapes: what attribute sets with the same names share. A shape holds the names, as symbols in ascending order, and
 * where each was defined; a set is its shape and its values in the same order. Sets that come from one place of the
 * source have one shape, so a selection can remember where in a shape it found its name.
 */

import type { Symbol, SymbolTable } from "../syntax/symbols.ts";

export interface Shape {
  readonly id: number;
  /** Ascending. */
  readonly symbols: Int32Array;
  /** The position of each attribute (see `positions.ts`), 0 for none. */
  readonly positions: Int32Array;
  /** The slots in the order of the names' bytes; made when first asked for. */
  order: Int32Array | undefined;
}

/** How to make the set `a // b`: its shape and, for each slot, one of `a` (as it is) or of `b` (its complement). */
export interface MergePlan {
  readonly shape: Shape;
  readonly from: Int32Array;
}

const shapes: Shape[] = [];
const merges = new Map<number, MergePlan>();
/** Shapes made of names that were known only when evaluating, by a hash of them. */
const interned = new Map<number, Shape[]>();

export function shapeOf(id: number): Shape {
  return shapes[id]!;
}

export function shapeCount(): number {
  return shapes.length;
}

/** A new shape. The symbols must be ascending. */
export function makeShape(symbols: Int32Array, positions: Int32Array): Shape {
  const shape: Shape = { id: shapes.length, symbols, positions, order: undefined };
  shapes.push(shape);
  return shape;
}

/** The shape with these names and positions, an existing one if there is one. */
export function internShape(symbols: Int32Array, positions: Int32Array): Shape {
  let hash = symbols.length;
  for (let slot = 0; slot < symbols.length; slot++) {
    hash = (Math.imul(hash, 31) + symbols[slot]!) | 0;
    hash = (Math.imul(hash, 31) + positions[slot]!) | 0;
  }
  const bucket = interned.get(hash);
  if (bucket === undefined) {
    const shape = makeShape(symbols, positions);
    interned.set(hash, [shape]);
    return shape;
  }
  const known = bucket.find((shape) => sameWords(shape.symbols, symbols) && sameWords(shape.positions, positions));
  if (known !== undefined) return known;
  const shape = makeShape(symbols, positions);
  bucket.push(shape);
  return shape;
}

export const EMPTY_SHAPE: Shape = internShape(new Int32Array(0), new Int32Array(0));

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
  const slots = Array.from(shape.symbols, (_, slot) => slot);
  const names = slots.map((slot) => symbols.name(shape.symbols[slot]!));
  slots.sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  return (shape.order = Int32Array.from(slots));
}

export function mergeShapes(a: Shape, b: Shape): MergePlan {
  const key = a.id * 0x400_0000 + b.id;
  const known = merges.get(key);
  if (known !== undefined) return known;
  const plan = planMerge(a, b);
  merges.set(key, plan);
  return plan;
}

function planMerge(a: Shape, b: Shape): MergePlan {
  const most = a.symbols.length + b.symbols.length;
  const symbols = new Int32Array(most);
  const positions = new Int32Array(most);
  const from = new Int32Array(most);
  let slot = 0;
  let left = 0;
  let right = 0;
  while (left < a.symbols.length || right < b.symbols.length) {
    const leftSymbol = left < a.symbols.length ? a.symbols[left]! : Infinity;
    const rightSymbol = right < b.symbols.length ? b.symbols[right]! : Infinity;
    if (leftSymbol < rightSymbol) {
      symbols[slot] = leftSymbol;
      positions[slot] = a.positions[left]!;
      from[slot++] = left++;
      continue;
    }
    if (leftSymbol === rightSymbol) left++;
    symbols[slot] = rightSymbol;
    positions[slot] = b.positions[right]!;
    from[slot++] = ~right++;
  }
  return { shape: internShape(symbols.slice(0, slot), positions.slice(0, slot)), from: from.slice(0, slot) };
}

function sameWords(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

// ---- undoing

export interface ShapesMark {
  readonly count: number;
}

export function markShapes(): ShapesMark {
  return { count: shapes.length };
}

/** Forgets the shapes made since. */
export function undoShapes(mark: ShapesMark): void {
  shapes.length = mark.count;
  for (const [hash, bucket] of interned) {
    const kept = bucket.filter((shape) => shape.id < mark.count);
    if (kept.length === 0) interned.delete(hash);
    else if (kept.length < bucket.length) interned.set(hash, kept);
  }
  for (const [key, plan] of merges) {
    const gone = key % 0x400_0000 >= mark.count || key / 0x400_0000 >= mark.count || plan.shape.id >= mark.count;
    if (gone) merges.delete(key);
  }
}

/** What builtins need all the time: values of a certain type, and sets and lists of new ones. */

import { type AttrPositions, attrPosition, eachPosition } from "./attr-positions.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  allocate,
  FALSE,
  type Handle,
  heap,
  LIST,
  listElement,
  listLength,
  STRING,
  TRUE,
} from "./heap.ts";
import { contextNotAllowed, fail, force, typeError } from "./machine.ts";
import { alphabetical, internShape, type Shape, shapeOf, slotOf } from "./shapes.ts";
import { type ContextId, contextOf, NO_CONTEXT, symbols, textOf } from "./strings.ts";
import type { Symbol } from "../syntax/symbols.ts";

export function boolean(value: boolean): Handle {
  return value ? TRUE : FALSE;
}

// ---- arguments

export function forceAttrs(handle: Handle): Handle {
  const value = force(handle);
  if ((value & 7) !== ATTRS) throw typeError("a set", value);
  return value;
}

export function forceList(handle: Handle): Handle {
  const value = force(handle);
  if ((value & 7) !== LIST) throw typeError("a list", value);
  return value;
}

export function forceBoolean(handle: Handle): boolean {
  const value = force(handle);
  if (value !== TRUE && value !== FALSE) throw typeError("a Boolean", value);
  return value === TRUE;
}

/** The text of a string; its context is `contextOf` the value. */
export function forceString(handle: Handle): Handle {
  const value = force(handle);
  if ((value & 7) !== STRING) throw typeError("a string", value);
  return value;
}

export function forceText(handle: Handle): string {
  return textOf(forceString(handle));
}

/** The text of a string that refers to no store path. */
export function forcePlainText(handle: Handle): string {
  const value = forceString(handle);
  if (contextOf(value) !== NO_CONTEXT) throw fail("eval", contextNotAllowed(value));
  return textOf(value);
}

// ---- attribute sets

export function shapeOfSet(set: Handle): Shape {
  return shapeOf(heap[set >>> 3]!);
}

/** The value in a slot, as it is. */
export function valueAt(set: Handle, slot: number): Handle {
  return heap[(set >>> 3) + ATTRS_HEADER + slot]!;
}

/** Where a set has an attribute from; 0 if that is not known. */
export function positionOf(set: Handle, symbol: Symbol): number {
  return attrPosition(set >>> 3, symbol);
}

/** The value of an attribute, as it is; `undefined` if there is none. */
export function attribute(set: Handle, symbol: Symbol): Handle | undefined {
  const slot = slotOf(shapeOfSet(set), symbol);
  return slot < 0 ? undefined : valueAt(set, slot);
}

/** The value of an attribute that has to be there. */
export function requiredAttribute(set: Handle, symbol: Symbol): Handle {
  const value = attribute(set, symbol);
  if (value === undefined) throw fail("type", `attribute '${symbols.name(symbol)}' missing`);
  return value;
}

/** The slots of a set in the order in which Nix goes through its names. */
export function slotsInOrder(set: Handle): Int32Array {
  return alphabetical(shapeOfSet(set), symbols);
}

/** A set of a known shape, with the values that `valueOf` gives for its slots. */
export function attrsOfShape(shape: Shape, valueOf: (slot: number) => Handle, positions: AttrPositions = 0): Handle {
  const count = shape.symbols.length;
  const address = allocate(count + ATTRS_HEADER);
  heap[address] = shape.id;
  heap[address + 1] = positions;
  for (let slot = 0; slot < count; slot++) heap[address + ATTRS_HEADER + slot] = valueOf(slot);
  return (address << 3) | ATTRS;
}

/** What a set knows of where its attributes were defined, for a set that has a part of the same names. */
export function positionsOf(set: Handle): AttrPositions {
  return heap[(set >>> 3) + 1]!;
}

export interface Entry {
  readonly symbol: Symbol;
  readonly value: Handle;
  readonly position?: number;
}

/** A set of entries whose symbols differ, in any order. */
export function makeAttrs(entries: readonly Entry[]): Handle {
  const sorted = entries.toSorted((a, b) => a.symbol - b.symbol);
  const shape = internShape(Int32Array.from(sorted, ({ symbol }) => symbol));
  const positions = eachPosition(shape, (slot) => sorted[slot]!.position ?? 0);
  return attrsOfShape(shape, (slot) => sorted[slot]!.value, positions);
}

/** The part of a set whose slots are given, ascending. */
export function sliceAttrs(set: Handle, slots: ArrayLike<number>): Handle {
  const shape = shapeOfSet(set);
  if (slots.length === shape.symbols.length) return set;
  const smaller = internShape(Int32Array.from(slots, (slot) => shape.symbols[slot]!));
  return attrsOfShape(smaller, (slot) => valueAt(set, slots[slot]!), positionsOf(set));
}

// ---- lists

/** The elements of a list, as they are. */
export function elements(list: Handle): Int32Array {
  const address = list >>> 3;
  return heap.subarray(address + 1, address + 1 + heap[address]!);
}

/** A list of `count` elements, made one after the other. */
export function listOf(count: number, elementOf: (index: number) => Handle): Handle {
  const address = allocate(count + 1);
  heap[address] = count;
  for (let index = 0; index < count; index++) heap[address + 1 + index] = elementOf(index);
  return (address << 3) | LIST;
}

export { listElement, listLength, type ContextId };

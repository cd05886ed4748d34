/** What builtins need all the time: values of a certain type, and sets and lists of new ones. */

import { type AttrPositions, attrPosition } from "./attr-positions.ts";
import { beginGathering, gatherAttr, gatheredAttrs } from "./gather.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  allocate,
  type Environment,
  FALSE,
  type Handle,
  heap,
  LIST,
  listElement,
  listLength,
  STRING,
  THUNK,
  TRUE,
} from "./heap.ts";
import { contextNotAllowed } from "../errors/context-text.ts";
import { fail, force, typeError } from "../machine/machine.ts";
import { quoteName } from "../../syntax/quote.ts";
import { alphabetical, internShape, type Shape, shapeOf, slotOf } from "./shapes.ts";
import { SHAPE_HEADER } from "./shape-words.ts";
import { type ContextId, contextOf, NO_CONTEXT, symbols, textOf } from "./strings.ts";
import type { Symbol } from "../../syntax/symbols.ts";

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

/** The value of a thunk that has been evaluated; anything else as it is. */
export function known(handle: Handle): Handle {
  if ((handle & 7) !== THUNK) return handle;
  return heap[handle >>> 3] === 0 ? heap[(handle >>> 3) + 1]! : handle;
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
  if (value === undefined) throw fail("type", `attribute '${quoteName(symbols.name(symbol))}' missing`);
  return value;
}

/** The slots of a set in the order in which Nix goes through its names. */
export function slotsInOrder(set: Handle): Int32Array {
  return alphabetical(shapeOfSet(set), symbols);
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

/** A set of entries in any order. */
export function makeAttrs(entries: readonly Entry[]): Handle {
  const gathering = beginGathering();
  for (const { symbol, value, position } of entries) gatherAttr(symbol, value, position);
  return gatheredAttrs(gathering);
}

let keptSlots = new Int32Array(64);
let keptSymbols = new Int32Array(64);

/** The attributes of a set that `isKept` says yes to. Nothing may be evaluated meanwhile. */
export function partOfAttrs(set: Handle, isKept: (symbol: Symbol, slot: number) => boolean): Handle {
  const shape = shapeOfSet(set);
  const all = shape.count;
  if (all > keptSlots.length) {
    keptSlots = new Int32Array(all * 2);
    keptSymbols = new Int32Array(all * 2);
  }
  let count = 0;
  for (let slot = 0; slot < all; slot++) {
    const symbol = heap[shape.id + SHAPE_HEADER + slot]!;
    if (!isKept(symbol, slot)) continue;
    keptSlots[count] = slot;
    keptSymbols[count++] = symbol;
  }
  const part = newAttrs(internShape(keptSymbols, 0, count), positionsOf(set));
  for (let slot = 0; slot < count; slot++) setValue(part, slot, valueAt(set, keptSlots[slot]!));
  return part;
}

/** A set whose values have to be filled in. */
export function newAttrs(shape: Shape, positions: AttrPositions = 0): Handle {
  const address = allocate(shape.count + ATTRS_HEADER);
  heap[address] = shape.id;
  heap[address + 1] = positions;
  return (address << 3) | ATTRS;
}

/** Fills in a value of a set that nobody has seen yet. */
export function setValue(set: Handle, slot: number, value: Handle): void {
  heap[(set >>> 3) + ATTRS_HEADER + slot] = value;
}

/** An environment of these values, and none around it. */
export function newEnvironment(values: ArrayLike<Handle>): Environment {
  const environment = allocate(values.length + 1);
  heap[environment] = 0;
  for (let index = 0; index < values.length; index++) heap[environment + 1 + index] = values[index]!;
  return environment;
}

/** An environment with the values of a set, in the order of its slots, and none around it. */
export function environmentOf(set: Handle): Environment {
  const count = shapeOfSet(set).count;
  const environment = allocate(count + 1);
  for (let slot = 0; slot < count; slot++) heap[environment + 1 + slot] = valueAt(set, slot);
  return environment;
}

// ---- lists

/** The elements of a list, as they are. */
export function elements(list: Handle): Int32Array {
  const address = list >>> 3;
  return heap.subarray(address + 1, address + 1 + heap[address]!);
}

/** A list whose elements have to be filled in. */
export function newList(count: number): Handle {
  const address = allocate(count + 1);
  heap[address] = count;
  return (address << 3) | LIST;
}

/** Fills in an element of a list that nobody has seen yet. */
export function setElement(list: Handle, index: number, value: Handle): void {
  heap[(list >>> 3) + 1 + index] = value;
}

export { listElement, listLength, type ContextId };

/** Builtins about attribute sets. */

import { delayCall2 } from "../eval/applications.ts";
import type { Builtin } from "../eval/builtin.ts";
import { ATTRS, BUILTIN_KIND, FUNCTION, type Handle, heap, kindOf, list, OTHER, PARTIAL_KIND } from "../eval/heap.ts";
import { call, fail, force } from "../eval/machine.ts";
import { positionAt } from "../eval/link.ts";
import { positionValue } from "../eval/positions.ts";
import { slotOf } from "../eval/shapes.ts";
import { symbols, symbolString } from "../eval/strings.ts";
import {
  attribute,
  attrsOfShape,
  boolean,
  elements,
  type Entry,
  forceAttrs,
  forceList,
  forcePlainText,
  listOf,
  makeAttrs,
  positionOf,
  positionsOf,
  requiredAttribute,
  shapeOfSet,
  slotsInOrder,
  sliceAttrs,
  valueAt,
} from "../eval/values.ts";
import { forceFunction } from "./functions.ts";

const NAME = symbols.ofName("name");
const VALUE = symbols.ofName("value");

/** The symbol that a string names. */
function symbolOf(handle: Handle): number {
  return symbols.ofName(forcePlainText(handle));
}

export const attrsBuiltins: readonly Builtin[] = [
  {
    name: "attrNames",
    arity: 1,
    apply(set) {
      const value = forceAttrs(set);
      const shape = shapeOfSet(value);
      const order = slotsInOrder(value);
      return listOf(order.length, (index) => symbolString(shape.symbols[order[index]!]!));
    },
  },
  {
    name: "attrValues",
    arity: 1,
    apply(set) {
      const value = forceAttrs(set);
      const order = slotsInOrder(value);
      return listOf(order.length, (index) => valueAt(value, order[index]!));
    },
  },
  {
    name: "getAttr",
    arity: 2,
    apply(name, set) {
      const symbol = symbolOf(name);
      return force(requiredAttribute(forceAttrs(set), symbol));
    },
  },
  {
    name: "hasAttr",
    arity: 2,
    apply(name, set) {
      const symbol = symbolOf(name);
      return boolean(slotOf(shapeOfSet(forceAttrs(set)), symbol) >= 0);
    },
  },
  {
    name: "unsafeGetAttrPos",
    arity: 2,
    apply(name, set) {
      const symbol = symbolOf(name);
      const value = forceAttrs(set);
      const isThere = slotOf(shapeOfSet(value), symbol) >= 0;
      return positionValue(isThere ? positionOf(value, symbol) : 0);
    },
  },
  { name: "isAttrs", arity: 1, apply: (value) => boolean((force(value) & 7) === ATTRS) },
  {
    name: "removeAttrs",
    arity: 2,
    apply(set, names) {
      const value = forceAttrs(set);
      const gone = new Set<number>();
      for (const name of elements(forceList(names))) gone.add(symbolOf(name));
      const kept: number[] = [];
      shapeOfSet(value).symbols.forEach((symbol, slot) => {
        if (!gone.has(symbol)) kept.push(slot);
      });
      return sliceAttrs(value, kept);
    },
  },
  {
    name: "listToAttrs",
    arity: 1,
    apply(pairs) {
      const seen = new Set<number>();
      const entries: Entry[] = [];
      for (const pair of elements(forceList(pairs))) {
        const set = forceAttrs(pair);
        const symbol = symbolOf(requiredAttribute(set, NAME));
        if (seen.has(symbol)) continue; // the first one wins, and the others are not looked at
        seen.add(symbol);
        const slot = slotOf(shapeOfSet(set), VALUE);
        if (slot < 0) throw fail("type", "attribute 'value' missing");
        entries.push({ symbol, value: valueAt(set, slot), position: positionOf(set, VALUE) });
      }
      return makeAttrs(entries);
    },
  },
  {
    name: "intersectAttrs",
    arity: 2,
    apply(names, set) {
      const left = shapeOfSet(forceAttrs(names));
      const value = forceAttrs(set);
      const right = shapeOfSet(value);
      const kept: number[] = [];
      if (left.symbols.length < right.symbols.length) {
        for (const symbol of left.symbols) {
          const slot = slotOf(right, symbol);
          if (slot >= 0) kept.push(slot);
        }
      } else {
        right.symbols.forEach((symbol, slot) => {
          if (slotOf(left, symbol) >= 0) kept.push(slot);
        });
      }
      return sliceAttrs(value, kept);
    },
  },
  {
    name: "catAttrs",
    arity: 2,
    apply(name, sets) {
      const symbol = symbolOf(name);
      const found: Handle[] = [];
      for (const set of elements(forceList(sets))) {
        const value = attribute(forceAttrs(set), symbol);
        if (value !== undefined) found.push(value);
      }
      return list(found);
    },
  },
  {
    name: "mapAttrs",
    arity: 2,
    apply(callee, set) {
      const value = forceAttrs(set);
      const shape = shapeOfSet(value);
      return attrsOfShape(
        shape,
        (slot) => delayCall2(callee, symbolString(shape.symbols[slot]!), valueAt(value, slot)),
        positionsOf(value),
      );
    },
  },
  {
    name: "zipAttrsWith",
    arity: 2,
    apply(callee, sets) {
      forceFunction(callee);
      const values = new Map<number, Handle[]>();
      for (const each of elements(forceList(sets))) {
        const set = forceAttrs(each);
        shapeOfSet(set).symbols.forEach((symbol, slot) => {
          const known = values.get(symbol);
          if (known === undefined) values.set(symbol, [valueAt(set, slot)]);
          else known.push(valueAt(set, slot));
        });
      }
      const entries: Entry[] = [];
      for (const [symbol, found] of values) {
        entries.push({ symbol, value: delayCall2(callee, symbolString(symbol), list(found)) });
      }
      return makeAttrs(entries);
    },
  },
  {
    name: "groupBy",
    arity: 2,
    apply(callee, values) {
      forceFunction(callee);
      const groups = new Map<number, Handle[]>();
      for (const element of elements(forceList(values))) {
        const symbol = symbolOf(call(callee, element));
        const group = groups.get(symbol);
        if (group === undefined) groups.set(symbol, [element]);
        else group.push(element);
      }
      return makeAttrs([...groups].map(([symbol, group]) => ({ symbol, value: list(group) })));
    },
  },
  {
    name: "functionArgs",
    arity: 1,
    apply(callee) {
      const value = force(callee);
      if ((value & 7) === OTHER && (kindOf(value) === BUILTIN_KIND || kindOf(value) === PARTIAL_KIND)) {
        return makeAttrs([]);
      }
      if ((value & 7) !== FUNCTION) throw fail("type", "'functionArgs' requires a function");
      const lambda = heap[value >>> 3]!;
      const entries: Entry[] = [];
      for (let index = 0; index < heap[lambda + 5]!; index++) {
        const word = lambda + 7 + index * 4;
        entries.push({
          symbol: heap[word]!,
          value: boolean(heap[word + 1] !== 0),
          position: positionAt(lambda, heap[word + 3]!),
        });
      }
      return makeAttrs(entries);
    },
  },
];

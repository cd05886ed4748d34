/** Builtins about attribute sets. */

import { enlarged } from "../syntax/enlarged.ts";
import * as Core from "../eval/core/builtin-numbers.ts";
import { delayCall2 } from "../eval/machine/applications.ts";
import { type Builtin, inCore } from "../eval/machine/builtin.ts";
import { contextNotAllowed } from "../eval/errors/context-text.ts";
import {
  beginGathering,
  gather,
  gatherAttr,
  gatheredAttrs,
  gatheredGroups,
  gatheredList,
  gatheredNames,
} from "../eval/memory/gather.ts";
import {
  BUILTIN_KIND,
  FUNCTION,
  type Handle,
  kindOf,
  listElement,
  listLength,
  OTHER,
  PARTIAL_KIND,
} from "../eval/memory/heap.ts";
import { eachFormal } from "../eval/memory/lambda.ts";
import { call, fail, force, forceFunction } from "../eval/machine/machine.ts";
import { lookAtName, lookAtNames } from "../eval/machine/source-facts.ts";
import { positionValue } from "../eval/code/positions.ts";
import { slotOf } from "../eval/memory/shapes.ts";
import { contextOf, NO_CONTEXT, symbolOfString, symbols, symbolString } from "../eval/memory/strings.ts";
import {
  attribute,
  boolean,
  forceAttrs,
  forceList,
  forceString,
  makeAttrs,
  newList,
  partOfAttrs,
  positionOf,
  positionsOf,
  requiredAttribute,
  setElement,
  shapeOfSet,
  slotsInOrder,
  valueAt,
} from "../eval/memory/values.ts";

const NAME = symbols.ofName("name");
const VALUE = symbols.ofName("value");

/** The symbol that a string names. */
function symbolOf(handle: Handle): number {
  const value = forceString(handle);
  if (contextOf(value) !== NO_CONTEXT) throw fail("eval", contextNotAllowed(value));
  return symbolOfString(value);
}

/** The names that `removeAttrs` takes away, by symbol; the number of the call that took them. */
let removed = new Int32Array(4096);
let removals = 0;

export const attrsBuiltins: readonly Builtin[] = [
  {
    name: "attrNames",
    arity: 1,
    apply(set) {
      const value = forceAttrs(set);
      lookAtNames(value);
      const { symbols: names } = shapeOfSet(value);
      const order = slotsInOrder(value);
      const result = newList(order.length);
      for (let index = 0; index < order.length; index++) setElement(result, index, symbolString(names[order[index]!]!));
      return result;
    },
  },
  {
    name: "attrValues",
    arity: 1,
    apply(set) {
      const value = forceAttrs(set);
      lookAtNames(value);
      const order = slotsInOrder(value);
      const result = newList(order.length);
      for (let index = 0; index < order.length; index++) setElement(result, index, valueAt(value, order[index]!));
      return result;
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
      const value = forceAttrs(set);
      lookAtName(value, symbol);
      return boolean(slotOf(shapeOfSet(value), symbol) >= 0);
    },
  },
  {
    name: "unsafeGetAttrPos",
    arity: 2,
    apply(name, set) {
      const symbol = symbolOf(name);
      const value = forceAttrs(set);
      lookAtName(value, symbol);
      const isThere = slotOf(shapeOfSet(value), symbol) >= 0;
      return positionValue(isThere ? positionOf(value, symbol) : 0);
    },
  },
  inCore("isAttrs", 1, Core.IS_ATTRS),
  {
    name: "removeAttrs",
    arity: 2,
    apply(set, names) {
      const value = forceAttrs(set);
      lookAtNames(value);
      const list = forceList(names);
      const count = listLength(list);
      // the names are evaluated before any is noted, because that may remove others elsewhere
      for (let index = 0; index < count; index++) symbolOf(listElement(list, index));
      const call = ++removals;
      for (let index = 0; index < count; index++) {
        const symbol = symbolOf(listElement(list, index));
        if (symbol >= removed.length) {
          removed = enlarged(removed, symbol + 1);
        }
        removed[symbol] = call;
      }
      return partOfAttrs(value, (symbol) => symbol >= removed.length || removed[symbol] !== call);
    },
  },
  {
    name: "listToAttrs",
    arity: 1,
    apply(pairs) {
      const list = forceList(pairs);
      const gathering = beginGathering();
      let names: Set<number> | undefined;
      for (let index = 0, count = listLength(list); index < count; index++) {
        const set = forceAttrs(listElement(list, index));
        const symbol = symbolOf(requiredAttribute(set, NAME));
        const slot = slotOf(shapeOfSet(set), VALUE);
        if (slot < 0) {
          // the first one of a name wins, and the others are not looked at
          names ??= gatheredNames(gathering);
          if (names.has(symbol)) continue;
          throw fail("type", "attribute 'value' missing");
        }
        names?.add(symbol);
        gatherAttr(symbol, valueAt(set, slot), positionOf(set, VALUE));
      }
      return gatheredAttrs(gathering);
    },
  },
  {
    name: "intersectAttrs",
    arity: 2,
    apply(names, set) {
      const wanted = forceAttrs(names);
      const left = shapeOfSet(wanted);
      const value = forceAttrs(set);
      lookAtNames(wanted);
      lookAtNames(value);
      const right = shapeOfSet(value);
      if (left.count * 8 > right.count) {
        return partOfAttrs(value, (symbol) => slotOf(left, symbol) >= 0);
      }
      const gathering = beginGathering();
      for (let index = 0; index < left.count; index++) {
        const symbol = left.symbols[index]!;
        const slot = slotOf(right, symbol);
        if (slot >= 0) gatherAttr(symbol, valueAt(value, slot));
      }
      return gatheredAttrs(gathering, positionsOf(value));
    },
  },
  {
    name: "catAttrs",
    arity: 2,
    apply(name, sets) {
      const symbol = symbolOf(name);
      const list = forceList(sets);
      const gathering = beginGathering();
      for (let index = 0, count = listLength(list); index < count; index++) {
        const set = forceAttrs(listElement(list, index));
        lookAtName(set, symbol);
        const value = attribute(set, symbol);
        if (value !== undefined) gather(value);
      }
      return gatheredList(gathering);
    },
  },
  inCore("mapAttrs", 2, Core.MAP_ATTRS),
  {
    name: "zipAttrsWith",
    arity: 2,
    apply(callee, sets) {
      forceFunction(callee);
      const list = forceList(sets);
      const gathering = beginGathering();
      for (let index = 0, count = listLength(list); index < count; index++) {
        const set = forceAttrs(listElement(list, index));
        lookAtNames(set);
        const { symbols: names } = shapeOfSet(set);
        for (let slot = 0; slot < names.length; slot++) gatherAttr(names[slot]!, valueAt(set, slot));
      }
      return gatheredGroups(gathering, (symbol, found) => delayCall2(callee, symbolString(symbol), found));
    },
  },
  {
    name: "groupBy",
    arity: 2,
    apply(callee, values) {
      forceFunction(callee);
      const list = forceList(values);
      const gathering = beginGathering();
      for (let index = 0, count = listLength(list); index < count; index++) {
        const element = listElement(list, index);
        gatherAttr(symbolOf(call(callee, element)), element);
      }
      return gatheredGroups(gathering, (_, group) => group);
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
      const gathering = beginGathering();
      eachFormal(value, (symbol, hasDefault, position) => gatherAttr(symbol, boolean(hasDefault), position));
      return gatheredAttrs(gathering);
    },
  },
];

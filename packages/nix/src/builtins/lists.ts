/** Builtins about lists. */

import { integerOf } from "../eval/arithmetic.ts";
import { delayCall } from "../eval/applications.ts";
import { type Builtin, builtinOf } from "../eval/builtin.ts";
import { equalValues, lessThan } from "../eval/compare.ts";
import {
  BUILTIN_KIND,
  type Handle,
  integer,
  kindOf,
  LIST,
  list,
  listElement,
  listLength,
  OTHER,
} from "../eval/heap.ts";
import { call, call2, fail, force } from "../eval/machine.ts";
import { symbols } from "../eval/strings.ts";
import {
  boolean,
  elements,
  forceAttrs,
  forceBoolean,
  forceList,
  listOf,
  makeAttrs,
  requiredAttribute,
} from "../eval/values.ts";
import { forceFunction } from "./functions.ts";
import { stableSort } from "./stable-sort.ts";

const RIGHT = symbols.ofName("right");
const WRONG = symbols.ofName("wrong");
const START_SET = symbols.ofName("startSet");
const OPERATOR = symbols.ofName("operator");
const KEY = symbols.ofName("key");

/** Whether a predicate holds for some element, or for all: it stops where that is known. */
function search(predicate: Handle, values: Handle, wanted: boolean): Handle {
  forceFunction(predicate);
  for (const element of elements(forceList(values))) {
    if (forceBoolean(call(predicate, element)) === wanted) return boolean(wanted);
  }
  return boolean(!wanted);
}

export const listBuiltins: readonly Builtin[] = [
  { name: "isList", arity: 1, apply: (value) => boolean((force(value) & 7) === LIST) },
  { name: "length", arity: 1, apply: (values) => integer(listLength(forceList(values))) },
  {
    name: "head",
    arity: 1,
    apply(values) {
      const value = forceList(values);
      if (listLength(value) === 0) throw fail("eval", "'builtins.head' called on an empty list");
      return force(listElement(value, 0));
    },
  },
  {
    name: "tail",
    arity: 1,
    apply(values) {
      const value = forceList(values);
      if (listLength(value) === 0) throw fail("eval", "'builtins.tail' called on an empty list");
      return list(elements(value).subarray(1));
    },
  },
  {
    name: "elemAt",
    arity: 2,
    apply(values, index) {
      const at = integerOf(index);
      const value = forceList(values);
      if (at < 0n || at >= BigInt(listLength(value))) {
        throw fail("eval", `'builtins.elemAt' called with index ${at} on a list of size ${listLength(value)}`);
      }
      return force(listElement(value, Number(at)));
    },
  },
  {
    name: "map",
    arity: 2,
    apply(callee, values) {
      const value = forceList(values);
      const count = listLength(value);
      if (count === 0) return value;
      forceFunction(callee);
      return listOf(count, (index) => delayCall(callee, listElement(value, index)));
    },
  },
  {
    name: "filter",
    arity: 2,
    apply(predicate, values) {
      const value = forceList(values);
      if (listLength(value) === 0) return value;
      forceFunction(predicate);
      const kept: Handle[] = [];
      for (const element of elements(value)) if (forceBoolean(call(predicate, element))) kept.push(element);
      return kept.length === listLength(value) ? value : list(kept);
    },
  },
  {
    name: "elem",
    arity: 2,
    apply(wanted, values) {
      for (const element of elements(forceList(values))) if (equalValues(wanted, element, true)) return boolean(true);
      return boolean(false);
    },
  },
  {
    name: "concatLists",
    arity: 1,
    apply(lists) {
      const parts: Handle[] = [];
      for (const each of elements(forceList(lists))) parts.push(forceList(each));
      return concatAll(parts);
    },
  },
  {
    name: "concatMap",
    arity: 2,
    apply(callee, values) {
      forceFunction(callee);
      const parts: Handle[] = [];
      for (const element of elements(forceList(values))) parts.push(forceList(call(callee, element)));
      return concatAll(parts);
    },
  },
  {
    name: "foldl'",
    arity: 3,
    apply(callee, start, values) {
      forceFunction(callee);
      const value = forceList(values);
      let result = start;
      // Nix forces every result but the one that it starts from
      for (const element of elements(value)) result = call2(callee, result, element);
      return force(result);
    },
  },
  { name: "any", arity: 2, apply: (predicate, values) => search(predicate, values, true) },
  { name: "all", arity: 2, apply: (predicate, values) => search(predicate, values, false) },
  {
    name: "genList",
    arity: 2,
    apply(callee, length) {
      const count = integerOf(length);
      if (count < 0n) throw fail("eval", `cannot create list of size ${count}`);
      forceFunction(callee);
      return listOf(Number(count), (index) => delayCall(callee, integer(index)));
    },
  },
  {
    name: "sort",
    arity: 2,
    apply(before, values) {
      const value = forceList(values);
      if (listLength(value) === 0) return value;
      const callee = forceFunction(before);
      const sorted = [...elements(value)];
      for (const element of sorted) force(element);
      const isLessThan =
        (callee & 7) === OTHER && kindOf(callee) === BUILTIN_KIND && builtinOf(callee).name === "lessThan";
      const comesBefore = isLessThan
        ? (a: Handle, b: Handle) => lessThan(force(a), force(b))
        : (a: Handle, b: Handle) => forceBoolean(call2(callee, a, b));
      return list(stableSort(sorted, comesBefore));
    },
  },
  {
    name: "partition",
    arity: 2,
    apply(predicate, values) {
      forceFunction(predicate);
      const right: Handle[] = [];
      const wrong: Handle[] = [];
      for (const element of elements(forceList(values))) {
        force(element);
        (forceBoolean(call(predicate, element)) ? right : wrong).push(element);
      }
      return makeAttrs([
        { symbol: RIGHT, value: list(right) },
        { symbol: WRONG, value: list(wrong) },
      ]);
    },
  },
  {
    name: "genericClosure",
    arity: 1,
    apply(argument) {
      const set = forceAttrs(argument);
      const work: Handle[] = [...elements(forceList(requiredAttribute(set, START_SET)))];
      if (work.length === 0) return list([]);
      const operator = forceFunction(requiredAttribute(set, OPERATOR));
      const found: Handle[] = [];
      const seen = new KeySet();
      for (let next = 0; next < work.length; next++) {
        const element = work[next]!;
        const key = force(requiredAttribute(forceAttrs(element), KEY));
        if (!seen.add(key)) continue;
        found.push(element);
        for (const more of elements(forceList(call(operator, element)))) {
          force(more);
          work.push(more);
        }
      }
      return list(found);
    },
  },
];

function concatAll(parts: readonly Handle[]): Handle {
  const filled = parts.filter((part) => listLength(part) > 0);
  if (filled.length === 1) return filled[0]!;
  const all: Handle[] = [];
  for (const part of filled) for (const element of elements(part)) all.push(element);
  return list(all);
}

/** The keys of a closure, in an ordered tree as Nix has it: keys need an order, and the same comparisons fail. */
class KeySet {
  readonly #sorted: Handle[] = [];

  /** Whether the key is new. */
  add(key: Handle): boolean {
    let low = 0;
    let high = this.#sorted.length;
    if (high === 0) lessThan(key, key);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lessThan(this.#sorted[middle]!, key)) low = middle + 1;
      else high = middle;
    }
    if (low < this.#sorted.length && !lessThan(key, this.#sorted[low]!)) return false;
    this.#sorted.splice(low, 0, key);
    return true;
  }
}

/** Builtins about lists. */

import { integerOf } from "../eval/machine/arithmetic.ts";
import { delayCall } from "../eval/machine/applications.ts";
import { type Builtin, builtinOf } from "../eval/machine/builtin.ts";
import { equalValues, lessThan } from "../eval/machine/compare.ts";
import { beginGathering, forgetGathered, gather, gatheredCount, gatheredList } from "../eval/memory/gather.ts";
import {
  BUILTIN_KIND,
  EMPTY_LIST,
  type Handle,
  INTEGER,
  integer,
  kindOf,
  LIST,
  list,
  listElement,
  listLength,
  OTHER,
  STRING,
} from "../eval/memory/heap.ts";
import { call, call2, fail, force } from "../eval/machine/machine.ts";
import { symbols, textOf } from "../eval/memory/strings.ts";
import {
  boolean,
  elements,
  forceAttrs,
  forceBoolean,
  forceList,
  makeAttrs,
  newList,
  requiredAttribute,
  setElement,
} from "../eval/memory/values.ts";
import { lookAtDifference, textBesidesHashes } from "../eval/memory/volatile.ts";
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
  const list = forceList(values);
  for (let index = 0, count = listLength(list); index < count; index++) {
    if (forceBoolean(call(predicate, listElement(list, index))) === wanted) return boolean(wanted);
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
      const count = listLength(value) - 1;
      const result = newList(count);
      for (let index = 0; index < count; index++) setElement(result, index, listElement(value, index + 1));
      return result;
    },
  },
  {
    name: "elemAt",
    arity: 2,
    apply(values, index) {
      const inline = force(index);
      // something else than a number is an error before the list is looked at
      const at = (inline & 7) === INTEGER ? undefined : integerOf(inline);
      const value = forceList(values);
      if ((inline & 7) === INTEGER && inline >= 0 && inline >> 3 < listLength(value)) {
        return force(listElement(value, inline >> 3));
      }
      const number = at ?? inline >> 3;
      throw fail("eval", `'builtins.elemAt' called with index ${number} on a list of size ${listLength(value)}`);
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
      const result = newList(count);
      for (let index = 0; index < count; index++) {
        setElement(result, index, delayCall(callee, listElement(value, index)));
      }
      return result;
    },
  },
  {
    name: "filter",
    arity: 2,
    apply(predicate, values) {
      const value = forceList(values);
      if (listLength(value) === 0) return value;
      forceFunction(predicate);
      const gathering = beginGathering();
      const count = listLength(value);
      for (let index = 0; index < count; index++) {
        const element = listElement(value, index);
        if (forceBoolean(call(predicate, element))) gather(element);
      }
      if (gatheredCount(gathering) < count) return gatheredList(gathering);
      forgetGathered(gathering);
      return value;
    },
  },
  {
    name: "elem",
    arity: 2,
    apply(wanted, values) {
      const list = forceList(values);
      for (let index = 0, count = listLength(list); index < count; index++) {
        if (equalValues(wanted, listElement(list, index), true)) return boolean(true);
      }
      return boolean(false);
    },
  },
  {
    name: "concatLists",
    arity: 1,
    apply(lists) {
      const list = forceList(lists);
      const gathering = beginGathering();
      for (let index = 0, count = listLength(list); index < count; index++) {
        gather(forceList(listElement(list, index)));
      }
      return concatLists(gatheredList(gathering));
    },
  },
  {
    name: "concatMap",
    arity: 2,
    apply(callee, values) {
      forceFunction(callee);
      const list = forceList(values);
      const gathering = beginGathering();
      for (let index = 0, count = listLength(list); index < count; index++) {
        gather(forceList(call(callee, listElement(list, index))));
      }
      return concatLists(gatheredList(gathering));
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
      for (let index = 0, count = listLength(value); index < count; index++) {
        result = call2(callee, result, listElement(value, index));
      }
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
      const result = newList(Number(count));
      for (let index = 0; index < Number(count); index++) {
        setElement(result, index, delayCall(callee, integer(index)));
      }
      return result;
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
      const value = forceList(values);
      for (let index = 0, count = listLength(value); index < count; index++) {
        const element = listElement(value, index);
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
      if (work.length === 0) return EMPTY_LIST;
      const operator = forceFunction(requiredAttribute(set, OPERATOR));
      return list(closure(work, operator));
    },
  },
];

/**
 * All elements that an operator leads to, the first of each key. V8 compiles this loop while it runs; were there anything
 * behind it that it has not seen yet, the compiled loop would be left in vain each time it ends.
 */
function closure(work: Handle[], operator: Handle): Handle[] {
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
  return found;
}

/** All elements of a list of lists. */
function concatLists(lists: Handle): Handle {
  let length = 0;
  let filled = 0;
  let last = EMPTY_LIST;
  for (let index = 0, count = listLength(lists); index < count; index++) {
    const part = listElement(lists, index);
    if (listLength(part) === 0) continue;
    length += listLength(part);
    filled++;
    last = part;
  }
  if (filled <= 1) return last;
  const all = newList(length);
  let at = 0;
  for (let index = 0, count = listLength(lists); index < count; index++) {
    const part = listElement(lists, index);
    for (let each = 0, size = listLength(part); each < size; each++) setElement(all, at++, listElement(part, each));
  }
  return all;
}

/** Nobody sees the order of keys, so nothing has looked at the texts that are compared (`eval/memory/volatile.ts`). */
function isBefore(key: Handle, other: Handle): boolean {
  const areTexts = (key & 7) === STRING && (other & 7) === STRING;
  return areTexts ? textOf(key) < textOf(other) : lessThan(key, other);
}

/** The keys of a closure, in an ordered tree as Nix has it: keys need an order, and the same comparisons fail. */
class KeySet {
  readonly #sorted: Handle[] = [];
  /** Keys that are the same but for hashes of sources, which may become the same. */
  readonly #alike = new Map<string, string[]>();

  /** Whether the key is new. */
  add(key: Handle): boolean {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(key, this.#sorted[middle]!)) high = middle;
      else low = middle + 1;
    }
    if (low > 0 && !isBefore(this.#sorted[low - 1]!, key)) return false;
    this.#sorted.splice(low, 0, key);
    if ((key & 7) === STRING) this.#lookAtAlike(textOf(key));
    return true;
  }

  #lookAtAlike(text: string): void {
    const common = textBesidesHashes(text);
    if (common === undefined) return;
    const alike = this.#alike.get(common);
    if (alike === undefined) this.#alike.set(common, [text]);
    else {
      for (const other of alike) lookAtDifference(other, text);
      alike.push(text);
    }
  }
}

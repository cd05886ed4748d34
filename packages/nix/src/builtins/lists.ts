/** Builtins about lists. */

import { integerOf } from "../eval/machine/arithmetic.ts";
import * as Core from "../eval/core/builtin-numbers.ts";
import { type Builtin, builtinOf, inCore } from "../eval/machine/builtin.ts";
import { lessThan } from "../eval/machine/compare.ts";
import {
  BUILTIN_KIND,
  EMPTY_LIST,
  HeapExhausted,
  type Handle,
  kindOf,
  list,
  listElement,
  listLength,
  OTHER,
  STRING,
} from "../eval/memory/heap.ts";
import { call, call2, fail, force, forceFunction } from "../eval/machine/machine.ts";
import { symbols, textOf } from "../eval/memory/strings.ts";
import { elements, forceAttrs, forceBoolean, forceList, makeAttrs, requiredAttribute } from "../eval/memory/values.ts";
import { lookAtDifference, textBesidesHashes } from "../eval/memory/volatile.ts";
import { stableSort } from "./stable-sort.ts";

const RIGHT = symbols.ofName("right");
const WRONG = symbols.ofName("wrong");
const START_SET = symbols.ofName("startSet");
const OPERATOR = symbols.ofName("operator");
const KEY = symbols.ofName("key");

export const listBuiltins: readonly Builtin[] = [
  inCore("isList", 1, Core.IS_LIST),
  inCore("length", 1, Core.LENGTH),
  {
    name: "head",
    arity: 1,
    core: Core.HEAD,
    apply() {
      throw fail("eval", "'builtins.head' called on an empty list");
    },
  },
  {
    name: "tail",
    arity: 1,
    core: Core.TAIL,
    apply() {
      throw fail("eval", "'builtins.tail' called on an empty list");
    },
  },
  {
    name: "elemAt",
    arity: 2,
    core: Core.ELEM_AT,
    apply(values, index) {
      // something else than a number is an error before the list is looked at
      const number = integerOf(index);
      const list = forceList(values);
      const size = listLength(list);
      // the core counts no further than a handle does
      if (number > 0n && number < size) return force(listElement(list, Number(number)));
      throw fail("eval", `'builtins.elemAt' called with index ${number} on a list of size ${size}`);
    },
  },
  inCore("map", 2, Core.MAP),
  inCore("filter", 2, Core.FILTER),
  inCore("elem", 2, Core.ELEM),
  inCore("concatLists", 1, Core.CONCAT_LISTS),
  inCore("concatMap", 2, Core.CONCAT_MAP),
  inCore("foldl'", 3, Core.FOLDL),
  inCore("any", 2, Core.ANY),
  inCore("all", 2, Core.ALL),
  {
    name: "genList",
    arity: 2,
    core: Core.GEN_LIST,
    apply(callee, length) {
      const count = integerOf(length);
      if (count < 0n) throw fail("eval", `cannot create list of size ${count}`);
      forceFunction(callee);
      throw new HeapExhausted();
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

/** Equality and order of values, as `==` and `<` have them. */

import {
  ATTRS,
  BUILTIN_KIND,
  ATTRS_HEADER,
  bigIntegerValue,
  type Code,
  FUNCTION,
  type Handle,
  heap,
  INTEGER,
  isFloat,
  isInteger,
  kindOf,
  LIST,
  listElement,
  listLength,
  OTHER,
  PATH,
  STRING,
} from "../memory/heap.ts";
import { numberOf } from "./arithmetic.ts";
import { fail, force } from "./machine.ts";
import { lookAt, lookAtDifference } from "../memory/volatile.ts";
import { lookAtNames } from "./source-facts.ts";
import { checkNesting } from "./nesting.ts";
import { shapeOf, slotOf } from "../memory/shapes.ts";
import { describe } from "../errors/show.ts";
import { pathOf, symbols, textOf } from "../memory/strings.ts";

const TYPE = symbols.ofName("type");
const OUT_PATH = symbols.ofName("outPath");

/**
 * Whether two values are equal. Functions never are, unless they are one and the same element of two lists or sets:
 * `nested` says that the values come from such a place.
 */
export function equalValues(left: Handle, right: Handle, nested: boolean, level = 0): boolean {
  checkNesting(level);
  if (nested && left === right) {
    force(left);
    return true;
  }
  const a = force(left);
  const b = force(right);
  if (a === b && (a & 7) !== FUNCTION && (a & 7) !== ATTRS && (a & 7) !== LIST && !isFloat(a)) {
    return (a & 7) !== OTHER || isInteger(a) || isPlain(a);
  }
  if (isInteger(a)) {
    if (isInteger(b))
      return (a & 7) === INTEGER && (b & 7) === INTEGER ? a === b : bigIntegerValue(a) === bigIntegerValue(b);
    return isFloat(b) && numberOf(a) === numberOf(b);
  }
  if (isFloat(a)) return (isFloat(b) || isInteger(b)) && numberOf(a) === numberOf(b);
  if ((a & 7) !== (b & 7)) return false;
  switch (a & 7) {
    case STRING:
      return areSame(textOf(a), textOf(b));
    case PATH:
      return areSame(pathOf(a), pathOf(b));
    case LIST:
      return equalLists(a, b, level + 1);
    case ATTRS:
      return equalAttrs(a, b, level + 1);
    default:
      return a === b && isPlain(a);
  }
}

function areSame(first: string, second: string): boolean {
  if (first === second) return true;
  if (first.length === second.length) lookAtDifference(first, second);
  return false;
}

/** null and the Booleans, of which there is one each. */
function isPlain(value: Handle): boolean {
  return (value & 7) === OTHER && kindOf(value) <= 1;
}

function equalLists(a: Handle, b: Handle, level: number): boolean {
  const count = listLength(a);
  if (count !== listLength(b)) return false;
  for (let index = 0; index < count; index++) {
    if (!equalValues(listElement(a, index), listElement(b, index), true, level)) return false;
  }
  return true;
}

function equalAttrs(a: Handle, b: Handle, level: number): boolean {
  const left = shapeOf(heap[a >>> 3]!);
  const right = shapeOf(heap[b >>> 3]!);
  // derivations are equal if what they build is
  if (isDerivation(a) && isDerivation(b)) {
    const mine = slotOf(left, OUT_PATH);
    const theirs = slotOf(right, OUT_PATH);
    if (mine >= 0 && theirs >= 0) return equalValues(valueAt(a, mine), valueAt(b, theirs), true, level);
  }
  lookAtNames(a);
  lookAtNames(b);
  const { count } = left;
  if (count !== right.count) return false;
  for (let slot = 0; slot < count; slot++) {
    // values are compared up to the first name that differs
    if (left !== right && left.symbols[slot] !== right.symbols[slot]) return false;
    if (!equalValues(valueAt(a, slot), valueAt(b, slot), true, level)) return false;
  }
  return true;
}

function valueAt(set: Handle, slot: number): Handle {
  return heap[(set >>> 3) + ATTRS_HEADER + slot]!;
}

export function isDerivation(set: Handle): boolean {
  if ((set & 7) !== ATTRS) return false;
  const slot = slotOf(shapeOf(heap[set >>> 3]!), TYPE);
  if (slot < 0) return false;
  const type = force(valueAt(set, slot));
  return (type & 7) === STRING && textOf(type) === "derivation";
}

/** Whether one value comes before the other. Both must have been forced. */
export function lessThan(a: Handle, b: Handle, at?: Code, level = 0): boolean {
  if ((a & 7) === INTEGER && (b & 7) === INTEGER) return a >> 3 < b >> 3;
  if (isInteger(a) && isInteger(b)) return bigIntegerValue(a) < bigIntegerValue(b);
  if ((isInteger(a) || isFloat(a)) && (isInteger(b) || isFloat(b))) return numberOf(a) < numberOf(b);
  if ((a & 7) === STRING && (b & 7) === STRING) return comesBefore(textOf(a), textOf(b));
  if ((a & 7) === PATH && (b & 7) === PATH) return comesBefore(pathOf(a), pathOf(b));
  if ((a & 7) === LIST && (b & 7) === LIST) {
    checkNesting(level);
    for (let index = 0; ; index++) {
      if (index === listLength(b)) return false;
      if (index === listLength(a)) return true;
      const left = listElement(a, index);
      const right = listElement(b, index);
      if (!equalValues(left, right, true)) return lessThan(force(left), force(right), at, level + 1);
    }
  }
  const mine = describe(a);
  const theirs = describe(b);
  const areAlike = isFunction(a) ? isFunction(b) : mine === theirs;
  const incomparable = areAlike ? "; values of that type are incomparable" : "";
  throw fail("eval", `cannot compare ${mine} with ${theirs}${incomparable}`, at);
}

function comesBefore(first: string, second: string): boolean {
  lookAt(first);
  lookAt(second);
  return first < second;
}

function isFunction(value: Handle): boolean {
  return (value & 7) === FUNCTION || ((value & 7) === OTHER && kindOf(value) >= BUILTIN_KIND);
}

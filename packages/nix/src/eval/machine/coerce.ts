/**
 * Values as strings: `"${…}"`, `+`, `toString`, derivation attributes. Along with the text goes the context, the store
 * paths that it refers to.
 */

import { addIntegers, numberOf } from "./arithmetic.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  bigIntegerValue,
  type Code,
  type Environment,
  FALSE,
  float,
  type Handle,
  heap,
  INTEGER,
  isFloat,
  isInteger,
  LIST,
  listElement,
  listLength,
  NULL,
  PATH,
  STRING,
  TRUE,
} from "../memory/heap.ts";
import { textOfPath } from "../files/core-files.ts";
import { fixedFloatText } from "./floats.ts";
import { call, evaluate, fail, force } from "./machine.ts";
import { checkNesting } from "./nesting.ts";
import { shapeOf, slotOf } from "../memory/shapes.ts";
import { describe, show } from "../errors/show.ts";
import { storePathOfFile } from "../files/sources.ts";
import {
  type ContextId,
  contextOf,
  type ContextPart,
  joinAll,
  joinContexts,
  NO_CONTEXT,
  partsOfAll,
  path,
  pathOf,
  string,
  symbols,
  textOf,
} from "../memory/strings.ts";

const TO_STRING = symbols.ofName("__toString");
const OUT_PATH = symbols.ofName("outPath");

export interface CoerceOptions {
  /** Whether numbers, Booleans, null and lists have a text, too. */
  readonly more: boolean;
  /** Whether a path becomes the store path of a copy of it. */
  readonly copy: boolean;
}

/** How many contexts wait to be joined, at the most. */
const MOST_WAITING = 256;
const NONE: readonly ContextId[] = [];

/** Gathers the contexts of the strings that a text is made of. They are joined at the end, all at once. */
export class Gathered {
  #first: ContextId = NO_CONTEXT;
  #last: ContextId = NO_CONTEXT;
  /** All of them, if there are several. */
  #several: ContextId[] | undefined;

  add(context: ContextId): void {
    if (context === NO_CONTEXT || context === this.#last) return;
    this.#last = context;
    if (this.#first === NO_CONTEXT) this.#first = context;
    else if (this.#several === undefined) this.#several = [this.#first, context];
    else if (this.#several.push(context) > MOST_WAITING) this.#several = [joinAll(this.#several)];
  }

  get context(): ContextId {
    const several = this.#several;
    if (several === undefined) return this.#first;
    return several.length === 2 ? joinContexts(several[0]!, several[1]!) : joinAll(several);
  }

  get parts(): ContextPart[] {
    return partsOfAll(this.#several ?? (this.#first === NO_CONTEXT ? NONE : [this.#first]));
  }
}

export function coerce(handle: Handle, into: Gathered, options: CoerceOptions, at?: Code, level = 0): string {
  checkNesting(level);
  const value = force(handle);
  switch (value & 7) {
    case STRING:
      into.add(contextOf(value));
      return textOf(value);
    case PATH: {
      if (!options.copy) return textOfPath(pathOf(value));
      const copied = storePathOfFile(pathOf(value));
      into.add(copied.context);
      return copied.path;
    }
    case ATTRS: {
      const shape = shapeOf(heap[value >>> 3]!);
      const toString = slotOf(shape, TO_STRING);
      if (toString >= 0)
        return coerce(call(heap[(value >>> 3) + ATTRS_HEADER + toString]!, value), into, options, at, level + 1);
      const outPath = slotOf(shape, OUT_PATH);
      if (outPath >= 0) return coerce(heap[(value >>> 3) + ATTRS_HEADER + outPath]!, into, options, at, level + 1);
      break;
    }
    case LIST:
      if (options.more) return coerceList(value, into, options, at, level + 1);
      break;
    default:
      if (!options.more) break;
      if (value === TRUE) return "1";
      if (value === FALSE || value === NULL) return "";
      if ((value & 7) === INTEGER) return String(value >> 3);
      if (isInteger(value)) return bigIntegerValue(value).toString();
      if (isFloat(value)) return fixedFloatText(value);
  }
  throw fail("type", `cannot coerce ${describe(value)} to a string: ${show(value)}`, at);
}

function coerceList(list: Handle, into: Gathered, options: CoerceOptions, at: Code | undefined, level: number): string {
  let text = "";
  const count = listLength(list);
  for (let index = 0; index < count; index++) {
    const element = listElement(list, index);
    text += coerce(element, into, options, at, level);
    const value = force(element);
    // no blank behind an empty list, as Nix has always had it
    if (index < count - 1 && !((value & 7) === LIST && listLength(value) === 0)) text += " ";
  }
  return text;
}

const INTERPOLATION: CoerceOptions = { more: false, copy: true };
const CONCATENATION: CoerceOptions = { more: false, copy: false };

/** `"…${…}…"` */
export function joinString(code: Code, environment: Environment): Handle {
  const into = new Gathered();
  let text = "";
  for (let index = 0, count = heap[code + 1]!; index < count; index++) {
    const piece = code + heap[code + 2 + index]!;
    text += coerce(evaluate(piece, environment), into, INTERPOLATION, piece);
  }
  return string(text, into.context);
}

/** `./a/${…}` */
export function joinPath(code: Code, environment: Environment): Handle {
  const into = new Gathered();
  let text = pathOf(evaluate(code + heap[code + 2]!, environment));
  for (let index = 1, count = heap[code + 1]!; index < count; index++) {
    const piece = code + heap[code + 2 + index]!;
    text += coerce(evaluate(piece, environment), into, CONCATENATION, piece);
  }
  return appendedPath(text, into, code);
}

function appendedPath(text: string, into: Gathered, at: Code): Handle {
  if (into.context !== NO_CONTEXT) {
    throw fail("eval", "a string that refers to a store path cannot be appended to a path", at);
  }
  return path(canonicalPath(text));
}

export function addToInteger(left: Handle, value: Handle, at: Code): Handle {
  if (isInteger(value)) return addIntegers(left, value, at);
  if (isFloat(value)) return float(numberOf(left) + numberOf(value));
  throw fail("eval", `cannot add ${describe(value)} to an integer`, at);
}

/** `left + right`: the type of the left operand decides. */
export function addValues(code: Code, left: Handle, right: Code, environment: Environment): Handle {
  if (isInteger(left)) return addToInteger(left, evaluate(right, environment), right);
  if (isFloat(left)) {
    const value = evaluate(right, environment);
    if (isInteger(value) || isFloat(value)) return float(numberOf(left) + numberOf(value));
    throw fail("eval", `cannot add ${describe(value)} to a float`, right);
  }
  const into = new Gathered();
  const options = (left & 7) === STRING ? INTERPOLATION : CONCATENATION;
  const isPath = (left & 7) === PATH;
  const text = coerce(left, into, options, code) + coerce(evaluate(right, environment), into, options, right);
  return isPath ? appendedPath(text, into, code) : string(text, into.context);
}

/** An absolute path without `.`, `..` and doubled slashes. */
export function canonicalPath(text: string): string {
  if (isCanonical(text)) return text;
  const kept: string[] = [];
  for (const part of text.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") kept.pop();
    else kept.push(part);
  }
  return `/${kept.join("/")}`;
}

const SLASH = 47;
const DOT = 46;

/** Whether a path needs no change: nearly all do not. */
function isCanonical(text: string): boolean {
  if (text.charCodeAt(0) !== SLASH) return false;
  let start = 1;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && text.charCodeAt(at) !== SLASH) continue;
    const length = at - start;
    if (length === 0 && text.length > 1) return false;
    if (length <= 2 && length > 0 && text.charCodeAt(start) === DOT && text.charCodeAt(at - 1) === DOT) return false;
    start = at + 1;
  }
  return true;
}

/**
 * Values as Nix shows them: in messages, where they are cut short and nothing is evaluated, and as the results of
 * `nix-instantiate --eval`, in an older notation. Texts are bytes.
 */

import { builtinOf } from "../machine/builtin.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  bigIntegerValue,
  BUILTIN_KIND,
  FALSE,
  FUNCTION,
  type Handle,
  heap,
  isFloat,
  isInteger,
  kindOf,
  LIST,
  listElement,
  listLength,
  NULL,
  PATH,
  STRING,
  THUNK,
  TRUE,
} from "../memory/heap.ts";
import { shownPath } from "../files/core-files.ts";
import { floatText } from "../machine/floats.ts";
import { placeOfCode } from "../code/link.ts";
import { elided, quoteName, quoteString, special } from "../../syntax/quote.ts";
import { alphabetical, type Shape, shapeOf } from "../memory/shapes.ts";
import { contextOf, NO_CONTEXT, pathOf, symbols, textOf } from "../memory/strings.ts";

/** `a set`, `an integer`, … */
export function describe(handle: Handle): string {
  switch (handle & 7) {
    case ATTRS:
      return "a set";
    case LIST:
      return "a list";
    case FUNCTION:
      return "a function";
    case STRING:
      return contextOf(handle) === NO_CONTEXT ? "a string" : "a string with context";
    case PATH:
      return "a path";
    case THUNK:
      return "a thunk";
    default:
      if (isInteger(handle)) return "an integer";
      if (isFloat(handle)) return "a float";
      if (handle === NULL) return "null";
      if (handle === TRUE || handle === FALSE) return "a Boolean";
      if (kindOf(handle) === BUILTIN_KIND) return `the built-in function '${builtinOf(handle).name}'`;
      return `the partially applied built-in function '${builtinOf(handle).name}'`;
  }
}

/** What two printers have in common. */
function plainText(value: Handle, longest?: number): string | undefined {
  switch (value & 7) {
    case STRING:
      return quoteString(textOf(value), longest);
    case PATH:
      return shownPath(pathOf(value));
    case ATTRS:
    case LIST:
    case FUNCTION:
    case THUNK:
      return undefined;
    default:
      if (isInteger(value)) return bigIntegerValue(value).toString();
      if (isFloat(value)) return floatText(value);
      if (value === NULL) return "null";
      if (value === TRUE) return "true";
      if (value === FALSE) return "false";
      return undefined;
  }
}

/** A thunk's value if it has one. */
export function evaluated(handle: Handle): Handle {
  if ((handle & 7) !== THUNK) return handle;
  const cell = handle >>> 3;
  return heap[cell] === 0 ? heap[cell + 1]! : handle;
}

function isUnderEvaluation(handle: Handle): boolean {
  return heap[handle >>> 3]! < 0;
}

// ---- in messages

interface Limits {
  readonly levels: number;
  readonly members: number;
  readonly stringLength: number;
}

const IN_ERRORS: Limits = { levels: 10, members: 10, stringLength: 1024 };
const NONE: Limits = { levels: Infinity, members: Infinity, stringLength: Infinity };

/** As errors have it: cut short. */
export function show(handle: Handle): string {
  return new Shown(IN_ERRORS).value(handle, 0);
}

/** As `trace` has it: whole. */
export function showWhole(handle: Handle): string {
  return new Shown(NONE).value(handle, 0);
}

/** C++ Nix has one empty set for all uses. */
const EMPTY_SETS: Handle = -1;

class Shown {
  readonly #limits: Limits;
  readonly #seen = new Set<Handle>();
  #attrs = 0;
  #items = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  value(handle: Handle, depth: number): string {
    const value = evaluated(handle);
    const plain = plainText(value, this.#limits.stringLength);
    if (plain !== undefined) return plain;
    switch (value & 7) {
      case ATTRS:
        return this.#set(value, depth);
      case LIST:
        return this.#list(handle, value, depth);
      case FUNCTION:
        return lambdaText(value);
      case THUNK:
        return special(isUnderEvaluation(value) ? "potential infinite recursion" : "thunk");
      default: {
        const partially = kindOf(value) === BUILTIN_KIND ? "" : "partially applied ";
        return special(`${partially}primop ${builtinOf(value).name}`);
      }
    }
  }

  #set(value: Handle, depth: number): string {
    const shape = shapeOf(heap[value >>> 3]!);
    const identity = shape.count === 0 ? EMPTY_SETS : value;
    if (this.#seen.has(identity)) return special("repeated");
    this.#seen.add(identity);
    if (depth >= this.#limits.levels) return "{ ... }";
    const sorted = this.#inOrder(shape);
    let text = "{";
    for (const [index, slot] of sorted.entries()) {
      if (this.#attrs >= this.#limits.members) {
        text += ` ${elided(sorted.length - index, "attribute", "attributes")}`;
        break;
      }
      const name = quoteName(symbols.name(shape.symbols[slot]!));
      text += ` ${name} = ${this.value(heap[(value >>> 3) + ATTRS_HEADER + slot]!, depth + 1)};`;
      this.#attrs++;
    }
    return `${text} }`;
  }

  /** The slots of a set. Where it may be cut, what says most comes first. */
  #inOrder(shape: Shape): number[] {
    const slots = [...alphabetical(shape, symbols)];
    if (this.#limits.members === Infinity) return slots;
    const isType = (slot: number): boolean => /^_?type$/.test(symbols.name(shape.symbols[slot]!));
    return [...slots.filter(isType), ...slots.filter((slot) => !isType(slot))];
  }

  #list(handle: Handle, value: Handle, depth: number): string {
    const count = listLength(value);
    // the same elements in another value are not the same to Nix
    if (count > 0) {
      if (this.#seen.has(handle)) return special("repeated");
      this.#seen.add(handle);
    }
    if (depth >= this.#limits.levels) return "[ ... ]";
    let text = "[";
    for (let index = 0; index < count; index++) {
      if (this.#items >= this.#limits.members) {
        text += ` ${elided(count - index, "item", "items")}`;
        break;
      }
      text += ` ${this.value(listElement(value, index), depth + 1)}`;
      this.#items++;
    }
    return `${text} ]`;
  }
}

function lambdaText(value: Handle): string {
  const lambda = heap[value >>> 3]!;
  const name = heap[lambda + 3]! < 0 ? "" : ` ${quoteName(symbols.name(heap[lambda + 3]!))}`;
  const place = placeOfCode(lambda);
  const at = place === undefined ? "" : ` @ ${place.origin.name}:${place.line}:${place.column}`;
  return special(`lambda${name}${at}`);
}

// ---- as results

/** A value as `nix-instantiate --eval` prints it: whole, with what is not evaluated as `<CODE>`. */
export function showResult(handle: Handle, seen = new Set<Handle>()): string {
  const value = evaluated(handle);
  const plain = plainText(value);
  if (plain !== undefined) return plain;
  switch (value & 7) {
    case ATTRS: {
      const shape = shapeOf(heap[value >>> 3]!);
      if (shape.count > 0 && seen.has(value)) return special("repeated");
      seen.add(value);
      let text = "{ ";
      for (const slot of alphabetical(shape, symbols)) {
        text += `${quoteName(symbols.name(shape.symbols[slot]!))} = ${showResult(heap[(value >>> 3) + ATTRS_HEADER + slot]!, seen)}; `;
      }
      return `${text}}`;
    }
    case LIST: {
      // C++ Nix keeps up to two elements in the value itself, which the copy that it starts from does not share
      const identity = listLength(value) <= 2 ? handle : value;
      if (listLength(value) > 0 && seen.has(identity)) return special("repeated");
      seen.add(identity);
      let text = "[ ";
      for (let index = 0; index < listLength(value); index++) text += `${showResult(listElement(value, index), seen)} `;
      return `${text}]`;
    }
    case FUNCTION:
      return "<LAMBDA>";
    case THUNK:
      return isUnderEvaluation(value) ? special("potential infinite recursion") : "<CODE>";
    default:
      return kindOf(value) === BUILTIN_KIND ? "<PRIMOP>" : "<PRIMOP-APP>";
  }
}

/** Values as Nix shows them. */

import {
  ATTRS,
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
  PARTIAL_KIND,
  PATH,
  STRING,
  THUNK,
  TRUE,
} from "./heap.ts";
import { builtinOf } from "./builtin.ts";
import { numberOf } from "./arithmetic.ts";
import { alphabetical, shapeOf } from "./shapes.ts";
import { contextOf, NO_CONTEXT, pathOf, symbols, textOf } from "./strings.ts";

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

export function show(handle: Handle): string {
  switch (handle & 7) {
    case ATTRS: {
      const shape = shapeOf(heap[handle >>> 3]!);
      let text = "{ ";
      for (const slot of alphabetical(shape, symbols)) {
        text += `${symbols.name(shape.symbols[slot]!)} = ${show(heap[(handle >>> 3) + 1 + slot]!)}; `;
      }
      return `${text}}`;
    }
    case LIST: {
      let text = "[ ";
      for (let index = 0; index < listLength(handle); index++) text += `${show(listElement(handle, index))} `;
      return `${text}]`;
    }
    case FUNCTION:
      return "«lambda»";
    case STRING:
      return JSON.stringify(textOf(handle));
    case PATH:
      return pathOf(handle);
    case THUNK: {
      const cell = handle >>> 3;
      return heap[cell] === 0 ? show(heap[cell + 1]!) : "«thunk»";
    }
    default:
      if (isInteger(handle)) return bigIntegerValue(handle).toString();
      if (isFloat(handle)) return String(numberOf(handle));
      if (handle === NULL) return "null";
      if (handle === TRUE) return "true";
      if (handle === FALSE) return "false";
      return kindOf(handle) === PARTIAL_KIND ? "«partially applied primop»" : `«primop ${builtinOf(handle).name}»`;
  }
}

/** Functions as arguments of builtins. */

import { ATTRS, BUILTIN_KIND, FUNCTION, type Handle, kindOf, OTHER, PARTIAL_KIND } from "../eval/memory/heap.ts";
import { force, typeError } from "../eval/machine/machine.ts";
import { symbols } from "../eval/memory/strings.ts";
import { attribute } from "../eval/memory/values.ts";

const FUNCTOR = symbols.ofName("__functor");

export function isFunction(value: Handle): boolean {
  if ((value & 7) === FUNCTION) return true;
  return (value & 7) === OTHER && (kindOf(value) === BUILTIN_KIND || kindOf(value) === PARTIAL_KIND);
}

/** Forces what has to be a function, or a set that can be called as one. */
export function forceFunction(handle: Handle): Handle {
  const value = force(handle);
  if (isFunction(value)) return value;
  if ((value & 7) === ATTRS && attribute(value, FUNCTOR) !== undefined) return value;
  throw typeError("a function", value);
}

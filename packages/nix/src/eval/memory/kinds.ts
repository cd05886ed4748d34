/** Kinds of numbers. */

import { FLOAT_KIND, type Handle, INTEGER, kindOf, LARGE_INTEGER_KIND, OTHER } from "./words.ts";

export function isInteger(value: Handle): boolean {
  return (value & 7) === INTEGER || ((value & 7) === OTHER && kindOf(value) === LARGE_INTEGER_KIND);
}

export function isFloat(value: Handle): boolean {
  return (value & 7) === OTHER && kindOf(value) === FLOAT_KIND;
}

/** Which numbers there are. */

import { latin1 } from "./tree.ts";

const LARGEST_INTEGER = "9223372036854775807";
const ZERO = 48;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

export function isInteger(source: Uint8Array, start: number, end: number): boolean {
  let first = start;
  while (source[first] === ZERO) first++;
  if (end - first < LARGEST_INTEGER.length) return true;
  // as many digits compare like numbers, and a number of a million digits is never made
  return end - first === LARGEST_INTEGER.length && latin1(source, first, end) <= LARGEST_INTEGER;
}

export function isFloat(digits: string): boolean {
  const value = Number(digits);
  const tooSmall = value < SMALLEST_NORMAL && /[1-9]/.test(digits.replace(/[eE].*/, ""));
  return value !== Infinity && !tooSmall;
}

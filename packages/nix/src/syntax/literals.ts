/** What numbers and strings must not be. Each check gives the message that applies, if one does. */

import type { Message } from "../message.ts";
import { syntaxMessages } from "./messages.ts";
import { latin1 } from "./tree.ts";

const LARGEST_INTEGER = "9223372036854775807";
const ZERO = 48;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

export function checkInteger(source: Uint8Array, start: number, end: number): Message | undefined {
  let first = start;
  while (source[first] === ZERO) first++;
  if (end - first < LARGEST_INTEGER.length) return undefined;
  // as many digits compare like numbers, and a number of a million digits is never made
  if (end - first === LARGEST_INTEGER.length && latin1(source, first, end) <= LARGEST_INTEGER) return undefined;
  return syntaxMessages["integer-out-of-range"](latin1(source, start, end));
}

export function checkFloat(source: Uint8Array, start: number, end: number): Message | undefined {
  const digits = latin1(source, start, end);
  const value = Number(digits);
  const tooSmall = value < SMALLEST_NORMAL && /[1-9]/.test(digits.replace(/[eE].*/, ""));
  return value === Infinity || tooSmall ? syntaxMessages["float-out-of-range"](digits) : undefined;
}

/** Whether the bytes of a string hold a NUL. Nix overlooks one behind a backslash. */
export function containsNull(source: Uint8Array, start: number, end: number, escapes: boolean): boolean {
  for (let at = start; at < end; at++) {
    if (source[at] === 0) return true;
    if (escapes && source[at] === 92) at++;
  }
  return false;
}

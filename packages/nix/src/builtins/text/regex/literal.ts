/** Patterns that match one text alone, such as the separators that texts are split at: they need no automaton. */

import { BYTES, hasByte, type ByteSet } from "./byte-set.ts";
import * as Program from "./program.ts";

/** The one text that a program matches, if it is not empty and nothing is captured. */
export function literalOf(program: Program.Program): string | undefined {
  const { operations, next, arguments: args, start, sets, groups } = program;
  // a group that is repeated no times leaves nothing but its place among the captures
  if (groups > 0) return undefined;
  let text = "";
  let index = start;
  for (; operations[index] === Program.CONSUME; index = next[index]!) {
    const byte = onlyByte(sets[args[index]!]!);
    if (byte === undefined) return undefined;
    text += String.fromCharCode(byte);
  }
  return operations[index] === Program.ACCEPT && text !== "" ? text : undefined;
}

function onlyByte(set: ByteSet): number | undefined {
  let only: number | undefined;
  for (let byte = 0; byte < BYTES; byte++) {
    if (!hasByte(set, byte)) continue;
    if (only !== undefined) return undefined;
    only = byte;
  }
  return only;
}

/**
 * The frames on the machine's side stack. A positive number is the cell of a thunk; everything else is a pair of numbers
 * that are not positive, so that whoever restores thunks can pass over them:
 *
 *     -code, callee        a call, and whom: see below; 0 while that is not known
 *     -code, -set          a selection that evaluates an attribute of a set
 *     CALL, callee         a call by a builtin
 *     ROOT, -code          a whole file or text
 *     NOTE, -index         something that says itself what it is: an error context, an attribute of a derivation
 *
 * A callee is a function's code, negated, or one of the numbers below those of code.
 */

import { ATTRS, BUILTIN_KIND, type Handle, heap, kindOf, OTHER, PARTIAL_KIND } from "../memory/words.ts";

export const CALL = -(2 ** 30);
export const ROOT = CALL - 1;
export const NOTE = CALL - 2;

/** A set with `__functor`. */
export const FUNCTOR = CALL - 3;
const FIRST_BUILTIN = -(2 ** 29) - 1;

export function ofBuiltin(index: number): number {
  return FIRST_BUILTIN - index;
}

/** Of anything that can be called but a function. */
export function ofOther(callee: Handle): number {
  if ((callee & 7) === ATTRS) return FUNCTOR;
  if ((callee & 7) !== OTHER) return 0;
  const kind = kindOf(callee);
  return kind === BUILTIN_KIND || kind === PARTIAL_KIND ? ofBuiltin(heap[(callee >>> 3) + 1]!) : 0;
}

/** The index of the builtin that a callee is, or -1. */
export function builtinIndex(callee: number): number {
  return callee <= FIRST_BUILTIN && callee > CALL ? FIRST_BUILTIN - callee : -1;
}

/** What Nix says of a step of the evaluation, and the position where. */
export interface Remark {
  readonly text: string;
  /** Of a byte in some source; 0 if there is none. */
  readonly position: number;
}

/** The handle of an error context, which is evaluated only if it is needed, or something that makes a remark. */
export type Note = Handle | (() => Remark);

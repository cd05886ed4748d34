/**
 * Builtins: ordinary functions over handles, with a name and a number of arguments. They get their arguments as they
 * were written, unevaluated, and force what they need.
 */

import { builtin as builtinHandle, type Handle, heap } from "../memory/heap.ts";

export interface Builtin {
  readonly name: string;
  readonly arity: 1 | 2 | 3;
  readonly apply: (first: Handle, second: Handle, third: Handle) => Handle;
}

const builtins: Builtin[] = [];
const functions: Builtin["apply"][] = [];

/** A builtin as a value. */
export function builtinValue(builtin: Builtin): Handle {
  const index = builtins.length;
  builtins.push(builtin);
  functions.push(builtin.apply);
  return builtinHandle(index, builtin.arity);
}

/** The builtin of a value, whether it waits for arguments or not. */
export function builtinOf(handle: Handle): Builtin {
  return builtins[heap[(handle >>> 3) + 1]!]!;
}

export function builtinNameAt(index: number): string {
  return builtins[index]!.name;
}

export function applyBuiltin(handle: Handle, first: Handle, second: Handle, third: Handle): Handle {
  return functions[heap[(handle >>> 3) + 1]!]!(first, second, third);
}

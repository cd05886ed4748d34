/**
 * Builtins: ordinary functions over handles, with a name and a number of arguments. They get their arguments as they
 * were written, unevaluated, and force what they need.
 */

import { builtin as builtinHandle, type Handle, heap } from "../memory/heap.ts";

export interface Builtin {
  readonly name: string;
  readonly arity: 1 | 2 | 3;
  /** Which of the core's it is, if it is one: then this applies only what the core leaves. */
  readonly core?: number;
  readonly apply: (first: Handle, second: Handle, third: Handle) => Handle;
}

/** A builtin of which the core does all. */
export function inCore(name: string, arity: Builtin["arity"], core: number): Builtin {
  const apply = (): never => {
    throw new Error(`the core leaves nothing of ${name}`);
  };
  return { name, arity, core, apply };
}

const builtins: Builtin[] = [];
const functions: Builtin["apply"][] = [];

/** A builtin as a value. */
export function builtinValue(builtin: Builtin): Handle {
  const index = builtins.length;
  builtins.push(builtin);
  functions.push(builtin.apply);
  return builtinHandle(index, builtin.arity, builtin.core ?? 0);
}

/** The builtin of a value, whether it waits for arguments or not. */
export function builtinOf(handle: Handle): Builtin {
  return builtins[heap[(handle >>> 3) + 1]!]!;
}

export function builtinNameAt(index: number): string {
  return builtins[index]!.name;
}

export function applyOutside(handle: Handle, first: Handle, second: Handle, third: Handle): Handle {
  return functions[heap[(handle >>> 3) + 1]!]!(first, second, third);
}

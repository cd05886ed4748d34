/** All builtins, and the names under which expressions find them. */

import { builtinValue, type Builtin } from "../eval/builtin.ts";
import { defineGlobal } from "../eval/globals.ts";
import { FALSE, type Handle, NULL, TRUE } from "../eval/heap.ts";
import { attrsOf } from "../eval/positions.ts";
import { globalNames } from "../syntax/scope/global-names.ts";
import { attrsBuiltins } from "./attrs.ts";
import { controlBuiltins } from "./control.ts";
import { importBuiltins } from "./import.ts";
import { listBuiltins } from "./lists.ts";

const families: readonly (readonly Builtin[])[] = [attrsBuiltins, controlBuiltins, importBuiltins, listBuiltins];

/** Makes the values of all builtins. Once, before anything is evaluated. */
export function installBuiltins(constants: Readonly<Record<string, Handle>>): void {
  const values: Record<string, Handle> = { true: TRUE, false: FALSE, null: NULL, ...constants };
  for (const builtin of families.flat()) values[builtin.name] = builtinValue(builtin);
  const builtins = attrsOf(values);
  for (const name of globalNames) {
    const value = values[name] ?? values[name.slice(2)];
    if (value !== undefined) defineGlobal(name, value);
  }
  defineGlobal("builtins", builtins);
}

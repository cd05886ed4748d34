/** The values of the names that Nix itself provides. Builtins put them here; linking reads them. */

import { type Handle } from "./heap.ts";

const values = new Map<string, Handle>();

export function defineGlobal(name: string, value: Handle): void {
  values.set(name, value);
}

export function globalValue(name: string): Handle {
  const value = values.get(name);
  if (value === undefined) throw new Error(`no global ${name}`);
  return value;
}

/** The values of the names that Nix itself provides. Builtins put them here; linking reads them. */

import type { Symbol } from "../../syntax/symbols.ts";
import type { Handle } from "../memory/heap.ts";
import { symbols } from "../memory/strings.ts";

const values = new Map<Symbol, Handle>();

export function defineGlobal(name: string, value: Handle): void {
  values.set(symbols.ofName(name), value);
}

export function globalValue(symbol: Symbol): Handle {
  const value = values.get(symbol);
  if (value === undefined) throw new Error(`no global ${symbols.name(symbol)}`);
  return value;
}

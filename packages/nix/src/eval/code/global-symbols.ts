/** Which symbols are names that Nix itself provides. */

import { globalNames } from "../../syntax/scope/global-names.ts";
import type { Symbol, SymbolTable } from "../../syntax/symbols.ts";

let known: SymbolTable | undefined;
let isGlobal = new Uint8Array(0);

export function isGlobalName(symbols: SymbolTable, symbol: Symbol): boolean {
  if (known !== symbols) {
    known = symbols;
    const globals = globalNames.map((name) => symbols.ofName(name));
    isGlobal = new Uint8Array(Math.max(...globals) + 1);
    for (const each of globals) isGlobal[each] = 1;
  }
  return isGlobal[symbol] === 1;
}

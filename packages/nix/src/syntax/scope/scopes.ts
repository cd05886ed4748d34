/**
 * The names in scope at one place of a file. The innermost meaning of every symbol lies in one array, and what it hides
 * on a stack, so that a look-up is one load however deep the scopes are nested.
 */

import { enlarged } from "../enlarged.ts";
import type { Symbol, SymbolTable } from "../symbols.ts";
import { globalNames } from "./global-names.ts";

/** What a variable means: the index of the token that binds it plus one, or one of these. */
export type Meaning = number;
/** The token is no variable. */
export const NO_VARIABLE: Meaning = 0;
/** A name that Nix itself provides. */
export const GLOBAL: Meaning = -1;
/** To be looked up, when evaluated, in the sets of the `with`s around it. */
export const BY_WITH: Meaning = -2;
export const UNDEFINED: Meaning = -3;

export class Scopes {
  readonly symbols: SymbolTable;
  #innermost: Int32Array;
  /** What is hidden: pairs of a symbol and what it means outside. */
  #hidden = new Int32Array(1024);
  #hiddenCount = 0;

  constructor(symbols: SymbolTable) {
    this.symbols = symbols;
    const globals = globalNames.map((name) => symbols.ofName(name));
    this.#innermost = new Int32Array(Math.max(4096, symbols.size * 2));
    for (const symbol of globals) this.#innermost[symbol] = GLOBAL;
  }

  meaning(symbol: Symbol): Meaning {
    return symbol < this.#innermost.length ? this.#innermost[symbol]! : NO_VARIABLE;
  }

  /** Opens a scope; hand what it returns to {@link close}. */
  open(): number {
    return this.#hiddenCount;
  }

  bind(symbol: Symbol, meaning: Meaning): void {
    if (symbol >= this.#innermost.length) this.#innermost = enlarged(this.#innermost, symbol + 1);
    const hidden = this.#hiddenCount;
    if (hidden + 2 > this.#hidden.length) this.#hidden = enlarged(this.#hidden, hidden + 2);
    this.#hidden[hidden] = symbol;
    this.#hidden[hidden + 1] = this.#innermost[symbol]!;
    this.#hiddenCount = hidden + 2;
    this.#innermost[symbol] = meaning;
  }

  close(scope: number): void {
    for (let hidden = this.#hiddenCount; hidden > scope;) {
      hidden -= 2;
      this.#innermost[this.#hidden[hidden]!] = this.#hidden[hidden + 1]!;
    }
    this.#hiddenCount = scope;
  }

  /** All names that mean something here. */
  names(): string[] {
    const names: string[] = [];
    for (let symbol = 0; symbol < this.symbols.size; symbol++) {
      if (this.meaning(symbol) !== NO_VARIABLE) names.push(this.symbols.name(symbol));
    }
    return names;
  }
}

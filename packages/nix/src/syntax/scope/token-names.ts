/**
 * The names of one file as symbols. Several passes ask for the name of the same token; its bytes are looked up once.
 */

import * as Node from "../node.ts";
import { literalString } from "../strings.ts";
import type { Symbol, SymbolTable } from "../symbols.ts";
import type { Ref, Tree } from "../tree.ts";

/** A name that is computed. */
export const DYNAMIC: Symbol = -1;

export class TokenNames {
  readonly symbols: SymbolTable;
  readonly #tree: Tree;
  /** By token: its symbol plus one, or 0 where nobody has asked. */
  readonly #known: Int32Array;

  constructor(tree: Tree, symbols: SymbolTable) {
    this.symbols = symbols;
    this.#tree = tree;
    this.#known = new Int32Array(tree.tokenCount);
  }

  ofToken(token: number): Symbol {
    const known = this.#known[token]!;
    if (known !== 0) return known - 1;
    const { source, tokenStarts, tokenEnds } = this.#tree;
    const symbol = this.symbols.ofBytes(source, tokenStarts[token]!, tokenEnds[token]!);
    this.#known[token] = symbol + 1;
    return symbol;
  }

  /** The symbol of an attribute's name, which may be a string that is known; {@link DYNAMIC} if it is computed. */
  ofAttribute(name: Ref): Symbol {
    if (name < 0) return this.ofToken(~name);
    const tree = this.#tree;
    const expression = tree.kind(name) === Node.Interpolation ? tree.child(name, 0) : name;
    const literal = literalString(tree, expression);
    return literal === undefined ? DYNAMIC : this.symbols.ofName(literal);
  }
}

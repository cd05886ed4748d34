/**
 * Gives the names of a file their symbols in the order in which Nix's parser does. Nix holds attributes in the order of
 * their symbols, so which of several is evaluated first, by `==` or `deepSeq`, depends on where names were first met.
 *
 * Its parser works from the bottom up: a name gets its symbol when what it stands in is complete. That is the order of
 * the text, but that the argument of a function comes behind its body, and one with a default behind that.
 */

import * as Node from "../node.ts";
import { SymbolTable } from "../symbols.ts";
import { literalString } from "../strings.ts";
import * as Token from "../token.ts";
import { NONE, type Ref, type Tree } from "../tree.ts";

export function meetNames(tree: Tree, symbols: SymbolTable): void {
  new Meeting(tree, symbols).visit(tree.root);
}

/** The names of a file in that order. */
export function namesMet(tree: Tree): string[] {
  const symbols = new SymbolTable();
  meetNames(tree, symbols);
  return Array.from({ length: symbols.size }, (_, symbol) => symbols.name(symbol));
}

class Meeting {
  readonly #tree: Tree;
  readonly #symbols: SymbolTable;

  constructor(tree: Tree, symbols: SymbolTable) {
    this.#tree = tree;
    this.#symbols = symbols;
  }

  visit(ref: Ref): void {
    const tree = this.#tree;
    if (ref < 0) {
      const kind = tree.kind(ref);
      if (kind === Token.Identifier) this.#symbols.ofBytes(tree.source, tree.start(ref), tree.end(ref));
      return;
    }
    switch (tree.kind(ref)) {
      case Node.Lambda:
        this.#visitChild(ref, 1);
        this.visit(tree.child(ref, 2));
        return this.#visitChild(ref, 0);
      case Node.Formal:
        this.#visitChild(ref, 1);
        return this.visit(tree.child(ref, 0));
      case Node.Let:
        this.#visitFrom(ref, 1);
        return this.visit(tree.child(ref, 0));
      case Node.AttrPath:
        for (let index = 0, count = tree.childCount(ref); index < count; index++) this.#name(tree.child(ref, index));
        return;
      case Node.Inherit:
        this.#visitChild(ref, 0);
        for (let index = 1, count = tree.childCount(ref); index < count; index++) this.#name(tree.child(ref, index));
        return;
      default:
        this.#visitFrom(ref, 0);
    }
  }

  #visitFrom(ref: Ref, first: number): void {
    for (let index = first, count = this.#tree.childCount(ref); index < count; index++) this.#visitChild(ref, index);
  }

  #visitChild(ref: Ref, index: number): void {
    const child = this.#tree.child(ref, index);
    if (child !== NONE) this.visit(child);
  }

  /** A string that is known is a name, too. */
  #name(ref: Ref): void {
    this.visit(ref);
    if (ref < 0) return;
    const tree = this.#tree;
    const literal = literalString(tree, tree.kind(ref) === Node.Interpolation ? tree.child(ref, 0) : ref);
    if (literal !== undefined) this.#symbols.ofName(literal);
  }
}

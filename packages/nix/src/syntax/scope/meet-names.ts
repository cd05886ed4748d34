/**
 * Gives the names of a file their symbols in the order in which Nix's parser does. Nix holds attributes in the order of
 * their symbols, so which of several is evaluated first, by `==` or `deepSeq`, depends on where names were first met.
 *
 * Its parser works from the bottom up: a name gets its symbol when what it stands in is complete. That is the order of
 * the text, but that the argument of a function comes behind its body, and one with a default behind that.
 */

import * as Node from "../node.ts";
import { literalString } from "../strings.ts";
import type { Symbol, SymbolTable } from "../symbols.ts";
import * as Token from "../token.ts";
import { NONE, type Ref, type Tree } from "../tree.ts";

/** Returns the symbols in that order, each once: good until the next file. */
export function meetNames(tree: Tree, symbols: SymbolTable): Int32Array {
  const meeting = new Meeting(tree, symbols);
  meeting.visit(tree.root);
  return met.subarray(0, meeting.count);
}

let met = new Int32Array(1024);
/** In which file each symbol was met last. */
let metIn = new Int32Array(4096);
let files = 0;

class Meeting {
  readonly #tree: Tree;
  readonly #symbols: SymbolTable;
  readonly #file = ++files;
  count = 0;

  constructor(tree: Tree, symbols: SymbolTable) {
    this.#tree = tree;
    this.#symbols = symbols;
  }

  #meet(symbol: Symbol): void {
    if (symbol >= metIn.length) metIn = enlarged(metIn, symbol + 1);
    if (metIn[symbol] === this.#file) return;
    metIn[symbol] = this.#file;
    if (this.count === met.length) met = enlarged(met, this.count + 1);
    met[this.count++] = symbol;
  }

  visit(ref: Ref): void {
    const tree = this.#tree;
    if (ref < 0) {
      const kind = tree.kind(ref);
      if (kind === Token.Identifier) this.#meet(this.#symbols.ofBytes(tree.source, tree.start(ref), tree.end(ref)));
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
    if (literal !== undefined) this.#meet(this.#symbols.ofName(literal));
  }
}

function enlarged(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

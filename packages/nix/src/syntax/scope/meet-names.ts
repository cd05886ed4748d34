/**
 * Gives the names of a file their symbols in the order in which Nix's parser does. Nix holds attributes in the order of
 * their symbols, so which of several is evaluated first, by `==` or `deepSeq`, depends on where names were first met.
 *
 * Its parser works from the bottom up: a name gets its symbol when what it stands in is complete. That is the order of
 * the text, but that the argument of a function comes behind its body, one with a default behind that, and a name that
 * is a string where the string ends. So the tokens are gone through once, and those few that are late wait for their
 * turn. Records of nodes lie in the order in which they were complete, which is the order of their turns.
 */

import { enlarged } from "../enlarged.ts";
import * as Node from "../node.ts";
import type { Symbol } from "../symbols.ts";
import * as Token from "../token.ts";
import { NODE_HEADER, NONE, type Ref, type Tree } from "../tree.ts";
import { DYNAMIC, type TokenNames } from "./token-names.ts";

/** Returns the symbols in that order, each once: good until the next file. The tree is one without mistakes. */
export function meetNames(tree: Tree, names: TokenNames): Int32Array {
  const meeting = new Meeting(tree, names);
  meeting.findLate();
  meeting.meetAll();
  return met.subarray(0, meeting.count);
}

let met = new Int32Array(1024);
/** In which file each symbol was met last. */
let metIn = new Int32Array(4096);
let files = 0;

class Meeting {
  readonly #tree: Tree;
  readonly #names: TokenNames;
  readonly #file = ++files;
  /** What is late, in the order of the turns: before which token it is met, and the name. */
  readonly #turns: number[] = [];
  readonly #late: Ref[] = [];
  readonly #isLate: Uint8Array;
  count = 0;

  constructor(tree: Tree, names: TokenNames) {
    this.#tree = tree;
    this.#names = names;
    this.#isLate = new Uint8Array(tree.tokenCount);
  }

  findLate(): void {
    const { nodes } = this.#tree;
    for (let ref = 1; ref < nodes.length; ref += NODE_HEADER + nodes[ref + 3]!) {
      switch (nodes[ref]) {
        case Node.Lambda:
          if (nodes[ref + NODE_HEADER] !== NONE) this.#makeLate(ref);
          break;
        case Node.Formal:
          if (nodes[ref + NODE_HEADER + 1] !== NONE) this.#makeLate(ref);
          break;
        case Node.AttrPath:
          this.#findStrings(ref, 0);
          break;
        case Node.Inherit:
          this.#findStrings(ref, 1);
      }
    }
  }

  /** The name of an argument, which is the first child. */
  #makeLate(ref: Ref): void {
    const name = this.#tree.child(ref, 0);
    this.#isLate[~name] = 1;
    this.#wait(name, this.#tree.endToken(ref));
  }

  /** Names of a path that are no tokens. */
  #findStrings(ref: Ref, first: number): void {
    const tree = this.#tree;
    for (let index = first, count = tree.childCount(ref); index < count; index++) {
      const name = tree.child(ref, index);
      if (name > 0) this.#wait(name, tree.endToken(name));
    }
  }

  #wait(name: Ref, turn: number): void {
    const turns = this.#turns;
    let place = turns.length;
    turns.push(turn);
    this.#late.push(name);
    // a path is complete only after what is computed in it
    for (; place > 0 && turns[place - 1]! > turn; place--) {
      turns[place] = turns[place - 1]!;
      this.#late[place] = this.#late[place - 1]!;
    }
    turns[place] = turn;
    this.#late[place] = name;
  }

  meetAll(): void {
    const { tokenCount, tokenKinds } = this.#tree;
    const turns = this.#turns;
    let next = 0;
    for (let token = 0; token < tokenCount; token++) {
      while (next < turns.length && turns[next]! <= token) this.#meet(this.#names.ofAttribute(this.#late[next++]!));
      if (tokenKinds[token] === Token.Identifier && this.#isLate[token] === 0) this.#meet(this.#names.ofToken(token));
    }
  }

  #meet(symbol: Symbol): void {
    if (symbol === DYNAMIC) return;
    if (symbol >= metIn.length) metIn = enlarged(metIn, symbol + 1);
    if (metIn[symbol] === this.#file) return;
    metIn[symbol] = this.#file;
    if (this.count === met.length) met = enlarged(met, this.count + 1);
    met[this.count++] = symbol;
  }
}

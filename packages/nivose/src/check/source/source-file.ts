/** A Nix file of the repository, read once: its bytes, its tree and what its names mean. */

import type { Range } from "@nivose/nix/message";
import {
  analyze,
  type Analysis,
  NODE_HEADER,
  parse,
  type Positions,
  type Ref,
  SymbolTable,
  type Tree,
} from "@nivose/nix/syntax";
import { definitionsOf, type SourceDefinition } from "../../schema/definitions.ts";
import type { Place } from "../finding.ts";

const symbols = new SymbolTable();

export class SourceFile {
  /** Relative to the repository. */
  readonly name: string;
  readonly bytes: Uint8Array;
  #tree: Tree | undefined;
  #analysis: Analysis | undefined;
  #definitions: readonly SourceDefinition[] | undefined;
  #nodes: Map<number, Ref[]> | undefined;
  #uses: Uses | undefined;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Complete, also if the file is broken. */
  get tree(): Tree {
    return (this.#tree ??= parse(this.bytes, { pipeOperators: true }));
  }

  /** What each token means as a variable. */
  get analysis(): Analysis {
    return (this.#analysis ??= analyze(this.tree, { symbols }));
  }

  /** All nodes of a kind, what lies in another one before that. */
  nodes(kind: number): readonly Ref[] {
    return (this.#nodes ??= nodesByKind(this.tree)).get(kind) ?? [];
  }

  /** The first and the last token that mean the name which this token binds; nothing if none does. */
  usesOf(token: number): { readonly first: number; readonly last: number } | undefined {
    const { first, last } = (this.#uses ??= usesIn(this.analysis.meanings));
    return last[token] === NEVER ? undefined : { first: first[token]! - 1, last: last[token]! - 1 };
  }

  /** What it sets if it is a module, path by path down to what is no set; nothing if it is none. */
  get definitions(): readonly SourceDefinition[] {
    return (this.#definitions ??= definitionsOf(this.tree, () => false) ?? []);
  }

  /** Whether one of these words is in it anywhere. Most files can be left alone because none is. */
  mentions(...words: readonly string[]): boolean {
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
    return words.some((word) => text.includes(word));
  }

  get positions(): Positions {
    return this.tree.positions;
  }

  /** The outermost expression. */
  get expression(): Ref {
    return this.tree.child(this.tree.root, 0);
  }

  text(ref: Ref): string {
    return Buffer.from(this.tree.text(ref), "latin1").toString();
  }

  at(place: Ref | Range): Place {
    return { file: this.name, range: typeof place === "number" ? this.tree.range(place) : place };
  }
}

/** By the token of the name, one more than the token that uses it. */
interface Uses {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const NEVER = 0;

function usesIn(meanings: Int32Array): Uses {
  const first = new Int32Array(meanings.length);
  const last = new Int32Array(meanings.length);
  for (let token = 0; token < meanings.length; token++) {
    const name = meanings[token]! - 1;
    if (name < 0) continue;
    if (first[name] === NEVER) first[name] = token + 1;
    last[name] = token + 1;
  }
  return { first, last };
}

/** Records lie one behind the other, those of children before those of their parents. */
function nodesByKind(tree: Tree): Map<number, Ref[]> {
  const { nodes } = tree;
  const found = new Map<number, Ref[]>();
  for (let ref = 1; ref < nodes.length; ref += NODE_HEADER + nodes[ref + 3]!) {
    const known = found.get(nodes[ref]!);
    if (known === undefined) found.set(nodes[ref]!, [ref]);
    else known.push(ref);
  }
  return found;
}

/**
 * A syntax tree, held in a few typed arrays instead of an object a node: all of nixpkgs fits in memory, and a pass over
 * a tree touches numbers that lie side by side.
 *
 * Tokens are three parallel columns (kind, start, end). Nodes are records in one `Int32Array`:
 *
 *     [kind, first token, token after the last, number of children, child, child, …]
 *
 * A {@link Ref} names a node or a token: a positive number is the index of a node's record, a negative one is the
 * complement of a token's index, and {@link NONE} is an optional child that is absent. Leaves (names, numbers, plain
 * paths, pieces of strings) are never nodes, only tokens. Children are written before their parents.
 *
 * A tree never changes. Everything that reads one goes through the functions of this file or through `view.ts`, which
 * makes small plain objects out of single nodes.
 */

import type { Range } from "../message.ts";
import type { SyntaxDiagnostic } from "./diagnostics.ts";
import * as Node from "./node.ts";
import { Positions } from "./positions.ts";
import * as Token from "./token.ts";

/** A node or a token of a tree. */
export type Ref = number;

/** An optional child that is absent. Index 0 of the node records is never used. */
export const NONE: Ref = 0;

/** The words of a node record that come before its children. */
export const NODE_HEADER = 4;

/** The columns of a tree, of exactly the length that they need. */
export interface TreeBuffers {
  readonly tokenKinds: Uint8Array;
  readonly tokenStarts: Int32Array;
  readonly tokenEnds: Int32Array;
  readonly nodes: Int32Array;
}

export class Tree {
  /** The file, as bytes. Nix knows no other encoding. */
  readonly source: Uint8Array;
  readonly tokenCount: number;
  readonly tokenKinds: Uint8Array;
  readonly tokenStarts: Int32Array;
  readonly tokenEnds: Int32Array;
  readonly nodes: Int32Array;
  /** The `File` node. */
  readonly root: Ref;
  /** What the parser has to say, in the order of the file. A tree is complete in the sense of Nix if there is none. */
  readonly diagnostics: readonly SyntaxDiagnostic[];
  #positions: Positions | undefined;

  constructor(source: Uint8Array, buffers: TreeBuffers, root: Ref, diagnostics: readonly SyntaxDiagnostic[]) {
    this.source = source;
    this.tokenCount = buffers.tokenKinds.length;
    this.tokenKinds = buffers.tokenKinds;
    this.tokenStarts = buffers.tokenStarts;
    this.tokenEnds = buffers.tokenEnds;
    this.nodes = buffers.nodes;
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** The kind of a node or, for a leaf, of its token: one numbering serves both. */
  kind(ref: Ref): number {
    return ref < 0 ? this.tokenKinds[~ref]! : this.nodes[ref]!;
  }

  childCount(ref: Ref): number {
    return ref < 0 ? 0 : this.nodes[ref + 3]!;
  }

  /** Child number `index`, which may be {@link NONE}. */
  child(ref: Ref, index: number): Ref {
    return this.nodes[ref + NODE_HEADER + index]!;
  }

  /** All children that are there. */
  children(ref: Ref): Ref[] {
    const found: Ref[] = [];
    for (let index = 0, count = this.childCount(ref); index < count; index++) {
      const child = this.child(ref, index);
      if (child !== NONE) found.push(child);
    }
    return found;
  }

  /** All children that are there, in the order of the file: a record begins with what is always there. */
  inOrder(ref: Ref): Ref[] {
    const children = this.children(ref);
    const kind = this.kind(ref);
    if (kind !== Node.Let && kind !== Node.Lambda) return children;
    return children.toSorted((a, b) => this.firstToken(a) - this.firstToken(b));
  }

  /** The index of the first token of a node. */
  firstToken(ref: Ref): number {
    return ref < 0 ? ~ref : this.nodes[ref + 1]!;
  }

  /** The index after the last token of a node; equal to the first one's if the node is empty. */
  endToken(ref: Ref): number {
    return ref < 0 ? ~ref + 1 : this.nodes[ref + 2]!;
  }

  start(ref: Ref): number {
    return this.tokenStarts[this.firstToken(ref)]!;
  }

  /** The offset after the last byte. An empty node ends where it starts. */
  end(ref: Ref): number {
    const first = this.firstToken(ref);
    const end = this.endToken(ref);
    return end === first ? this.tokenStarts[first]! : this.tokenEnds[end - 1]!;
  }

  range(ref: Ref): Range {
    return { start: this.start(ref), end: this.end(ref) };
  }

  /** The bytes of a node or a token as text, one character a byte: right for names, and for comparing. */
  text(ref: Ref): string {
    return latin1(this.source, this.start(ref), this.end(ref));
  }

  tokenText(token: number): string {
    return latin1(this.source, this.tokenStarts[token]!, this.tokenEnds[token]!);
  }

  /** The file without its diagnostics: whether Nix would go on with it. */
  get ok(): boolean {
    return this.diagnostics.length === 0;
  }

  /** Lines and columns of byte offsets; made when first asked for. */
  get positions(): Positions {
    return (this.#positions ??= new Positions(this.source));
  }

  /**
   * The innermost chain of nodes around an offset, from the root down. Where two nodes meet at the offset, the one
   * that starts there.
   */
  pathTo(offset: number): Ref[] {
    const path: Ref[] = [this.root];
    for (let ref = this.root; ;) {
      const next = this.children(ref).find((child) => this.start(child) <= offset && offset < this.end(child));
      if (next === undefined) return path;
      path.push(next);
      ref = next;
    }
  }

  isToken(ref: Ref): boolean {
    return ref < 0;
  }

  /** Whether an `AttrSet` is written with `rec`. */
  isRecursive(ref: Ref): boolean {
    return this.tokenKinds[this.firstToken(ref)] === Token.Rec;
  }
}

/** The Ref of a token. */
export function tokenRef(token: number): Ref {
  return ~token;
}

/** Below this length a loop is faster than the call into the runtime. */
const SHORT = 9;

/** A slice of bytes as a string with one character a byte. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (end - start < SHORT) {
    let text = "";
    for (let index = start; index < end; index++) text += globalThis.String.fromCharCode(bytes[index]!);
    return text;
  }
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.toString("latin1", start, end);
}

/** Bytes to a tree. What does it is in `core/`, and works on the memory. */

import { complainOf } from "./complaints.ts";
import { readSource } from "./core/parser.ts";
import { Diagnostics } from "./diagnostics.ts";
import { TreeTooLarge } from "./grow.ts";
import type { Message } from "../message.ts";
import { syntaxMessages } from "./messages.ts";
import * as Node from "./node.ts";
import { lendBuffers, takeBuffers, takeSource } from "./source.ts";
import * as Token from "./token.ts";
import { Tree } from "./tree.ts";

export interface ParseOptions {
  /** Whether the experimental feature `pipe-operators` is on. Default: off, as in Nix. */
  readonly pipeOperators?: boolean;
  /** Whether a URL may stand without quotes; not where the experimental feature `no-url-literals` is on. Default: yes. */
  readonly urlLiterals?: boolean;
  /**
   * How deep to follow before giving up with `nesting-too-deep`: a bracket counts as five, a link of a chain (`a: b: …`,
   * `a ++ b ++ …`, `else if …`) as one, in proportion to the stack that they take. The default fits the stack of any
   * thread; a thread made with a large stack can afford {@link NIX_MAX_DEPTH}.
   */
  readonly maxDepth?: number;
  /** Whether the tree is needed no longer than until the next one is made. Then nothing has to be copied. */
  readonly passing?: boolean;
}

/** Fits Node's usual stack of one megabyte, with as much again in reserve. No file of nixpkgs comes near 300. */
export const DEFAULT_MAX_DEPTH = 1000;
/** More than Nix's own parser follows, whose stack of 10,000 entries holds at most that many brackets. */
export const NIX_MAX_DEPTH = 50_000;
/** The memory has two gigabytes, and a byte of the source may need ten of them, not counting the nodes. */
export const MAX_SOURCE_BYTES = 128 * 1024 * 1024;

export function parse(source: Uint8Array, options: ParseOptions = {}): Tree {
  if (source.length > MAX_SOURCE_BYTES) {
    return unread(source, syntaxMessages["source-too-large"](source.length, MAX_SOURCE_BYTES));
  }
  const { maxDepth = DEFAULT_MAX_DEPTH, urlLiterals = true, pipeOperators = false, passing = false } = options;
  const diagnostics = new Diagnostics();
  complainOf(source, diagnostics, maxDepth);
  try {
    takeSource(source, { maxDepth, urlLiterals, pipeOperators });
    const root = readSource();
    const buffers = passing ? lendBuffers() : takeBuffers();
    return new Tree(source, buffers, root, diagnostics.sorted());
  } catch (error) {
    if (!(error instanceof TreeTooLarge)) throw error;
    return unread(source, syntaxMessages["source-too-large"](source.length, undefined));
  }
}

/** Nothing is read, and everything is kept: the bytes are what lies behind the end of the file. */
function unread(source: Uint8Array, message: Message): Tree {
  const diagnostics = new Diagnostics();
  diagnostics.add(message, 0, 0);
  const missing = [Node.Missing, 0, 0, 0];
  const file = [Node.File, 0, 1, 1, 1];
  const buffers = {
    tokenKinds: Uint8Array.of(Token.EndOfFile),
    tokenStarts: Int32Array.of(0),
    tokenEnds: Int32Array.of(0),
    nodes: Int32Array.of(0, ...missing, ...file),
  };
  return new Tree(source, buffers, 1 + missing.length, diagnostics.sorted());
}

/**
 * The buffers into which one file after the other is lexed and parsed. Making a typed array costs as much as lexing a
 * kilobyte, so they are kept from file to file, and a finished tree takes copies of exact length, all in one
 * allocation. Parsing is synchronous: only one file is under way at a time.
 */

import type { TreeBuffers } from "./tree.ts";

/** Larger ones than this are given back after the file that needed them. */
const KEPT_WORDS = 1 << 20;
const INITIAL_WORDS = 1 << 14;

export const scratch = {
  tokenKinds: new Uint8Array(INITIAL_WORDS),
  tokenStarts: new Int32Array(INITIAL_WORDS),
  tokenEnds: new Int32Array(INITIAL_WORDS),
  nodes: new Int32Array(INITIAL_WORDS * 2),
  /** Children whose parent is not complete yet. */
  children: new Int32Array(1024),
};

export function growTokens(): void {
  const capacity = scratch.tokenKinds.length * 2;
  scratch.tokenKinds = grown(scratch.tokenKinds, new Uint8Array(capacity));
  scratch.tokenStarts = grown(scratch.tokenStarts, new Int32Array(capacity));
  scratch.tokenEnds = grown(scratch.tokenEnds, new Int32Array(capacity));
}

export function growNodes(needed: number): void {
  scratch.nodes = grown(scratch.nodes, new Int32Array(Math.max(needed, scratch.nodes.length * 2)));
}

export function growChildren(): void {
  scratch.children = grown(scratch.children, new Int32Array(scratch.children.length * 2));
}

function grown<Words extends Uint8Array | Int32Array>(words: Words, larger: Words): Words {
  larger.set(words);
  return larger;
}

/** Copies of what is in use. */
export function takeBuffers(tokenCount: number, nodeWords: number): TreeBuffers {
  const buffer = new ArrayBuffer((2 * tokenCount + nodeWords) * 4 + tokenCount);
  const tokenStarts = new Int32Array(buffer, 0, tokenCount);
  const tokenEnds = new Int32Array(buffer, tokenCount * 4, tokenCount);
  const nodes = new Int32Array(buffer, tokenCount * 8, nodeWords);
  const tokenKinds = new Uint8Array(buffer, (2 * tokenCount + nodeWords) * 4, tokenCount);
  tokenStarts.set(scratch.tokenStarts.subarray(0, tokenCount));
  tokenEnds.set(scratch.tokenEnds.subarray(0, tokenCount));
  nodes.set(scratch.nodes.subarray(0, nodeWords));
  tokenKinds.set(scratch.tokenKinds.subarray(0, tokenCount));
  if (scratch.tokenKinds.length > KEPT_WORDS) {
    scratch.tokenKinds = new Uint8Array(INITIAL_WORDS);
    scratch.tokenStarts = new Int32Array(INITIAL_WORDS);
    scratch.tokenEnds = new Int32Array(INITIAL_WORDS);
  }
  if (scratch.nodes.length > KEPT_WORDS) scratch.nodes = new Int32Array(INITIAL_WORDS * 2);
  if (scratch.children.length > KEPT_WORDS) scratch.children = new Int32Array(1024);
  return { tokenKinds, tokenStarts, tokenEnds, nodes };
}

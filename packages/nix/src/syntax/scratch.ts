/**
 * The buffers into which one file after the other is lexed and parsed. Making a typed array costs as much as lexing a
 * kilobyte, so they are kept from file to file, and a finished tree takes copies of exact length, all in one
 * allocation. Parsing is synchronous: only one file is under way at a time.
 */

import type { TreeBuffers } from "./tree.ts";

/** Larger ones than this are given back after the file that needed them. */
const KEPT_WORDS = 1 << 20;
const INITIAL_WORDS = 1 << 14;

/** How far behind the end of a source the lexer looks, at the most. */
const BEHIND = 8;

export const scratch = {
  source: new Uint8Array(INITIAL_WORDS * 4),
  tokenKinds: new Uint8Array(INITIAL_WORDS),
  tokenStarts: new Int32Array(INITIAL_WORDS),
  tokenEnds: new Int32Array(INITIAL_WORDS),
  nodes: new Int32Array(INITIAL_WORDS * 2),
  /** Children whose parent is not complete yet. */
  children: new Int32Array(1024),
};

/**
 * A copy of a source with zeros behind it, for whoever looks past the end: an array that is asked for what it does not have
 * answers slowly ever after.
 */
export function takeSource(source: Uint8Array): Uint8Array {
  const needed = source.length + BEHIND;
  if (needed > scratch.source.length) scratch.source = new Uint8Array(Math.max(needed, scratch.source.length * 2));
  scratch.source.set(source);
  scratch.source.fill(0, source.length, needed);
  return scratch.source;
}

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

/** What is in use, good until the next file is read. */
export function lendBuffers(tokenCount: number, nodeWords: number): TreeBuffers {
  const buffers = {
    tokenKinds: scratch.tokenKinds.subarray(0, tokenCount),
    tokenStarts: scratch.tokenStarts.subarray(0, tokenCount),
    tokenEnds: scratch.tokenEnds.subarray(0, tokenCount),
    nodes: scratch.nodes.subarray(0, nodeWords),
  };
  giveBack();
  return buffers;
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
  giveBack();
  return { tokenKinds, tokenStarts, tokenEnds, nodes };
}

function giveBack(): void {
  if (scratch.tokenKinds.length > KEPT_WORDS) {
    scratch.tokenKinds = new Uint8Array(INITIAL_WORDS);
    scratch.tokenStarts = new Int32Array(INITIAL_WORDS);
    scratch.tokenEnds = new Int32Array(INITIAL_WORDS);
  }
  if (scratch.source.length > KEPT_WORDS * 4) scratch.source = new Uint8Array(INITIAL_WORDS * 4);
  if (scratch.nodes.length > KEPT_WORDS) scratch.nodes = new Int32Array(INITIAL_WORDS * 2);
  if (scratch.children.length > KEPT_WORDS) scratch.children = new Int32Array(1024);
}

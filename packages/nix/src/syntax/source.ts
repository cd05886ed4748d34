/**
 * What goes into the memory before a file is read, and what comes out of it afterwards. Reading is synchronous: only one
 * file is under way at a time.
 */

import { reachOrGiveUp } from "./grow.ts";
import * as Layout from "./layout.ts";
import { heap, heapBytes } from "./memory.ts";
import { fillTables } from "./tables.ts";
import type { TreeBuffers } from "./tree.ts";

/** No tree is so deep, and it is a word. */
const DEEPEST = 2 ** 30;

interface Asked {
  readonly maxDepth: number;
  readonly urlLiterals: boolean;
  readonly pipeOperators: boolean;
}

/** Copies a source to its place, and says where the columns begin. Nobody looks further than at the zeros behind it. */
export function takeSource(source: Uint8Array, { maxDepth, urlLiterals, pipeOperators }: Asked): void {
  const { length } = source;
  // the last token is empty
  const room = length + 1 + Layout.BEHIND;
  const kinds = Layout.SOURCE + length + Layout.BEHIND;
  const starts = (kinds + room + 3) >>> 2;
  const ends = starts + room;
  const states = (ends + room) * 4;
  const isFirst = heap.length === 0;
  reachOrGiveUp(states + room);
  if (isFirst) fillTables();
  heapBytes.set(source, Layout.SOURCE);
  heapBytes.fill(0, Layout.SOURCE + length, kinds);
  heap[Layout.SOURCE_LENGTH] = length;
  heap[Layout.TOKEN_KINDS] = kinds;
  heap[Layout.TOKEN_STARTS] = starts;
  heap[Layout.TOKEN_ENDS] = ends;
  heap[Layout.FIRST_STATE] = states;
  heap[Layout.MEMORY_WORDS] = heap.length;
  heap[Layout.PIPE_OPERATORS] = Number(pipeOperators);
  heap[Layout.URL_LITERALS] = Number(urlLiterals);
  heap[Layout.MAX_DEPTH] = Math.min(maxDepth, DEEPEST);
  heap[Layout.HAS_NULL] = Number(source.includes(0));
}

/** What was read, good until the next file is. */
export function lendBuffers(): TreeBuffers {
  const count = heap[Layout.TOKEN_COUNT]!;
  const column = (words: number, length: number): Int32Array => heap.subarray(words, words + length);
  const kinds = heap[Layout.TOKEN_KINDS]!;
  return {
    tokenKinds: heapBytes.subarray(kinds, kinds + count),
    tokenStarts: column(heap[Layout.TOKEN_STARTS]!, count),
    tokenEnds: column(heap[Layout.TOKEN_ENDS]!, count),
    nodes: column(heap[Layout.NODES]!, heap[Layout.NODE_WORDS]!),
  };
}

/** Copies of what was read, all in one allocation: to make a typed array costs as much as lexing a kilobyte. */
export function takeBuffers(): TreeBuffers {
  const lent = lendBuffers();
  const count = lent.tokenKinds.length;
  const nodeWords = lent.nodes.length;
  const buffer = new ArrayBuffer((2 * count + nodeWords) * 4 + count);
  const tokenStarts = new Int32Array(buffer, 0, count);
  const tokenEnds = new Int32Array(buffer, count * 4, count);
  const nodes = new Int32Array(buffer, count * 8, nodeWords);
  const tokenKinds = new Uint8Array(buffer, (2 * count + nodeWords) * 4, count);
  tokenStarts.set(lent.tokenStarts);
  tokenEnds.set(lent.tokenEnds);
  nodes.set(lent.nodes);
  tokenKinds.set(lent.tokenKinds);
  return { tokenKinds, tokenStarts, tokenEnds, nodes };
}

import * as Layout from "./layout.ts";
import { heap, heapBytes, reach } from "./memory.ts";
import type { Tree } from "./tree.ts";

export function leaveInMemory(tree: Tree): void {
  const { source, tokenCount, tokenKinds, tokenStarts, tokenEnds, nodes } = tree;
  let at = 2048 * 4;
  const words = (bytes: number): number => (bytes + 11) & ~3;
  reach(at + words(source.length) + words(tokenCount) + tokenCount * 8 + nodes.length * 4 + 64);
  heap[Layout.SOURCE] = at;
  heap[Layout.SOURCE_LENGTH] = source.length;
  heapBytes.set(source, at);
  at += words(source.length);
  heap[Layout.TOKEN_KINDS] = at;
  heapBytes.set(tokenKinds, at);
  at += words(tokenCount);
  heap[Layout.TOKEN_STARTS] = at >> 2;
  heap.set(tokenStarts, at >> 2);
  at += tokenCount * 4;
  heap[Layout.TOKEN_ENDS] = at >> 2;
  heap.set(tokenEnds, at >> 2);
  at += tokenCount * 4;
  heap[Layout.TOKEN_COUNT] = tokenCount;
  heap[Layout.NODES] = at >> 2;
  heap[Layout.NODE_WORDS] = nodes.length;
  heap.set(nodes, at >> 2);
}

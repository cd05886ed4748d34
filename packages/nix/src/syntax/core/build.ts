/**
 * Writes node records, one behind the other. Children are complete before their parent is written; lists of children
 * that are still growing wait on a stack.
 */

import { growNodes } from "../grow.ts";
import { MEMORY_WORDS, NODE_WORDS, NODES, WAITING_TOP } from "../layout.ts";
import { heap } from "../memory.ts";
import type { NodeKind } from "../node.ts";
import { NODE_HEADER, type Ref } from "../tree.ts";

/** Opens a list of children; hand what it returns to {@link close}. */
export function open(): number {
  return heap[WAITING_TOP]!;
}

/** There is room for as many as there are tokens: all that wait are tokens or have some, but for a few at a time. */
export function push(child: Ref): void {
  const top = heap[WAITING_TOP]!;
  heap[top] = child;
  heap[WAITING_TOP] = top + 1;
}

/** Writes a node whose children are all that were pushed since `opened`. */
export function close(kind: NodeKind, firstToken: number, endToken: number, opened: number): Ref {
  const count = heap[WAITING_TOP]! - opened;
  const ref = header(kind, firstToken, endToken, count);
  const children = heap[NODES]! + ref + NODE_HEADER;
  // most have few, for which a call into the system would take longer
  for (let index = 0; index < count; index++) heap[children + index] = heap[opened + index]!;
  heap[WAITING_TOP] = opened;
  return ref;
}

/** The same, for a node whose first child is complete only at the end: it replaces the one that was pushed first. */
export function closeWithFirst(kind: NodeKind, firstToken: number, endToken: number, opened: number, first: Ref): Ref {
  heap[opened] = first;
  return close(kind, firstToken, endToken, opened);
}

export function leaf(kind: NodeKind, firstToken: number, endToken: number): Ref {
  return header(kind, firstToken, endToken, 0);
}

export function node1(kind: NodeKind, firstToken: number, endToken: number, child: Ref): Ref {
  const ref = header(kind, firstToken, endToken, 1);
  heap[heap[NODES]! + ref + NODE_HEADER] = child;
  return ref;
}

export function node2(kind: NodeKind, firstToken: number, endToken: number, first: Ref, second: Ref): Ref {
  const ref = header(kind, firstToken, endToken, 2);
  const children = heap[NODES]! + ref + NODE_HEADER;
  heap[children] = first;
  heap[children + 1] = second;
  return ref;
}

export function node3(kind: NodeKind, firstToken: number, endToken: number, first: Ref, second: Ref, third: Ref): Ref {
  const ref = header(kind, firstToken, endToken, 3);
  const children = heap[NODES]! + ref + NODE_HEADER;
  heap[children] = first;
  heap[children + 1] = second;
  heap[children + 2] = third;
  return ref;
}

/** The first token of something already built. */
export function firstToken(ref: Ref): number {
  return ref < 0 ? ~ref : heap[heap[NODES]! + ref + 1]!;
}

export function childCount(ref: Ref): number {
  return heap[heap[NODES]! + ref + 3]!;
}

function header(kind: NodeKind, firstToken: number, endToken: number, count: number): Ref {
  const ref = heap[NODE_WORDS]!;
  const record = heap[NODES]! + ref;
  if (record + NODE_HEADER + count > heap[MEMORY_WORDS]!) growNodes(record + NODE_HEADER + count);
  heap[NODE_WORDS] = ref + NODE_HEADER + count;
  heap[record] = kind;
  heap[record + 1] = firstToken;
  heap[record + 2] = endToken;
  heap[record + 3] = count;
  return ref;
}

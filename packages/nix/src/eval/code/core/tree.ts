/** The tree of the file, as the parser has left it. */

import { NODES } from "../../../syntax/layout.ts";
import { heap } from "../../../syntax/memory.ts";
import { endOfToken, kindOfToken, startOfToken } from "../../../syntax/token-columns.ts";
import { NODE_HEADER } from "../../../syntax/tree.ts";
import { meetToken } from "../file-names.ts";
import { KNOWN } from "./state.ts";

export function kindOf(ref: number): number {
  return ref < 0 ? kindOfToken(~ref) : heap[heap[NODES]! + ref]!;
}

export function childCount(node: number): number {
  return heap[heap[NODES]! + node + 3]!;
}

export function childAt(node: number, index: number): number {
  return heap[heap[NODES]! + node + NODE_HEADER + index]!;
}

export function firstToken(ref: number): number {
  return ref < 0 ? ~ref : heap[heap[NODES]! + ref + 1]!;
}

export function endToken(ref: number): number {
  return ref < 0 ? ~ref + 1 : heap[heap[NODES]! + ref + 2]!;
}

export function startOf(ref: number): number {
  return startOfToken(firstToken(ref));
}

/** An empty node ends where it starts. */
export function endOf(ref: number): number {
  const first = firstToken(ref);
  const end = endToken(ref);
  return end === first ? startOfToken(first) : endOfToken(end - 1);
}

/** The name that a token is, as a number in this file. */
export function nameOfToken(token: number): number {
  const known = heap[heap[KNOWN]! + token]!;
  return known === 0 ? meetToken(token) : known - 1;
}

/** The name of an attribute, which may be a string that is known; -1 if it is computed. */
export function nameOfAttribute(name: number): number {
  return name < 0 ? nameOfToken(~name) : heap[heap[KNOWN]! + firstToken(name)]! - 1;
}

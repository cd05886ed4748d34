/**
 * Which names Nix's parser meets later than they are written. It works from the bottom up: a name gets its symbol when what it
 * stands in is complete. That is the order of the text, but that the argument of a function comes behind its body, one with
 * a default behind that, and a name that is a string where the string ends. Records of nodes lie in the order in which they
 * were complete, which is the order of their turns.
 */

import { NODE_WORDS, NODES } from "../../../syntax/layout.ts";
import { heap } from "../../../syntax/memory.ts";
import * as Node from "../../../syntax/node.ts";
import { KNOWN, LATE, LATE_COUNT } from "./state.ts";
import { childAt, childCount, kindOf } from "./tree.ts";

/** What a token has in the place of its number that is still to be met. */
export const WAITING = -1;

/** Writes down all that are late: the token before which they are met, and the name. */
export function findLate(): void {
  heap[LATE_COUNT] = 0;
  for (let ref = 1, end = heap[NODE_WORDS]!; ref < end; ref += 4 + childCount(ref)) {
    switch (kindOf(ref)) {
      case Node.Lambda:
        if (childAt(ref, 0) !== 0) makeLate(ref);
        break;
      case Node.Formal:
        if (childAt(ref, 1) !== 0) makeLate(ref);
        break;
      case Node.AttrPath:
        findStrings(ref, 0);
        break;
      case Node.Inherit:
        findStrings(ref, 1);
        break;
    }
  }
}

/** The name of an argument, which is the first child. */
function makeLate(ref: number): void {
  const name = childAt(ref, 0);
  heap[heap[KNOWN]! + ~name] = WAITING;
  addLate(name, heap[heap[NODES]! + ref + 2]!);
}

/** Names of a path that are no tokens. */
function findStrings(ref: number, first: number): void {
  for (let index = first, count = childCount(ref); index < count; index++) {
    const name = childAt(ref, index);
    if (name > 0) addLate(name, heap[heap[NODES]! + name + 2]!);
  }
}

function addLate(name: number, turn: number): void {
  const late = heap[LATE]!;
  const count = heap[LATE_COUNT]!;
  let place = late + count * 2;
  // a path is complete only after what is computed in it
  for (; place > late && heap[place - 2]! > turn; place -= 2) {
    heap[place] = heap[place - 2]!;
    heap[place + 1] = heap[place - 1]!;
  }
  heap[place] = turn;
  heap[place + 1] = name;
  heap[LATE_COUNT] = count + 1;
}

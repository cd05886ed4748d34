/**
 * Gives the names of a file numbers in the order in which Nix's parser meets them. It works from the bottom up: a name gets its
 * symbol when what it stands in is complete. That is the order of the text, but that the argument of a function comes
 * behind its body, one with a default behind that, and a name that is a string where the string ends. So the tokens are
 * gone through once, and those few that are late wait for their turn. Records of nodes lie in the order in which they were
 * complete, which is the order of their turns.
 */

import { NODE_WORDS, SOURCE, TOKEN_COUNT } from "../../../syntax/layout.ts";
import { heap, heapBytes } from "../../../syntax/memory.ts";
import * as Node from "../../../syntax/node.ts";
import * as Token from "../../../syntax/token.ts";
import { kindOfToken } from "../../../syntax/token-columns.ts";
import { NODE_HEADER } from "../../../syntax/tree.ts";
import { writeLiteral } from "../file-names.ts";
import { KNOWN, LATE, LATE_COUNT, LITERALS, NAME_COUNT, NAME_TABLE, NAME_TABLE_SIZE, NAMES } from "./state.ts";
import { childAt, childCount, endOf, endToken, firstToken, kindOf, startOf } from "./tree.ts";

const BACKSLASH = 92;
const CARRIAGE_RETURN = 13;

/** What a token has in the place of its number that is late. */
const WAITING = -1;

const FIRST_TABLE_SIZE = 256;

export function meetAll(): void {
  findLate();
  heap[NAME_COUNT] = 0;
  clearTable(FIRST_TABLE_SIZE);
  const known = heap[KNOWN]!;
  let next = heap[LATE]!;
  const behind = next + heap[LATE_COUNT]! * 2;
  for (let token = 0, count = heap[TOKEN_COUNT]!; token < count; token++) {
    for (; next < behind && heap[next]! <= token; next += 2) meetLate(heap[next + 1]!);
    if (kindOfToken(token) === Token.Identifier && heap[known + token] === 0) meetToken(token);
  }
}

// ---- what is late

/** Writes down all that are late: the token before which they are met, and the name. */
function findLate(): void {
  heap[LATE_COUNT] = 0;
  for (let ref = 1, end = heap[NODE_WORDS]!; ref < end; ref += NODE_HEADER + childCount(ref)) {
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
  addLate(name, endToken(ref));
}

/** Names of a path that are no tokens. */
function findStrings(ref: number, first: number): void {
  for (let index = first, count = childCount(ref); index < count; index++) {
    const name = childAt(ref, index);
    if (name > 0) addLate(name, endToken(name));
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

// ---- meeting

function meetLate(name: number): void {
  if (name < 0) return meetToken(~name);
  const piece = textOf(name);
  if (piece !== 0) {
    heap[heap[KNOWN]! + firstToken(name)] = numberOf(SOURCE + startOf(piece), SOURCE + endOf(piece)) + 1;
    return;
  }
  const literal = heap[LITERALS]!;
  const length = writeLiteral(name, literal);
  if (length < 0) return; // it is computed
  heap[LITERALS] = literal + length;
  heap[heap[KNOWN]! + firstToken(name)] = numberOf(literal, literal + length) + 1;
}

function meetToken(token: number): void {
  heap[heap[KNOWN]! + token] = numberOf(SOURCE + startOf(~token), SOURCE + endOf(~token)) + 1;
}

/** The one piece of a string that stands for itself; 0 if it is something else. */
function textOf(name: number): number {
  if (kindOf(name) !== Node.String || childCount(name) !== 1) return 0;
  const piece = childAt(name, 0);
  if (piece > 0) return 0;
  for (let at = SOURCE + startOf(piece), end = SOURCE + endOf(piece); at < end; at++) {
    if (heapBytes[at] === BACKSLASH || heapBytes[at] === CARRIAGE_RETURN) return 0;
  }
  return piece;
}

// ---- the names by their bytes: records of where they begin and end, and their hash as symbols have it

function numberOf(start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + heapBytes[at]!) | 0;
  const table = heap[NAME_TABLE]!;
  const names = heap[NAMES]!;
  const mask = heap[NAME_TABLE_SIZE]! - 1;
  let place = (hash ^ (hash >>> 15)) & mask;
  for (let there = heap[table + place]!; there !== 0; there = heap[table + place]!) {
    const name = names + (there - 1) * 3;
    if (heap[name + 2] === hash && isSame(heap[name]!, heap[name + 1]!, start, end)) return there - 1;
    place = (place + 1) & mask;
  }
  const count = heap[NAME_COUNT]!;
  const name = names + count * 3;
  heap[name] = start;
  heap[name + 1] = end;
  heap[name + 2] = hash;
  heap[NAME_COUNT] = count + 1;
  heap[table + place] = count + 1;
  if (count * 2 > mask) enlargeTable();
  return count;
}

function isSame(own: number, ownEnd: number, start: number, end: number): boolean {
  if (ownEnd - own !== end - start) return false;
  for (let at = start; at < end; at++) if (heapBytes[own + at - start] !== heapBytes[at]) return false;
  return true;
}

function clearTable(size: number): void {
  heap[NAME_TABLE_SIZE] = size;
  heap.fill(0, heap[NAME_TABLE]!, heap[NAME_TABLE]! + size);
}

function enlargeTable(): void {
  clearTable(heap[NAME_TABLE_SIZE]! * 4);
  const table = heap[NAME_TABLE]!;
  const names = heap[NAMES]!;
  const mask = heap[NAME_TABLE_SIZE]! - 1;
  for (let number = 0, count = heap[NAME_COUNT]!; number < count; number++) {
    const hash = heap[names + number * 3 + 2]!;
    let place = (hash ^ (hash >>> 15)) & mask;
    while (heap[table + place] !== 0) place = (place + 1) & mask;
    heap[table + place] = number + 1;
  }
}

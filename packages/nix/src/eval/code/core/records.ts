/** Writing records (`code.ts` says what is in each), and those that wait for the one around them. */

import { heap } from "../../../syntax/memory.ts";
import { roomForWords } from "../room.ts";
import {
  END,
  GLOBAL_COUNT,
  GLOBAL_WORDS,
  OFFSET_COUNT,
  OFFSETS,
  PENDING,
  PENDING_COUNT,
  POSITION_COUNT,
  POSITION_WORDS,
  RANGE_COUNT,
  RANGES,
  SYMBOL_COUNT,
  SYMBOL_WORDS,
  WITH_RANGES,
  WORD_COUNT,
  WORDS,
} from "./state.ts";
import { endOf, startOf } from "./tree.ts";

/** A record of an operation and some words, which hold anything. Its address is that in the unit. */
export function record(op: number, words: number, ref: number): number {
  const address = heap[WORD_COUNT]!;
  const count = address + words + 1;
  if (heap[WORDS]! + count > heap[END]!) heap[END] = roomForWords(heap[WORDS]! + count);
  heap[WORD_COUNT] = count;
  heap[heap[WORDS]! + address] = op;
  if (heap[WITH_RANGES] !== 0) noteRange(address, ref);
  return address;
}

function noteRange(address: number, ref: number): void {
  const at = heap[RANGES]! + heap[RANGE_COUNT]!;
  heap[at] = address;
  heap[at + 1] = startOf(ref);
  heap[at + 2] = endOf(ref);
  heap[RANGE_COUNT]! += 3;
}

/** The record that was written last is made from something else. */
export function correctRange(ref: number): void {
  if (heap[WITH_RANGES] === 0) return;
  const end = heap[RANGES]! + heap[RANGE_COUNT]!;
  heap[end - 2] = startOf(ref);
  heap[end - 1] = endOf(ref);
}

export function put(word: number, value: number): void {
  heap[heap[WORDS]! + word] = value;
}

/** A name, or -1 for none. */
export function putName(word: number, name: number): void {
  put(word, name);
  if (name < 0) return;
  const count = heap[SYMBOL_COUNT]!;
  heap[heap[SYMBOL_WORDS]! + count] = word;
  heap[SYMBOL_COUNT] = count + 1;
}

/** The value of a global name. */
export function putGlobal(word: number, name: number): void {
  put(word, name);
  const count = heap[GLOBAL_COUNT]!;
  heap[heap[GLOBAL_WORDS]! + count] = word;
  heap[GLOBAL_COUNT] = count + 1;
}

/** The position of an offset in the file. */
export function putPosition(word: number, offset: number): void {
  put(word, offset);
  const count = heap[POSITION_COUNT]!;
  heap[heap[POSITION_WORDS]! + count] = word;
  heap[POSITION_COUNT] = count + 1;
}

/** One more of the offsets of attributes. */
export function addOffset(offset: number): void {
  const count = heap[OFFSET_COUNT]!;
  heap[heap[OFFSETS]! + count] = offset;
  heap[OFFSET_COUNT] = count + 1;
}

// ---- records of children

export function record1(op: number, ref: number, first: number): number {
  const address = record(op, 1, ref);
  put(address + 1, first - address);
  return address;
}

export function record2(op: number, ref: number, first: number, second: number): number {
  const address = record(op, 2, ref);
  put(address + 1, first - address);
  put(address + 2, second - address);
  return address;
}

export function record3(op: number, ref: number, first: number, second: number, third: number): number {
  const address = record(op, 3, ref);
  put(address + 1, first - address);
  put(address + 2, second - address);
  put(address + 3, third - address);
  return address;
}

export function wait(address: number): void {
  const count = heap[PENDING_COUNT]!;
  heap[heap[PENDING]! + count] = address;
  heap[PENDING_COUNT] = count + 1;
}

export function waitWith(address: number, more: number): void {
  wait(address);
  wait(more);
}

export function waiting(index: number): number {
  return heap[heap[PENDING]! + index]!;
}

/** A record of the children that have waited since there were `from`; the first word counts them but for some. */
export function recordOfWaiting(op: number, ref: number, from: number, uncounted: number): number {
  const count = heap[PENDING_COUNT]! - from;
  const address = record(op, count + 1, ref);
  put(address + 1, count - uncounted);
  for (let index = 0; index < count; index++) put(address + 2 + index, waiting(from + index) - address);
  heap[PENDING_COUNT] = from;
  return address;
}

/** Numbers and texts. */

import { INTEGER, LARGEST_INLINE } from "../../memory/words.ts";
import { SOURCE } from "../../../syntax/layout.ts";
import { heap, heapBytes } from "../../../syntax/memory.ts";
import { putFloat } from "../room.ts";
import * as Op from "../code.ts";
import { put, record } from "./records.ts";
import { TEXT_BYTES, TEXTS, WORDS } from "./state.ts";
import { endOf, startOf } from "./tree.ts";

const ZERO = 48;
const BACKSLASH = 92;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const LETTER_N = 110;
const LETTER_R = 114;
const LETTER_T = 116;
const TAB = 9;

/** An integer literal, of which the lexer has seen to it that it has no more than 63 bits. */
export function integer(ref: number): number {
  // in four parts of 16 bits
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let at = SOURCE + startOf(ref), end = SOURCE + endOf(ref); at < end; at++) {
    a = a * 10 + heapBytes[at]! - ZERO;
    b = b * 10 + (a >> 16);
    c = c * 10 + (b >> 16);
    d = d * 10 + (c >> 16);
    a &= 0xffff;
    b &= 0xffff;
    c &= 0xffff;
  }
  const low = (b << 16) | a;
  if (c === 0 && d === 0 && low >= 0 && low <= LARGEST_INLINE) return smallInteger(low, ref);
  const address = record(Op.INTEGER_LITERAL, 2, ref);
  put(address + 1, low);
  put(address + 2, (d << 16) | c);
  return address;
}

export function smallInteger(value: number, ref: number): number {
  const address = record(Op.CONSTANT, 1, ref);
  put(address + 1, (value << 3) | INTEGER);
  return address;
}

export function float(ref: number): number {
  const address = record(Op.FLOAT_LITERAL, 2, ref);
  putFloat(startOf(ref), endOf(ref), heap[WORDS]! + address + 1);
  return address;
}

/** A text that stands for itself. */
export function verbatim(op: number, ref: number, start: number, end: number): number {
  const address = record(op, 2, ref);
  copySource(start, end);
  finishText(address, end - start);
  return address;
}

export function emptyString(ref: number): number {
  const address = record(Op.STRING_LITERAL, 2, ref);
  finishText(address, 0);
  return address;
}

/** A piece of a string between quotes. */
export function stringText(token: number): number {
  const address = record(Op.STRING_LITERAL, 2, token);
  const start = startOf(token);
  const end = endOf(token);
  copySource(start, end);
  finishText(address, unescaped(nextText(), end - start));
  return address;
}

/** Where the next text goes, in bytes. */
export function nextText(): number {
  return heap[TEXTS]! + heap[TEXT_BYTES]!;
}

/** Puts some of the source where the next text goes. */
export function copySource(start: number, end: number): void {
  heapBytes.copyWithin(nextText(), SOURCE + start, SOURCE + end);
}

/** The next text is that of a record. */
export function finishText(address: number, length: number): void {
  put(address + 1, heap[TEXT_BYTES]!);
  put(address + 2, length);
  heap[TEXT_BYTES]! += length;
}

/** Resolves backslashes in a text where it lies, and makes `\n` of `\r\n` and of `\r`. Returns how long it is then. */
export function unescaped(text: number, length: number): number {
  const end = text + length;
  let at = text;
  while (at < end && heapBytes[at] !== BACKSLASH && heapBytes[at] !== CARRIAGE_RETURN) at++;
  let to = at;
  while (at < end) {
    const byte = heapBytes[at]!;
    if (byte === CARRIAGE_RETURN) {
      heapBytes[to++] = LINE_FEED;
      if (at + 1 < end && heapBytes[at + 1] === LINE_FEED) at++;
    } else if (byte === BACKSLASH) {
      at++;
      if (at < end) heapBytes[to++] = meantBy(heapBytes[at]!);
    } else heapBytes[to++] = byte;
    at++;
  }
  return to - text;
}

/** What a byte behind a backslash stands for. */
function meantBy(byte: number): number {
  if (byte === LETTER_N) return LINE_FEED;
  if (byte === LETTER_R) return CARRIAGE_RETURN;
  return byte === LETTER_T ? TAB : byte;
}

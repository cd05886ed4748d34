/**
 * Reads what most JSON is, in one go: short integers, no floats, no name twice in an object. Of a text that is written in
 * another way, or wrongly, it makes nothing, and others say what is wrong with it.
 *
 * The bytes of the text lie in the memory. What belongs to the sets and lists that are being read is gathered behind what is
 * under way, because nothing is evaluated meanwhile: one word for each element of a list, and four for each attribute (where its name
 * starts and ends, and its hash, of which only the symbol remains, and its value).
 */

import { internNames, longNumber, shapeOfNames, strangeNameEnd, strangeText, textPart } from "../machine/plain-json.ts";
import { sortPairs } from "./sort-pairs.ts";
import {
  allocate,
  ATTRS,
  ATTRS_HEADER,
  EMPTY_LIST,
  FALSE,
  FRAME_TOP,
  type Handle,
  heap,
  INTEGER,
  JSON_AT,
  JSON_END,
  JSON_TOP,
  LAST_FRAME,
  LIST,
  NULL,
  TRUE,
} from "../memory/words.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_SET = 0x7b;
const CLOSE_SET = 0x7d;
/** What there is behind the end of the text. */
const NOTHING = 0;

/** What is nested deeper is read without a stack. */
const MOST_LEVELS = 500;
/** More digits might not fit into a handle. */
const MOST_DIGITS = 8;
/** How much room there has to be for what is gathered. */
const ROOM = 64;

/** The value of the text between two bytes of the memory; 0 if it is not plain. */
export function readJson(start: number, end: number): Handle {
  heap[JSON_AT] = start;
  heap[JSON_END] = end;
  heap[JSON_TOP] = heap[FRAME_TOP]!;
  const read = value(0);
  return read !== 0 && nextByte() === NOTHING && heap[JSON_AT] === end ? read : 0;
}

function byteAt(at: number): number {
  return (heap[at >> 2]! >> ((at & 3) << 3)) & 0xff;
}

/** The next byte that is no blank. */
function nextByte(): number {
  const end = heap[JSON_END]!;
  for (let at = heap[JSON_AT]!; at < end; at++) {
    const byte = byteAt(at);
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
    heap[JSON_AT] = at;
    return byte;
  }
  heap[JSON_AT] = end;
  return NOTHING;
}

function value(level: number): Handle {
  const byte = nextByte();
  if (byte === QUOTE) return text();
  if (byte === OPEN_SET) return set(level);
  if (byte === OPEN_LIST) return list(level);
  if (byte === MINUS || (byte >= ZERO && byte <= NINE)) return integer();
  return constant(byte);
}

/** Where the content of the string ends that starts here, if nothing in it is worth a look; else 0. */
function plainEnd(start: number): number {
  const end = heap[JSON_END]!;
  for (let at = start; at < end; at++) {
    const byte = byteAt(at);
    if (byte === QUOTE) return at;
    if (byte < 0x20 || byte > 0x7e || byte === BACKSLASH) return 0;
  }
  return 0;
}

function text(): Handle {
  const start = heap[JSON_AT]! + 1;
  const end = plainEnd(start);
  // which goes behind it itself
  if (end === 0) return strangeText(start);
  heap[JSON_AT] = end + 1;
  return textPart(start, end);
}

function set(level: number): Handle {
  const first = heap[JSON_TOP]!;
  heap[JSON_AT] = heap[JSON_AT]! + 1;
  if (level === MOST_LEVELS) return 0;
  if (nextByte() === CLOSE_SET) {
    heap[JSON_AT] = heap[JSON_AT]! + 1;
    return setOf(first, 0);
  }
  for (let count = 0; ;) {
    const place = heap[JSON_TOP]!;
    if (place > LAST_FRAME - ROOM || nextByte() !== QUOTE) return 0;
    const start = heap[JSON_AT]! + 1;
    const plain = plainEnd(start);
    const end = plain === 0 ? strangeNameEnd(start) : plain;
    if (end === 0) return 0;
    heap[place] = start;
    heap[place + 1] = end;
    heap[place + 2] = hashOf(start, end);
    heap[JSON_TOP] = place + 4;
    heap[JSON_AT] = end + 1;
    if (nextByte() !== COLON) return 0;
    heap[JSON_AT] = heap[JSON_AT]! + 1;
    const read = value(level + 1);
    if (read === 0) return 0;
    heap[place + 3] = read;
    count++;
    const byte = nextByte();
    heap[JSON_AT] = heap[JSON_AT]! + 1;
    if (byte === COMMA) continue;
    return byte === CLOSE_SET ? setOf(first, count) : 0;
  }
}

/** As the table of symbols has it. */
function hashOf(start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + byteAt(at);
  return hash;
}

/** The set of the attributes that were gathered from `first` on; 0 if a name is there twice. */
function setOf(first: number, count: number): Handle {
  internNames(first, count);
  // pairs of symbol and value, in the room of what was gathered
  for (let index = 0; index < count; index++) {
    heap[first + index * 2] = heap[first + index * 4]!;
    heap[first + index * 2 + 1] = heap[first + index * 4 + 3]!;
  }
  sortPairs(first, count);
  const names = first + count * 2;
  for (let index = 0; index < count; index++) {
    const symbol = heap[first + index * 2]!;
    if (index > 0 && symbol === heap[names + index - 1]) return 0;
    heap[names + index] = symbol;
  }
  const shape = shapeOfNames(names, count);
  const address = allocate(count + ATTRS_HEADER);
  heap[address] = shape;
  heap[address + 1] = 0;
  for (let slot = 0; slot < count; slot++) heap[address + ATTRS_HEADER + slot] = heap[first + slot * 2 + 1]!;
  heap[JSON_TOP] = first;
  return (address << 3) | ATTRS;
}

function list(level: number): Handle {
  const first = heap[JSON_TOP]!;
  heap[JSON_AT] = heap[JSON_AT]! + 1;
  if (level === MOST_LEVELS) return 0;
  if (nextByte() === CLOSE_LIST) {
    heap[JSON_AT] = heap[JSON_AT]! + 1;
    return EMPTY_LIST;
  }
  for (;;) {
    const place = heap[JSON_TOP]!;
    if (place > LAST_FRAME - ROOM) return 0;
    const read = value(level + 1);
    if (read === 0) return 0;
    heap[place] = read;
    heap[JSON_TOP] = place + 1;
    const byte = nextByte();
    heap[JSON_AT] = heap[JSON_AT]! + 1;
    if (byte === COMMA) continue;
    return byte === CLOSE_LIST ? listOf(first) : 0;
  }
}

function listOf(first: number): Handle {
  const count = heap[JSON_TOP]! - first;
  const address = allocate(count + 1);
  heap[address] = count;
  heap.copyWithin(address + 1, first, first + count);
  heap[JSON_TOP] = first;
  return (address << 3) | LIST;
}

function integer(): Handle {
  const first = heap[JSON_AT]!;
  const isNegative = byteAt(first) === MINUS;
  const start = isNegative ? first + 1 : first;
  const end = heap[JSON_END]!;
  let at = start;
  let number = 0;
  for (; at < end && byteAt(at) >= ZERO && byteAt(at) <= NINE; at++) {
    if (at - start === MOST_DIGITS) return longNumber(first);
    number = number * 10 + (byteAt(at) - ZERO);
  }
  if (at === start || (at - start > 1 && byteAt(start) === ZERO)) return 0;
  // what follows a number and belongs to it makes a float of it
  const next = at < end ? byteAt(at) : NOTHING;
  if (next === 0x2e || next === 0x65 || next === 0x45) return 0;
  heap[JSON_AT] = at;
  return ((isNegative ? -number : number) << 3) | INTEGER;
}

function constant(byte: number): Handle {
  const at = heap[JSON_AT]!;
  if (byte === 0x74 && isWord(at + 1, 0x72, 0x75, 0x65)) return behind(4, TRUE);
  if (byte === 0x6e && isWord(at + 1, 0x75, 0x6c, 0x6c)) return behind(4, NULL);
  if (byte === 0x66 && isWord(at + 1, 0x61, 0x6c, 0x73) && at + 4 < heap[JSON_END]! && byteAt(at + 4) === 0x65)
    return behind(5, FALSE);
  return 0;
}

function isWord(at: number, first: number, second: number, third: number): boolean {
  if (at + 3 > heap[JSON_END]!) return false;
  return byteAt(at) === first && byteAt(at + 1) === second && byteAt(at + 2) === third;
}

function behind(length: number, constant: Handle): Handle {
  heap[JSON_AT] = heap[JSON_AT]! + length;
  return constant;
}

/** Plain JSON, which the core reads: what it needs besides words, which is the text itself and the names and strings in it. */

import { readJson } from "../core/json.ts";
import { sequenceEnd } from "../../syntax/utf8.ts";
import { allocate, type Handle, heap, heapBytes, integer, JSON_AT } from "../memory/heap.ts";
import { internShape } from "../memory/shapes.ts";
import { string, symbols } from "../memory/strings.ts";

/** The text that is being read, and where its first byte lies in the memory. */
let text = "";
let base = 0;

/** The value of plain JSON; nothing if it is not plain, or wrong. */
export function readPlainJson(whole: string): Handle | undefined {
  base = allocate((whole.length + 3) >> 2) * 4;
  heapBytes.write(whole, base, "latin1");
  text = whole;
  try {
    const value = readJson(base, base + whole.length);
    return value === 0 ? undefined : value;
  } finally {
    text = "";
  }
}

/** The part of the text between two bytes. */
export function textPart(start: number, end: number): Handle {
  return string(text.slice(start - base, end - base));
}

/** Puts the symbols of names into the place where each is gathered. */
export function internNames(first: number, count: number): void {
  for (let word = first, end = first + count * 4; word < end; word += 4) {
    heap[word] = symbols.ofPart(text, heap[word]! - base, heap[word + 1]! - base, heap[word + 2]!);
  }
}

/** The shape of names in order. */
export function shapeOfNames(first: number, count: number): number {
  return internShape(heap, first, count).id;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SMALL_U = 0x75;

/** Where a name with more than ASCII in it ends; 0 if it has something that is not as it is written. */
export function strangeNameEnd(start: number): number {
  for (let at = start - base; at >= 0; at = endOfCharacter(at)) {
    const byte = text.charCodeAt(at);
    if (byte === QUOTE) return at + base;
    if (byte === BACKSLASH) return 0;
  }
  return 0;
}

/** A string with escapes, other than those for characters by their number, or with more than ASCII in it. */
export function strangeText(start: number): Handle {
  let at = start - base;
  for (; at >= 0; at = endOfCharacter(at)) {
    const byte = text.charCodeAt(at);
    if (byte === QUOTE) break;
    if (byte === BACKSLASH && text.charCodeAt(++at) === SMALL_U) return 0;
  }
  if (at < 0) return 0;
  heap[JSON_AT] = at + 1 + base;
  try {
    return string(JSON.parse(text.slice(start - 1 - base, at + 1)) as string);
  } catch {
    return 0;
  }
}

/** The end of what may be in a string; negative for what may not, and where the text ends. */
function endOfCharacter(at: number): number {
  const byte = text.charCodeAt(at);
  if (byte < 0x80) return byte < 0x20 ? -1 : at + 1;
  return byte >= 0x80 ? Math.max(-1, sequenceEnd(text, at)) : -1;
}

const LONG_NUMBER = /-?[1-9]\d{8,14}(?![\d.eE])/uy;

/** An integer with more digits than the core reads; 0 if it has too many, or is a float. */
export function longNumber(start: number): Handle {
  LONG_NUMBER.lastIndex = start - base;
  const found = LONG_NUMBER.exec(text);
  if (found === null) return 0;
  heap[JSON_AT] = LONG_NUMBER.lastIndex + base;
  return integer(Number(found[0]));
}

/** Strings between two apostrophes: the indentation that all their lines have is removed. */

import * as Node from "../../../syntax/node.ts";
import * as Token from "../../../syntax/token.ts";
import { SOURCE } from "../../../syntax/layout.ts";
import { heap, heapBytes } from "../../../syntax/memory.ts";
import * as Op from "../code.ts";
import { expression } from "./expressions.ts";
import { copySource, emptyString, finishText, nextText, unescaped } from "./literals.ts";
import { correctRange, record, recordOfWaiting, wait, waiting } from "./records.ts";
import { INDENTATION_REMOVED, PENDING_COUNT } from "./state.ts";
import { childAt, childCount, endOf, kindOf, startOf } from "./tree.ts";

const LINE_FEED = 10;
const BLANK = 32;
const APOSTROPHE = 39;
const BACKSLASH = 92;

/** More than any line is indented. */
const NO_INDENTATION = 1_000_000;

export function indentedString(ref: number): number {
  const indentation = commonIndentation(ref);
  const from = heap[PENDING_COUNT]!;
  let isText = false;
  heap[INDENTATION_REMOVED] = 0;
  for (let index = 0, count = childCount(ref); index < count; index++) {
    const piece = childAt(ref, index);
    if (kindOf(piece) === Node.Interpolation) {
      isText = false;
      wait(expression(piece));
      // there may have been such a string in it
      heap[INDENTATION_REMOVED] = -1;
      continue;
    }
    let length = dedented(takePiece(piece), indentation);
    if (index === count - 1) length = withoutLastLine(length);
    if (length === 0) continue;
    isText = true;
    const address = record(Op.STRING_LITERAL, 2, piece);
    finishText(address, length);
    wait(address);
  }
  const pieces = heap[PENDING_COUNT]! - from;
  if (pieces === 0) return emptyString(ref);
  if (pieces > 1 || !isText) return recordOfWaiting(Op.JOIN_STRING, ref, from, 0);
  heap[PENDING_COUNT] = from;
  correctRange(ref);
  return waiting(from);
}

/** The least indentation of the lines that have something on them. */
function commonIndentation(ref: number): number {
  let least = NO_INDENTATION;
  let current = 0;
  let isAtStart = true;
  for (let index = 0, count = childCount(ref); index < count; index++) {
    const piece = childAt(ref, index);
    // antiquotations and escapes are something on the line
    if (kindOf(piece) !== Token.IndentedText) {
      if (isAtStart) least = Math.min(least, current);
      isAtStart = false;
      continue;
    }
    for (let at = SOURCE + startOf(piece), end = SOURCE + endOf(piece); at < end; at++) {
      const byte = heapBytes[at]!;
      if (byte === LINE_FEED) {
        isAtStart = true;
        current = 0;
      } else if (isAtStart) {
        if (byte === BLANK) current++;
        else {
          isAtStart = false;
          least = Math.min(least, current);
        }
      }
    }
  }
  return least;
}

/** Puts the bytes of a piece where the next text goes; an escape becomes what it stands for. Returns how many there are. */
function takePiece(piece: number): number {
  const start = startOf(piece);
  const end = endOf(piece);
  copySource(start, end);
  const text = nextText();
  const length = end - start;
  if (kindOf(piece) === Token.IndentedText || length < 3) return length;
  // three apostrophes are two; a dollar or a backslash stands behind two, which go
  const third = heapBytes[text + 2]!;
  if (third === APOSTROPHE) return 2;
  heapBytes.copyWithin(text, text + 2, text + length);
  return third === BACKSLASH ? unescaped(text, length - 2) : 1;
}

/** Removes the indentation of the lines of a text, which may begin within one. Returns how long it is then. */
function dedented(length: number, indentation: number): number {
  const text = nextText();
  let removed = heap[INDENTATION_REMOVED]!;
  let to = text;
  for (let at = text, end = text + length; at < end; at++) {
    const byte = heapBytes[at]!;
    if (removed < 0) {
      if (byte === LINE_FEED) removed = 0;
    } else if (byte === BLANK) {
      if (removed++ < indentation) continue;
    } else removed = byte === LINE_FEED ? 0 : -1;
    heapBytes[to++] = byte;
  }
  heap[INDENTATION_REMOVED] = removed;
  return to - text;
}

/** The last line of all goes if there is nothing on it. */
function withoutLastLine(length: number): number {
  const text = nextText();
  let end = text + length;
  while (end > text && heapBytes[end - 1] === BLANK) end--;
  return end > text && heapBytes[end - 1] === LINE_FEED ? end - text : length;
}

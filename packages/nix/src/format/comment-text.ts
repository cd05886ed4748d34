/** The text of comments: which lines a block comment has when its frame and its indentation are taken away. */

import type { Slice } from "./document.ts";
import { characterCount, findNewline, skipBlanks, trimBlanks } from "./text.ts";

const LINE_FEED = 10;
const BLANK = 32;
const TAB = 9;
const STAR = 42;
const TAB_WIDTH = 8;
const LONGEST_LANGUAGE_NAME = 30;

/** The column of an offset in its line, counted from one, tabs as the way to the next multiple of eight. */
export function columnOf(bytes: Uint8Array, offset: number): number {
  let at = bytes.lastIndexOf(LINE_FEED, offset - 1) + 1;
  if (offset === 0) at = 0;
  let column = 0;
  for (; at < offset; at++) {
    const byte = bytes[at]!;
    if (byte === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
    else if ((byte & 0xc0) !== 0x80) column++;
  }
  return column + 1;
}

/** A line without the blanks around it. */
export function textOfLineComment(bytes: Uint8Array, line: Slice): Slice {
  const start = skipBlanks(bytes, line.start, line.end);
  return { start, end: trimBlanks(bytes, start, line.end) };
}

/**
 * The lines of a block comment's text, from behind what opens it to before what closes it. Gone are blank lines at
 * both ends, blanks at the ends of lines, a column of stars below the first of the opening, and the indentation that
 * the lines share, as far as the text of the first line goes. `column` is the one where the comment starts.
 */
export function blockLines(bytes: Uint8Array, start: number, end: number, column: () => number): Slice[] {
  const [first, ...rest] = withoutBlankEnd(splitLines(bytes, start, end));
  if (first === undefined) return [];
  const lines = [textOfLineComment(bytes, first)];
  if (rest.length > 0) {
    const margin = column();
    const starred = rest.every((line) => hasStar(bytes, line, margin));
    const text = starred
      ? withoutBlankEnd(rest.map((line) => trimmed(bytes, line.start + margin + 2, line.end)))
      : rest;
    const textColumn = margin + (first.start < first.end && bytes[first.start] === BLANK ? 3 : 2);
    // what follows a star starts at the margin
    const shared = sharedIndentation(bytes, text, starred ? textColumn - margin : textColumn);
    for (const { start: lineStart, end: lineEnd } of text) {
      lines.push({ start: Math.min(lineStart + shared, lineEnd), end: lineEnd });
    }
  }
  const firstWithText = lines.findIndex((line) => line.start < line.end);
  return firstWithText < 0 ? [] : lines.slice(firstWithText);
}

/** The name of a language as editors know it: `nix`, `c++`, `text.html`. */
export function isLanguageName(bytes: Uint8Array, text: Slice): boolean {
  const length = characterCount(bytes, text.start, text.end);
  if (length === 0 || length > LONGEST_LANGUAGE_NAME) return false;
  return /^[\p{L}\p{N}\-+._]+$/u.test(new TextDecoder().decode(bytes.subarray(text.start, text.end)));
}

function splitLines(bytes: Uint8Array, start: number, end: number): Slice[] {
  const lines: Slice[] = [];
  for (let at = start; at < end;) {
    const newline = findNewline(bytes, at, end);
    const lineEnd = newline < 0 ? end : newline;
    lines.push(trimmed(bytes, at, lineEnd));
    at = lineEnd + 1;
  }
  return lines;
}

function trimmed(bytes: Uint8Array, start: number, end: number): Slice {
  return { start, end: trimBlanks(bytes, start, end) };
}

function withoutBlankEnd(lines: readonly Slice[]): readonly Slice[] {
  return lines.slice(0, lines.findLastIndex((line) => line.start < line.end) + 1);
}

/** Whether a line starts with a star below the first one of the opening. */
function hasStar(bytes: Uint8Array, line: Slice, margin: number): boolean {
  if (line.end - line.start < margin + 2) return false;
  return leadingBlanks(bytes, line) === margin + 1 && bytes[line.start + margin + 1] === STAR;
}

/** The indentation that all lines with text share, at most `most` columns. */
function sharedIndentation(bytes: Uint8Array, lines: readonly Slice[], most: number): number {
  let shared = most;
  for (const line of lines) if (line.start < line.end) shared = Math.min(shared, leadingBlanks(bytes, line));
  return shared;
}

function leadingBlanks(bytes: Uint8Array, line: Slice): number {
  let at = line.start;
  while (at < line.end && bytes[at] === BLANK) at++;
  return at - line.start;
}

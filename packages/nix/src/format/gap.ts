/**
 * Reads the gap between two tokens: line breaks and comments, as pieces. What the comments mean for the layout is
 * decided in `comments.ts`.
 */

import type { Slice } from "./document.ts";
import { blockLines, columnOf, isLanguageName, textOfLineComment } from "./comment-text.ts";
import { trimBlanks } from "./text.ts";

/** A run of line breaks. */
export const Newlines = 0;
/** `# text` */
export const LineComment = 1;
/** A comment in slashes and stars, with the lines of its text. */
export const BlockComment = 2;
/** The name of a language before a string, for editors, in slashes and stars. */
export const LanguageAnnotation = 3;
/** The comments that switch formatting off and on, alone behind what is left of them. */
export const Directive = 4;

export type Piece =
  | { readonly kind: typeof Newlines; readonly count: number }
  /** The text goes from the hash to the last character that is no blank. */
  | { readonly kind: typeof LineComment; readonly text: Slice }
  | { readonly kind: typeof BlockComment; readonly documentation: boolean; readonly lines: readonly Slice[] }
  | { readonly kind: typeof LanguageAnnotation; readonly text: Slice }
  /** The text goes on to the end of the line. */
  | { readonly kind: typeof Directive; readonly disable: boolean; readonly text: Slice };

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const HASH = 35;
const QUOTE = 34;
const APOSTROPHE = 39;
const STAR = 42;
const SLASH = 47;

const DISABLE = "/*nixfmt:disable*/";
const ENABLE = "/*nixfmt:enable*/";

export function readGap(bytes: Uint8Array, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      let count = 0;
      for (; at < end && isBlank(bytes[at]!); at++) {
        if (bytes[at] === LINE_FEED || (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) count++;
      }
      pieces.push({ kind: Newlines, count });
    } else if (byte === HASH) {
      const lineEnd = endOfLine(bytes, at, end);
      pieces.push({ kind: LineComment, text: { start: at, end: trimBlanks(bytes, at + 1, lineEnd) } });
      at = lineEnd;
    } else if (byte === SLASH) {
      const directive = readDirective(bytes, at);
      const piece = directive ?? readBlockComment(bytes, at);
      pieces.push(piece);
      at = directive === undefined ? endOfBlockComment(bytes, at) : directive.text.end;
    } else at++;
  }
  return pieces;
}

function readDirective(bytes: Uint8Array, start: number): (Piece & { kind: typeof Directive }) | undefined {
  const disable = startsWith(bytes, start, DISABLE);
  if (!disable && !startsWith(bytes, start, ENABLE)) return undefined;
  const textEnd = start + (disable ? DISABLE.length : ENABLE.length);
  const end = endOfLine(bytes, textEnd, bytes.length);
  if (trimBlanks(bytes, textEnd, end) !== textEnd) return undefined;
  return { kind: Directive, disable, text: { start, end } };
}

function readBlockComment(bytes: Uint8Array, start: number): Piece {
  const end = endOfBlockComment(bytes, start) - 2;
  // a comment whose second star closes it is an empty one
  const documentation = bytes[start + 2] === STAR && bytes[start + 3] !== SLASH;
  const textStart = start + (documentation ? 3 : 2);
  const lines = blockLines(bytes, textStart, Math.max(end, textStart), () => columnOf(bytes, start) - 1);
  if (!documentation && lines.length === 1 && opensString(bytes, end + 2)) {
    const text = textOfLineComment(bytes, lines[0]!);
    if (isLanguageName(bytes, text)) return { kind: LanguageAnnotation, text };
  }
  return { kind: BlockComment, documentation, lines };
}

function endOfBlockComment(bytes: Uint8Array, start: number): number {
  let star = bytes.indexOf(STAR, start + 2);
  while (bytes[star + 1] !== SLASH) star = bytes.indexOf(STAR, star + 1);
  return star + 2;
}

/** Whether the next thing is a string, on this line or at the start of the next. */
function opensString(bytes: Uint8Array, from: number): boolean {
  let at = skipLineBlanks(bytes, from);
  if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at++;
  if (bytes[at] === LINE_FEED) at++;
  at = skipLineBlanks(bytes, at);
  return bytes[at] === QUOTE || (bytes[at] === APOSTROPHE && bytes[at + 1] === APOSTROPHE);
}

function skipLineBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 9) at++;
  return at;
}

function endOfLine(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) at++;
  return at;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

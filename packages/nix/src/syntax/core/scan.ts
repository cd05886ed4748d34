/**
 * The longest match of single token shapes. Each function takes an offset of the source and returns the offset after the
 * match, or the offset it was given if there is none. Behind the end of the source there are zeros, which are in no class.
 *
 * Nix's lexer is generated from regular expressions, of which the longest match wins: `a/b` is a path, `a:b` a URI,
 * `1.5/2` a path again. `code.ts` asks these functions and compares.
 */

import { DIGIT, PATH, URI, URI_SCHEME } from "../bytes.ts";
import { CLASSES, SOURCE } from "../layout.ts";
import { heapBytes } from "../memory.ts";

const NEWLINE = 10;
const RETURN = 13;
const BLANK = 32;
const QUOTE = 34;
const DOLLAR = 36;
const APOSTROPHE = 39;
const STAR = 42;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const COLON = 58;
const GREATER = 62;
const CAPITAL_E = 69;
const BACKSLASH = 92;
const SMALL_E = 101;
const BRACE = 123;

export function byteAt(at: number): number {
  return heapBytes[SOURCE + at]!;
}

export function isIn(at: number, bits: number): boolean {
  return (heapBytes[CLASSES + byteAt(at)]! & bits) !== 0;
}

export function skip(at: number, bits: number): number {
  while (isIn(at, bits)) at++;
  return at;
}

/**
 * `a/b`, `./a`, `/a`, `../a/`: at least one slash with something behind it; one more slash may end it. The first slash
 * must be at `slash`.
 */
export function path(start: number, slash: number): number {
  let at = slash;
  let end = start;
  while (byteAt(at) === SLASH && isIn(at + 1, PATH)) {
    at = skip(at + 2, PATH);
    end = at;
  }
  return end > start && byteAt(end) === SLASH ? end + 1 : end;
}

/** The first piece of a path whose first slash stands before an antiquotation: `a/${`, `/${`, `~/${`. */
export function pathBeforeAntiquotation(at: number, slash: number): number {
  return byteAt(slash) === SLASH && startsAntiquotation(slash + 1) ? slash + 1 : at;
}

export function startsAntiquotation(at: number): boolean {
  return byteAt(at) === DOLLAR && byteAt(at + 1) === BRACE;
}

/** Inside a path with antiquotation: a path again, or a segment, or a part of one. */
export function pathText(at: number): number {
  const part = skip(at, PATH);
  const whole = path(at, part);
  if (whole > at) return whole;
  return byteAt(part) === SLASH ? part + 1 : part;
}

/** `<nixpkgs/lib>` */
export function searchPath(at: number): number {
  let end = skip(at + 1, PATH);
  if (end === at + 1) return at;
  while (byteAt(end) === SLASH && isIn(end + 1, PATH)) end = skip(end + 2, PATH);
  return byteAt(end) === GREATER ? end + 1 : at;
}

/** `https://example.org/a`, and also `x:x`. */
export function uri(at: number): number {
  const colon = skip(at + 1, URI_SCHEME);
  if (byteAt(colon) !== COLON || !isIn(colon + 1, URI)) return at;
  return skip(colon + 2, URI);
}

/** `1.5`, `1.`, `.5`, `0.5e-3`; never with a leading zero before another digit. */
export function float(at: number): number {
  const dot = skip(at, DIGIT);
  if (byteAt(dot) !== DOT) return at;
  const whole = dot - at;
  const end = skip(dot + 1, DIGIT);
  const isBare = end === dot + 1;
  if (byteAt(at) === ZERO ? whole > 1 || isBare : whole === 0 && isBare) return at;
  if (!isExponent(byteAt(end))) return end;
  const sign = byteAt(end + 1);
  const digits = sign === PLUS || sign === MINUS ? end + 2 : end + 1;
  return isIn(digits, DIGIT) ? skip(digits, DIGIT) : end;
}

function isExponent(byte: number): boolean {
  return byte === SMALL_E || byte === CAPITAL_E;
}

/** The offset after a block comment, or -1 if nothing closes it. */
export function blockComment(start: number, length: number): number {
  for (let at = start + 2; at < length; at++) {
    if (byteAt(at) === STAR && byteAt(at + 1) === SLASH) return at + 2;
  }
  return -1;
}

export function lineComment(start: number, length: number): number {
  let at = start;
  for (; at < length; at++) {
    const byte = byteAt(at);
    if (byte === NEWLINE || byte === RETURN) break;
  }
  return at;
}

/** Literal bytes of `"…"`, up to the closing quote, an antiquotation or the end. */
export function stringText(start: number, length: number): number {
  let at = start;
  while (at < length) {
    const byte = byteAt(at);
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at += 2;
    else if (byte === DOLLAR) {
      const next = byteAt(at + 1);
      if (next === BRACE) return at;
      // `$$` is a pair, so that `$${` is no antiquotation; a `$` before the closing quote stands alone
      at += next === QUOTE ? 1 : next === BACKSLASH ? 3 : 2;
    } else at++;
  }
  return length; // an escape may have led past it
}

/** `''` that opens a string, and the rest of its line if that is blank. */
export function indentedOpen(at: number): number {
  let end = at + 2;
  while (byteAt(end) === BLANK) end++;
  return byteAt(end) === NEWLINE ? end + 1 : at + 2;
}

/** Literal bytes of `''…''` without escapes. */
export function indentedText(start: number, length: number): number {
  let at = start;
  while (at < length) {
    const byte = byteAt(at);
    if (byte === DOLLAR) {
      const next = byteAt(at + 1);
      if (next === BRACE || next === APOSTROPHE || at + 1 === length) return at;
      at += 2;
    } else if (byte === APOSTROPHE) {
      const next = byteAt(at + 1);
      if (next === APOSTROPHE || next === DOLLAR || at + 1 === length) return at;
      at += 2;
    } else at++;
  }
  return length;
}

/** An escape of an indented string, or a lone `$` or `'`; nothing at `''` that closes and at `${`. */
export function indentedEscape(at: number, length: number): number {
  if (byteAt(at) === DOLLAR) return byteAt(at + 1) === BRACE ? at : at + 1;
  if (byteAt(at + 1) !== APOSTROPHE) return at + 1;
  const third = byteAt(at + 2);
  if (third === APOSTROPHE || third === DOLLAR) return at + 3;
  return third === BACKSLASH && at + 3 < length ? at + 4 : at;
}

/** Whether the bytes of a string hold a NUL. Nix overlooks one behind a backslash, where that escapes. */
export function containsNull(start: number, end: number, escapes: boolean): boolean {
  for (let at = start; at < end; at++) {
    const byte = byteAt(at);
    if (byte === 0) return true;
    if (escapes && byte === BACKSLASH) at++;
  }
  return false;
}

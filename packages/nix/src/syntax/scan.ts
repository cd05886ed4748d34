/**
 * The longest match of single token shapes. Each function takes the source and an offset and returns the offset after
 * the match, or the offset it was given if there is none. Behind the end of the source there are zeros, which are in no
 * class.
 *
 * Nix's lexer is generated from regular expressions, of which the longest match wins: `a/b` is a path, `a:b` a URI,
 * `1.5/2` a path again. `lexer.ts` asks these functions and compares.
 */

import { classes, DIGIT, NAME, PATH, URI, URI_SCHEME } from "./bytes.ts";

const SLASH = 47;
const DOLLAR = 36;
const BRACE = 123;
const QUOTE = 34;
const APOSTROPHE = 39;
const BACKSLASH = 92;

export function isIn(source: Uint8Array, at: number, bits: number): boolean {
  return (classes[source[at]!]! & bits) !== 0;
}

export function skip(source: Uint8Array, at: number, bits: number): number {
  while ((classes[source[at]!]! & bits) !== 0) at++;
  return at;
}

export function name(source: Uint8Array, at: number): number {
  return skip(source, at, NAME);
}

/**
 * `a/b`, `./a`, `/a`, `../a/`: at least one slash with something behind it; one more slash may end it. Whoever knows
 * where the first slash must be says so.
 */
export function path(source: Uint8Array, at: number, firstSlash = skip(source, at, PATH)): number {
  return segments(source, at, firstSlash);
}

/** `~/a` */
export function homePath(source: Uint8Array, at: number): number {
  return segments(source, at, at + 1);
}

function segments(source: Uint8Array, start: number, at: number): number {
  let end = start;
  while (source[at] === SLASH && isIn(source, at + 1, PATH)) end = at = skip(source, at + 2, PATH);
  return end > start && source[end] === SLASH ? end + 1 : end;
}

/** The first piece of a path whose first slash stands before an antiquotation: `a/${`, `/${`, `~/${`. */
export function pathBeforeAntiquotation(source: Uint8Array, at: number, slash = skip(source, at, PATH)): number {
  return source[slash] === SLASH && startsAntiquotation(source, slash + 1) ? slash + 1 : at;
}

export function startsAntiquotation(source: Uint8Array, at: number): boolean {
  return source[at] === DOLLAR && source[at + 1] === BRACE;
}

/** Inside a path with antiquotation: a path again, or a segment, or a part of one. */
export function pathText(source: Uint8Array, at: number): number {
  const whole = path(source, at);
  if (whole > at) return whole;
  const part = skip(source, at, PATH);
  return source[part] === SLASH ? part + 1 : part;
}

/** `<nixpkgs/lib>` */
export function searchPath(source: Uint8Array, at: number): number {
  let end = skip(source, at + 1, PATH);
  if (end === at + 1) return at;
  while (source[end] === SLASH && isIn(source, end + 1, PATH)) end = skip(source, end + 2, PATH);
  return source[end] === 62 ? end + 1 : at;
}

/** `https://example.org/a`, and also `x:x`. */
export function uri(source: Uint8Array, at: number): number {
  const colon = skip(source, at + 1, URI_SCHEME);
  if (source[colon] !== 58 || !isIn(source, colon + 1, URI)) return at;
  return skip(source, colon + 2, URI);
}

/** `1.5`, `1.`, `.5`, `0.5e-3`; never with a leading zero before another digit. */
export function float(source: Uint8Array, at: number): number {
  const dot = skip(source, at, DIGIT);
  if (source[dot] !== 46) return at;
  const whole = dot - at;
  const end = skip(source, dot + 1, DIGIT);
  const leadingZero = source[at] === 48;
  if (leadingZero ? whole > 1 || end === dot + 1 : whole === 0 && end === dot + 1) return at;
  if (source[end] !== 101 && source[end] !== 69) return end;
  const sign = source[end + 1] === 43 || source[end + 1] === 45 ? end + 2 : end + 1;
  return isIn(source, sign, DIGIT) ? skip(source, sign, DIGIT) : end;
}

/** The offset after a block comment, or -1 if nothing closes it. */
export function blockComment(source: Uint8Array, at: number, length: number): number {
  for (let star = source.indexOf(42, at + 2); star >= 0 && star < length; star = source.indexOf(42, star + 1)) {
    if (source[star + 1] === SLASH) return star + 2;
  }
  return -1;
}

export function lineComment(source: Uint8Array, at: number, length: number): number {
  while (at < length && source[at] !== 10 && source[at] !== 13) at++;
  return at;
}

/** Literal bytes of `"…"`, up to the closing quote, an antiquotation or the end. */
export function stringText(source: Uint8Array, at: number, length: number): number {
  while (at < length) {
    const byte = source[at]!;
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) {
      at += 2;
    } else if (byte === DOLLAR) {
      const next = source[at + 1];
      if (next === BRACE) return at;
      // `$$` is a pair, so that `$${` is no antiquotation; a `$` before the closing quote stands alone
      if (next === QUOTE) at += 1;
      else if (next === BACKSLASH) at += 3;
      else at += 2;
    } else at++;
  }
  return length; // an escape may have led past it
}

/** `''` that opens a string, and the rest of its line if that is blank. */
export function indentedOpen(source: Uint8Array, at: number): number {
  let end = at + 2;
  while (source[end] === 32) end++;
  return source[end] === 10 ? end + 1 : at + 2;
}

/** Literal bytes of `''…''` without escapes. */
export function indentedText(source: Uint8Array, at: number, length: number): number {
  while (at < length) {
    const byte = source[at]!;
    if (byte === DOLLAR) {
      const next = source[at + 1];
      if (next === BRACE || next === APOSTROPHE || at + 1 === length) return at;
      at += 2;
    } else if (byte === APOSTROPHE) {
      const next = source[at + 1];
      if (next === APOSTROPHE || next === DOLLAR || at + 1 === length) return at;
      at += 2;
    } else at++;
  }
  return length;
}

/** An escape of an indented string, or a lone `$` or `'`; nothing at `''` that closes and at `${`. */
export function indentedEscape(source: Uint8Array, at: number, length: number): number {
  if (source[at] === DOLLAR) return source[at + 1] === BRACE ? at : at + 1;
  if (source[at + 1] !== APOSTROPHE) return at + 1;
  const third = source[at + 2];
  if (third === APOSTROPHE || third === DOLLAR) return at + 3;
  return third === BACKSLASH && at + 3 < length ? at + 4 : at;
}

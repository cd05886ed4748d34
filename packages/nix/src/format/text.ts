/**
 * Bytes as text. A file is read as bytes; only where it shows (how wide a line is, what counts as a blank) are they
 * taken for UTF-8. A blank is what Unicode calls one: the ASCII ones and the space separators.
 */

const LINE_FEED = 10;
const SPACE = 32;

/** The characters of a slice of UTF-8: all bytes but those that continue a character. */
export function characterCount(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index++) if ((bytes[index]! & 0xc0) !== 0x80) count++;
  return count;
}

/** The offset of the first line feed in a slice, or -1. */
export function findNewline(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === LINE_FEED) return at;
  return -1;
}

/** The offset after the blanks that a slice starts with, line breaks among them. */
export function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (;;) {
    const length = blankLength(bytes, at, end);
    if (length === 0) return at;
    at += length;
  }
}

/** The offset before the blanks that a slice ends with. */
export function trimBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start) {
    if (blankLength(bytes, at - 1, at) === 1) at--;
    else if (at - 2 >= start && blankLength(bytes, at - 2, at) === 2) at -= 2;
    else if (at - 3 >= start && blankLength(bytes, at - 3, at) === 3) at -= 3;
    else break;
  }
  return at;
}

/** The bytes of the blank character at an offset, 0 if there is none. */
function blankLength(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return 0;
  const byte = bytes[at]!;
  if (byte === SPACE || (byte >= 9 && byte <= 13)) return 1;
  if (byte < 0xc2) return 0;
  const second = at + 1 < end ? bytes[at + 1]! : 0;
  const third = at + 2 < end ? bytes[at + 2]! : 0;
  switch (byte) {
    case 0xc2: // no-break space
      return second === 0xa0 ? 2 : 0;
    case 0xe1: // ogham space mark
      return second === 0x9a && third === 0x80 ? 3 : 0;
    case 0xe2: // the spaces of general punctuation, the medium mathematical space
      if (second === 0x80) return (third >= 0x80 && third <= 0x8a) || third === 0xaf ? 3 : 0;
      return second === 0x81 && third === 0x9f ? 3 : 0;
    case 0xe3: // ideographic space
      return second === 0x80 && third === 0x80 ? 3 : 0;
    default:
      return 0;
  }
}

/** Which bytes are UTF-8: the shortest forms of Unicode's scalar values, and nothing else. */

/**
 * The end of the sequence that starts at an offset, one byte beyond ASCII or more. If it is ill-formed, the complement
 * of the offset of the first byte that does not fit, which is the length of the text where the sequence is cut off.
 */
export function sequenceEnd(text: string, at: number): number {
  const lead = text.charCodeAt(at);
  if (lead < 0xc2 || lead > 0xf4) return ~at;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // What follows some leads is bounded more closely: overlong forms, surrogates, and what is beyond Unicode.
  let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let next = at + 1; next < at + length; next++) {
    const byte = text.charCodeAt(next);
    if (!(byte >= low && byte <= high)) return ~next;
    low = 0x80;
    high = 0xbf;
  }
  return at + length;
}

/** A scalar value as UTF-8. */
export function encodeScalar(value: number): string {
  if (value < 0x80) return String.fromCharCode(value);
  const last = 0x80 | (value & 0x3f);
  if (value < 0x800) return String.fromCharCode(0xc0 | (value >> 6), last);
  const third = 0x80 | ((value >> 6) & 0x3f);
  if (value < 0x10000) return String.fromCharCode(0xe0 | (value >> 12), third, last);
  return String.fromCharCode(0xf0 | (value >> 18), 0x80 | ((value >> 12) & 0x3f), third, last);
}

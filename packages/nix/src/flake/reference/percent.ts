/** Bytes written as `%41`. */

import { badUrl } from "./error.ts";

/**
 * Two digits behind a percent sign are read as the C library reads numbers: a blank or a sign before a digit is fine,
 * and so is a digit with anything behind it.
 */
export function percentDecode(text: string): string {
  if (!text.includes("%")) return text;
  let decoded = "";
  for (let at = 0; at < text.length;) {
    if (text[at] !== "%") {
      decoded += text[at++];
      continue;
    }
    const number = at + 2 < text.length ? /^[\t-\r ]?([+-]?)([0-9a-fA-F]+)/.exec(text.slice(at + 1, at + 3)) : null;
    if (number === null) throw badUrl(`invalid URI parameter '${text}'`);
    const value = Number.parseInt(number[2]!, 16);
    decoded += String.fromCharCode((number[1] === "-" ? -value : value) & 0xff);
    at += 3;
  }
  return decoded;
}

/** Everything but letters, digits, `-._~` and the bytes in `keep` gets a percent sign. */
export function percentEncode(text: string, keep = ""): string {
  let encoded = "";
  for (const byte of text) {
    const isPlain = /[a-zA-Z0-9\-._~\0]/.test(byte) || keep.includes(byte);
    encoded += isPlain ? byte : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}

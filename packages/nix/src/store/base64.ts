/**
 * Base 64, read as leniently as Nix does: it stops at the first `=`, steps over line feeds, and drops the bits behind
 * the last whole byte. Only the number of bytes that come out tells it whether a hash is sound.
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const NO_DIGIT = 255;
const digits = new Uint8Array(256).fill(NO_DIGIT);
for (let digit = 0; digit < 64; digit++) digits[ALPHABET.charCodeAt(digit)] = digit;

/** How many characters some bytes need, with padding. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

/** The bytes of a text; nothing where it holds a character that is no digit before the padding. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "=") break;
    if (text[at] === "\n") continue;
    const digit = digits[text.charCodeAt(at)] ?? NO_DIGIT;
    if (digit === NO_DIGIT) return undefined;
    value = (value << 6) | digit;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
    }
  }
  return Uint8Array.from(bytes);
}

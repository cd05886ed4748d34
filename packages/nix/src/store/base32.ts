/**
 * Base 32 as Nix writes it: an alphabet without e, o, t and u, and the last digit first. The bytes are one number with
 * the lowest byte first, of which digit n holds the bits from 5 n on.
 */

export const BASE32_ALPHABET = "0123456789abcdfghijklmnpqrsvwxyz";

const letters = Uint8Array.from(BASE32_ALPHABET, (letter) => letter.charCodeAt(0));
let written = Buffer.allocUnsafeSlow(128);

const NO_DIGIT = 255;
const digits = new Uint8Array(256).fill(NO_DIGIT);
for (let digit = 0; digit < 32; digit++) digits[BASE32_ALPHABET.charCodeAt(digit)] = digit;

/** How many digits some bytes need. */
export function base32Length(bytes: number): number {
  return Math.ceil((bytes * 8) / 5);
}

export function encodeBase32(bytes: Uint8Array): string {
  const length = base32Length(bytes.length);
  if (length > written.length) written = Buffer.allocUnsafeSlow(length);
  for (let digit = length - 1, to = 0; digit >= 0; digit--) {
    const bit = digit * 5;
    const at = bit >> 3;
    const pair = bytes[at]! | ((at + 1 < bytes.length ? bytes[at + 1]! : 0) << 8);
    written[to++] = letters[(pair >> (bit & 7)) & 31]!;
  }
  return written.toString("latin1", 0, length);
}

/** The bytes of a text of the right length for `size` of them; nothing where it holds another character or more bits. */
export function decodeBase32(text: string, size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size);
  for (let digit = 0; digit < text.length; digit++) {
    const value = digits[text.charCodeAt(text.length - 1 - digit)] ?? NO_DIGIT;
    if (value === NO_DIGIT) return undefined;
    const bit = digit * 5;
    const at = bit >> 3;
    const pair = value << (bit & 7);
    bytes[at]! |= pair & 255;
    if (at + 1 < size) bytes[at + 1]! |= pair >> 8;
    else if (pair >> 8 !== 0) return undefined;
  }
  return bytes;
}

export function isBase32(text: string): boolean {
  for (let at = 0; at < text.length; at++) if ((digits[text.charCodeAt(at)] ?? NO_DIGIT) === NO_DIGIT) return false;
  return true;
}

/** Bech32 as BIP 173 defines it, but without its limit of 90 characters, as age uses it. */

const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const CHECKSUM_LENGTH = 6;

/** The text in lower case. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const data = regroup(bytes, 8, 5, true) ?? [];
  const rest = checksum([...expand(prefix), ...data, ...Array.from({ length: CHECKSUM_LENGTH }, () => 0)]) ^ 1;
  const check = Array.from({ length: CHECKSUM_LENGTH }, (_, place) => (rest >>> (5 * (5 - place))) & 31);
  return `${prefix}1${[...data, ...check].map((digit) => ALPHABET[digit]).join("")}`;
}

/** What a text stands for, its prefix in lower case; nothing if it is not Bech32. */
export function decodeBech32(text: string): { readonly prefix: string; readonly bytes: Uint8Array } | undefined {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return undefined;
  const separator = lower.lastIndexOf("1");
  if (separator < 1 || separator + 1 + CHECKSUM_LENGTH > lower.length) return undefined;
  const prefix = lower.slice(0, separator);
  if (!/^[!-~]+$/.test(prefix)) return undefined;
  const digits = Array.from(lower.slice(separator + 1), (character) => ALPHABET.indexOf(character));
  if (digits.includes(-1) || checksum([...expand(prefix), ...digits]) !== 1) return undefined;
  const bytes = regroup(digits.slice(0, -CHECKSUM_LENGTH), 5, 8, false);
  return bytes && { prefix, bytes: Uint8Array.from(bytes) };
}

function expand(prefix: string): number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((word, bit) => {
      if ((top >>> bit) & 1) sum ^= word;
    });
  }
  return sum;
}

/** Bits in groups of one size as groups of another. Without padding, what is left over must be short and zero. */
function regroup(groups: Iterable<number>, from: number, to: number, pad: boolean): number[] | undefined {
  const result: number[] = [];
  let bits = 0;
  let value = 0;
  for (const group of groups) {
    value = ((value << from) | group) & 0xfff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      result.push((value >>> bits) & ((1 << to) - 1));
    }
  }
  const left = (value << (to - bits)) & ((1 << to) - 1);
  if (pad) return bits > 0 ? [...result, left] : result;
  return bits >= from || left !== 0 ? undefined : result;
}

/**
 * The "GIT binary patch" format, for files that are no text: the whole content, deflated, in lines of at most 52 bytes
 * in Git's own base 85, each with its length as a letter in front. The new content comes first, then the old one, so
 * that Git can take the patch back.
 */

import { deflateSync } from "node:zlib";

/** Git's rule: a file with a NUL byte near its start is no text. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8000).includes(0);
}

export function binaryPatch(before: Uint8Array, after: Uint8Array): string[] {
  return ["GIT binary patch", ...literal(after), ...literal(before)];
}

function literal(bytes: Uint8Array): string[] {
  const packed = deflateSync(bytes);
  const lines = [`literal ${bytes.length}`];
  for (let start = 0; start < packed.length; start += LINE) {
    const line = packed.subarray(start, start + LINE);
    const letter = line.length <= 26 ? 0x40 + line.length : 0x60 + line.length - 26;
    lines.push(String.fromCharCode(letter) + base85(line));
  }
  return [...lines, ""];
}

const LINE = 52;
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/** Four bytes as five digits, the last four filled up with zeroes. */
function base85(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 4) {
    let number = 0;
    for (let index = start; index < start + 4; index++) number = number * 256 + (bytes[index] ?? 0);
    let digits = "";
    for (let count = 0; count < 5; count++) {
      digits = DIGITS[number % 85]! + digits;
      number = Math.floor(number / 85);
    }
    text += digits;
  }
  return text;
}

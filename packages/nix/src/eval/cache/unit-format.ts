/**
 * A compiled unit as bytes, and back. Symbols are numbered anew for each unit, because their numbers differ from run to
 * run; everything else is copied as it is. All sections but the last are words of four bytes in this machine's order:
 *
 *     entry, then the lengths of: words, symbol words, global words, position words, offsets, names, texts
 *     a check sum of everything behind it
 *     the sections in that order; of the names first where each ends, then their bytes, padded to a word
 */

import type { SymbolTable } from "../../syntax/symbols.ts";
import type { Unit } from "../unit.ts";

const HEADER = 9;
const CHECK_SUM = 8;

export function packUnit(unit: Unit, symbols: SymbolTable): Buffer {
  const numbers = new Map<number, number>();
  const words = unit.words.slice();
  for (const list of [unit.symbolWords, unit.globalWords]) {
    for (const word of list) {
      const symbol = words[word]!;
      let number = numbers.get(symbol);
      if (number === undefined) numbers.set(symbol, (number = numbers.size));
      words[word] = number;
    }
  }
  const names = [...numbers.keys()].map((symbol) => symbols.name(symbol));
  const nameBytes = Buffer.from(names.join(""), "latin1");
  const nameEnds = new Int32Array(names.length);
  let end = 0;
  for (let index = 0; index < names.length; index++) nameEnds[index] = end += names[index]!.length;

  const sections = [words, unit.symbolWords, unit.globalWords, unit.positionWords, unit.offsets, nameEnds];
  const wordCount = sections.reduce((sum, section) => sum + section.length, HEADER);
  const size = wordCount * 4 + padded(nameBytes.length) + padded(unit.texts.length);
  const packed = new Int32Array(size / 4);
  packed[0] = unit.entry;
  sections.forEach((section, index) => (packed[1 + index] = section.length));
  packed[7] = unit.texts.length;
  let at = HEADER;
  for (const section of sections) {
    packed.set(section, at);
    at += section.length;
  }
  const bytes = Buffer.from(packed.buffer);
  bytes.set(nameBytes, at * 4);
  bytes.set(unit.texts, at * 4 + padded(nameBytes.length));
  packed[CHECK_SUM] = checkSum(packed);
  return bytes;
}

/** Nothing if the bytes are not what was packed. They must begin at a multiple of four in their buffer. */
export function unpackUnit(bytes: Buffer, symbols: SymbolTable): Unit | undefined {
  if (bytes.length < HEADER * 4 || bytes.length % 4 !== 0) return undefined;
  const packed = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  if (packed[CHECK_SUM] !== checkSum(packed)) return undefined;
  let at = HEADER;
  const section = (index: number): Int32Array => packed.subarray(at, (at += packed[1 + index]!));
  const words = section(0);
  const symbolWords = section(1);
  const globalWords = section(2);
  const positionWords = section(3);
  const offsets = section(4);
  const nameEnds = section(5);
  const nameCount = nameEnds.length;
  const nameStart = at * 4;
  const numbers = new Int32Array(nameCount);
  let end = 0;
  for (let index = 0; index < nameCount; index++) {
    const start = end;
    end = nameEnds[index]!;
    numbers[index] = symbols.ofBytes(bytes, nameStart + start, nameStart + end);
  }
  for (let index = 0; index < symbolWords.length; index++) {
    const word = symbolWords[index]!;
    words[word] = numbers[words[word]!]!;
  }
  for (let index = 0; index < globalWords.length; index++) {
    const word = globalWords[index]!;
    words[word] = numbers[words[word]!]!;
  }
  const textStart = nameStart + padded(end);
  const texts = bytes.subarray(textStart, textStart + packed[7]!);
  return { words, entry: packed[0]!, symbolWords, globalWords, positionWords, offsets, texts };
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checkSum(packed: Int32Array): number {
  let sum = packed.length;
  for (let index = HEADER; index < packed.length; index++) sum = (Math.imul(sum, 0x0100_0193) ^ packed[index]!) | 0;
  for (let index = 0; index < CHECK_SUM; index++) sum = (Math.imul(sum, 0x0100_0193) ^ packed[index]!) | 0;
  return sum;
}

/**
 * A compiled unit as words, in the form in which it lies in a file and in the heap: it is read from the one right into
 * the other. Names have numbers of the unit's own, because symbols differ from run to run.
 *
 *     the entry, then the lengths of: words, symbol words, global words, position words, offsets, names, texts in bytes
 *     a check sum of everything else
 *     the sections in that order; of the names first where each ends, then their bytes, padded to a word
 */

import type { SymbolTable } from "../../../syntax/symbols.ts";
import type { Unit } from "../unit.ts";

const HEADER = 9;
const CHECK_SUM = 8;

/** `digest` is the hash of the file, to which the unit is bound. */
export function packUnit(unit: Unit, symbols: SymbolTable, digest: string): Buffer {
  // whoever reads the unit meets the names in this order
  const nameEnds = endsOfNames(unit.names, symbols);
  const nameBytes = nameEnds.at(-1) ?? 0;
  const sections = [unit.words, unit.symbolWords, unit.globalWords, unit.positionWords, unit.offsets, nameEnds];
  const wordCount = sections.reduce((sum, section) => sum + section.length, HEADER);
  const packed = new Int32Array(wordCount + wordsOf(nameBytes) + wordsOf(unit.texts.length));
  packed[0] = unit.entry;
  sections.forEach((section, index) => (packed[1 + index] = section.length));
  packed[7] = unit.texts.length;
  let at = HEADER;
  for (const section of sections) {
    packed.set(section, at);
    at += section.length;
  }
  const bytes = Buffer.from(packed.buffer);
  writeNames(unit.names, symbols, bytes, at * 4);
  bytes.set(unit.texts, (at + wordsOf(nameBytes)) * 4);
  packed[CHECK_SUM] = checkSum(packed, 0, packed.length, digest);
  return bytes;
}

/** Where each name ends, all being written one behind the other. */
function endsOfNames(names: Int32Array, symbols: SymbolTable): Int32Array {
  const ends = new Int32Array(names.length);
  for (let index = 0, end = 0; index < names.length; index++) ends[index] = end += symbols.nameLength(names[index]!);
  return ends;
}

function writeNames(names: Int32Array, symbols: SymbolTable, bytes: Buffer, start: number): void {
  let at = start;
  for (let index = 0; index < names.length; index++) at = symbols.writeName(names[index]!, bytes, at);
}

/** Where the parts of a packed unit are, as indices of words, and of bytes for the texts. */
export interface PackedUnit {
  readonly code: number;
  readonly codeLength: number;
  readonly entry: number;
  readonly globalWords: number;
  readonly globalCount: number;
  readonly positionWords: number;
  readonly positionCount: number;
  readonly offsets: number;
  readonly texts: number;
}

let symbolsOfNumbers = new Int32Array(1024);

/**
 * Makes the symbols of a packed unit those of this evaluator. Nothing if it is not what was packed; it is some `length`
 * words of `words`, of which `bytes` is another view.
 */
export function openUnit(
  words: Int32Array,
  bytes: Uint8Array,
  start: number,
  length: number,
  symbols: SymbolTable,
  digest: string,
): PackedUnit | undefined {
  if (length < HEADER || words[start + CHECK_SUM] !== checkSum(words, start, length, digest)) return undefined;
  const code = start + HEADER;
  const codeLength = words[start + 1]!;
  const symbolWords = code + codeLength;
  const symbolCount = words[start + 2]!;
  const globalWords = symbolWords + symbolCount;
  const globalCount = words[start + 3]!;
  const positionWords = globalWords + globalCount;
  const positionCount = words[start + 4]!;
  const offsets = positionWords + positionCount;
  const nameEnds = offsets + words[start + 5]!;
  const nameCount = words[start + 6]!;
  const names = (nameEnds + nameCount) * 4;
  if (nameCount > symbolsOfNumbers.length) symbolsOfNumbers = new Int32Array(nameCount * 2);
  let end = 0;
  for (let index = 0; index < nameCount; index++) {
    const first = end;
    end = words[nameEnds + index]!;
    symbolsOfNumbers[index] = symbols.ofBytes(bytes, names + first, names + end);
  }
  for (let index = symbolWords; index < positionWords; index++) {
    const word = code + words[index]!;
    words[word] = symbolsOfNumbers[words[word]!]!;
  }
  const texts = names + wordsOf(end) * 4;
  const entry = words[start]!;
  return { code, codeLength, entry, globalWords, globalCount, positionWords, positionCount, offsets, texts };
}

function wordsOf(bytes: number): number {
  return (bytes + 3) >> 2;
}

function checkSum(words: Int32Array, start: number, length: number, digest: string): number {
  let sum = length;
  for (let at = 0; at < digest.length; at++) sum = (Math.imul(sum, 0x0100_0193) ^ digest.charCodeAt(at)) | 0;
  for (let index = start + HEADER, end = start + length; index < end; index++) {
    sum = (Math.imul(sum, 0x0100_0193) ^ words[index]!) | 0;
  }
  for (let index = start; index < start + CHECK_SUM; index++) sum = (Math.imul(sum, 0x0100_0193) ^ words[index]!) | 0;
  return sum;
}

/**
 * A compiled unit as words, in the form in which it lies in a file and in the heap: it is read from the one right into
 * the other. Symbols are numbered anew for each unit, because their numbers differ from run to run.
 *
 *     the entry, then the lengths of: words, symbol words, global words, position words, offsets, names, texts in bytes
 *     a check sum of everything else
 *     the sections in that order; of the names first where each ends, then their bytes, padded to a word
 */

import { enlarged } from "../../../syntax/enlarged.ts";
import type { Symbol, SymbolTable } from "../../../syntax/symbols.ts";
import type { Unit } from "../unit.ts";

const HEADER = 9;
const CHECK_SUM = 8;

/** `digest` is the hash of the file, to which the unit is bound. */
export function packUnit(unit: Unit, symbols: SymbolTable, digest: string): Buffer {
  beginNumbers(symbols.size);
  // whoever reads the unit meets the names in this order
  if (unit.names !== undefined) numberAll(unit.names);
  numberWords(unit.words, unit.symbolWords);
  numberWords(unit.words, unit.globalWords);
  const nameEnds = endsOfNames(symbols);
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
  writeNumbers(packed, unit.symbolWords);
  writeNumbers(packed, unit.globalWords);
  const bytes = Buffer.from(packed.buffer);
  writeNames(symbols, bytes, at * 4);
  bytes.set(unit.texts, (at + wordsOf(nameBytes)) * 4);
  packed[CHECK_SUM] = checkSum(packed, 0, packed.length, digest);
  return bytes;
}

// ---- the symbols of the unit that is being packed, numbered anew
// (loops of their own, which V8 compiles while they run: see "Warming up" in docs/engine.md)

/** The symbols by their new number, and the number of each that has one. */
let numbered = new Int32Array(1024);
let numberedCount = 0;
let numberOf = new Int32Array(0);

function beginNumbers(symbolCount: number): void {
  if (numberOf.length < symbolCount) numberOf = new Int32Array(symbolCount * 2).fill(-1);
  else for (let number = 0; number < numberedCount; number++) numberOf[numbered[number]!] = -1;
  numberedCount = 0;
}

function numberFor(symbol: Symbol): number {
  const known = numberOf[symbol]!;
  if (known >= 0) return known;
  if (numberedCount === numbered.length) {
    numbered = enlarged(numbered);
  }
  numbered[numberedCount] = symbol;
  numberOf[symbol] = numberedCount;
  return numberedCount++;
}

function numberAll(list: Int32Array): void {
  for (let index = 0; index < list.length; index++) numberFor(list[index]!);
}

/** Gives the symbols in some of the words numbers. */
function numberWords(words: Int32Array, places: Int32Array): void {
  for (let index = 0; index < places.length; index++) numberFor(words[places[index]!]!);
}

/** Writes the numbers in the place of the symbols. */
function writeNumbers(packed: Int32Array, places: Int32Array): void {
  for (let index = 0; index < places.length; index++) {
    const word = HEADER + places[index]!;
    packed[word] = numberOf[packed[word]!]!;
  }
}

/** Where the name of each number ends, all being written one behind the other. */
function endsOfNames(symbols: SymbolTable): Int32Array {
  const ends = new Int32Array(numberedCount);
  for (let number = 0, end = 0; number < numberedCount; number++) {
    ends[number] = end += symbols.name(numbered[number]!).length;
  }
  return ends;
}

function writeNames(symbols: SymbolTable, bytes: Buffer, start: number): void {
  let at = start;
  for (let number = 0; number < numberedCount; number++) {
    const name = symbols.name(numbered[number]!);
    for (let index = 0; index < name.length; index++) bytes[at++] = name.charCodeAt(index);
  }
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

/** Brings a compiled unit into the heap, and knows afterwards which code came from where. */

import { Positions } from "../../syntax/positions.ts";
import type { Symbol } from "../../syntax/symbols.ts";
import { latin1 } from "../../syntax/tree.ts";
import * as Op from "./code.ts";
import { positionValue } from "./positions.ts";
import { openUnit } from "./cache/unit-format.ts";
import { allocateCode, type Code, type Handle, heap, heapBytes } from "../memory/heap.ts";
import { globalValue } from "../machine/globals.ts";
import { internShape, shapeOf, slotOf } from "../memory/shapes.ts";
import { codeString, codePath, symbols } from "../memory/strings.ts";
import type { Unit } from "./unit.ts";

/** Where the text of a unit comes from. */
export interface Origin {
  /** The absolute path of the file, or what to call a text that is in none, such as `«string»`. */
  readonly name: string;
  readonly isFile: boolean;
  /** The folder against which relative paths are resolved. */
  readonly folder: string;
  /** Gives the text again. */
  readonly source: () => Uint8Array;
  readonly length: number;
  /** Which range of the text each record of code was made from: see `rangesOfCode`. */
  readonly ranges: () => Int32Array;
  /** A path as it is written, made absolute. */
  readonly resolve: (written: string) => string;
}

interface LinkedUnit {
  readonly base: Code;
  readonly end: Code;
  /** The position of the first byte. Position 0 is none. */
  readonly position: number;
  readonly origin: Origin;
  /** Where the offsets of its attributes begin, and the bytes of its texts. */
  readonly offsets: number;
  readonly texts: number;
  ranges: Int32Array | undefined;
  positions: Positions | undefined;
}

/** Descending by address, because code grows downwards, and ascending by position. */
const units: LinkedUnit[] = [];
let nextPosition = 1;

/** Links a unit that was compiled just now. */
export function link(unit: Unit, origin: Origin): Code {
  const { words, symbolWords, globalWords, positionWords, offsets, texts, names } = unit;
  const base = allocateCode(words.length + offsets.length + ((texts.length + 3) >> 2));
  const firstOffset = base + words.length;
  const firstText = (firstOffset + offsets.length) * 4;
  heap.set(words, base);
  heap.set(offsets, firstOffset);
  heapBytes.set(texts, firstText);
  const position = addUnit(base, words.length, origin, firstOffset, firstText);
  for (let index = 0; index < symbolWords.length; index++) {
    const word = base + symbolWords[index]!;
    heap[word] = names[heap[word]!]!;
  }
  for (let index = 0; index < globalWords.length; index++) {
    const word = base + globalWords[index]!;
    heap[word] = globalValue(names[heap[word]!]!);
  }
  for (let index = 0; index < positionWords.length; index++) heap[base + positionWords[index]!]! += position;
  return base + unit.entry;
}

/**
 * Links a unit that `read` brings to its place, given in bytes, in its packed form of so many bytes. Nothing if that
 * cannot be done, or if it is not the unit of a file with this hash.
 */
export function linkPacked(
  size: number,
  digest: string,
  read: (at: number) => boolean,
  origin: Origin,
): Code | undefined {
  const length = size >> 2;
  const start = allocateCode(length);
  const packed = read(start * 4) ? openUnit(heap, heapBytes, start, length, symbols, digest) : undefined;
  if (packed === undefined) return undefined;
  const { code, globalWords, globalCount, positionWords, positionCount } = packed;
  const position = addUnit(code, packed.codeLength, origin, packed.offsets, packed.texts);
  for (let index = 0; index < globalCount; index++) settleGlobal(code + heap[globalWords + index]!);
  for (let index = 0; index < positionCount; index++) heap[code + heap[positionWords + index]!]! += position;
  return code + packed.entry;
}

function addUnit(base: Code, length: number, origin: Origin, offsets: number, texts: number): number {
  const position = nextPosition;
  nextPosition += origin.length + 1;
  const end = base + length;
  units.push({ base, end, position, origin, offsets, texts, ranges: undefined, positions: undefined });
  return position;
}

function settleGlobal(word: number): void {
  heap[word] = globalValue(heap[word]!);
}

// ---- what is settled when code is first evaluated

/** The value of a string or path literal; its record is a constant from then on. */
export function literal(code: Code): Handle {
  const { texts, origin } = unitOf(code);
  const start = texts + heap[code + 1]!;
  const text = latin1(heapBytes, start, start + heap[code + 2]!);
  const value = heap[code] === Op.STRING_LITERAL ? codeString(text) : codePath(origin.resolve(text));
  heap[code] = Op.CONSTANT;
  heap[code + 1] = value;
  return value;
}

/** The shape of a literal set. Each of its values gets the slot in it, in the place of its symbol. */
export function settle(record: Code): void {
  const count = heap[record + 3]!;
  const firstValue = record + 5 + heap[record + 2]!;
  const symbols = new Int32Array(count);
  for (let index = 0; index < count; index++) symbols[index] = heap[firstValue + index * 2 + 1]!;
  symbols.sort();
  const shape = internShape(symbols);
  for (let index = 0, word = firstValue + 1; index < count; index++, word += 2) {
    heap[word] = slotOf(shape, heap[word]!);
  }
  heap[record + 1] = shape.id;
}

// ---- where code and attributes come from

export interface SourcePlace {
  readonly origin: Origin;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** The range that a record was made from. */
export function placeOfCode(code: Code): SourcePlace | undefined {
  const unit = findUnit(code);
  if (unit === undefined) return undefined;
  const ranges = (unit.ranges ??= unit.origin.ranges());
  let low = 0;
  let high = ranges.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ranges[middle * 3]! <= code - unit.base) low = middle;
    else high = middle - 1;
  }
  return ranges.length === 0 ? undefined : place(unit, ranges[low * 3 + 1]!, ranges[low * 3 + 2]!);
}

/** The records of the file that some code belongs to which were made from a range of it. */
export function recordsOfRange(code: Code, start: number, end: number): Code[] {
  const unit = unitOf(code);
  const ranges = (unit.ranges ??= unit.origin.ranges());
  const found: Code[] = [];
  for (let index = 0; index < ranges.length; index += 3)
    if (ranges[index + 1] === start && ranges[index + 2] === end) found.push(unit.base + ranges[index]!);
  return found;
}

/** What the file is called that some code comes from. */
export function nameOfOrigin(code: Code): string | undefined {
  return findUnit(code)?.origin.name;
}

/** The text that some code was made from. */
export function sourceOfCode(code: Code): Uint8Array {
  return unitOf(code).origin.source();
}

/** The position of an offset in the file that some code comes from. */
export function positionAt(code: Code, offset: number): number {
  return unitOf(code).position + offset;
}

/** The value of `__curPos`. */
export function positionOfCode(code: Code): Handle {
  return positionValue(positionAt(code, heap[code + 1]!));
}

/** Where a name is defined in the literal set that a record makes; 0 if it is not. */
export function positionInCode(record: Code, symbol: Symbol): number {
  const slot = slotOf(shapeOf(heap[record + 1]!), symbol);
  if (slot < 0) return 0;
  const firstValue = record + 5 + heap[record + 2]!;
  let index = 0;
  while (heap[firstValue + index * 2 + 1] !== slot) index++;
  const unit = unitOf(record);
  return unit.position + heap[unit.offsets + heap[record + 4]! + index]!;
}

/** The place of a position, which is that of one byte. */
export function placeOfPosition(position: number): SourcePlace | undefined {
  if (position === 0) return undefined;
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.position <= position) low = middle + 1;
    else high = middle;
  }
  const unit = units[low - 1];
  return unit === undefined ? undefined : place(unit, position - unit.position, position - unit.position + 1);
}

function unitOf(code: Code): LinkedUnit {
  const unit = findUnit(code);
  if (unit === undefined) throw new Error(`no unit has the code ${code}`);
  return unit;
}

function findUnit(code: Code): LinkedUnit | undefined {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.base > code) low = middle + 1;
    else high = middle;
  }
  const unit = units[low];
  return unit !== undefined && code < unit.end ? unit : undefined;
}

function place(unit: LinkedUnit, start: number, end: number): SourcePlace {
  unit.positions ??= new Positions(unit.origin.source());
  return { origin: unit.origin, start, end, ...unit.positions.at(start) };
}

/** A unit while it grows. The buffers are kept from file to file, as the parser's are. */

import { enlarged, enlargedBytes } from "../../syntax/enlarged.ts";
import type { Symbol } from "../../syntax/symbols.ts";
import type { Unit } from "./unit.ts";

/** A list of numbers that is cleared and filled again. */
class Column {
  #numbers = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) this.#numbers = enlarged(this.#numbers, this.length + 1);
    this.#numbers[this.length++] = value;
  }

  view(): Int32Array {
    return this.#numbers.subarray(0, this.length);
  }
}

let wordBuffer = new Int32Array(1 << 16);
let textBuffer = new Uint8Array(1 << 15);
const symbolWords = new Column();
const globalWords = new Column();
const positionWords = new Column();
const offsets = new Column();
const ranges = new Column();

/** Beyond this many words a buffer is not kept. */
const LARGEST_KEPT = 1 << 22;

export class UnitWriter {
  /** Whether the ranges of records are written down as well. */
  readonly withRanges: boolean;
  /** Ask for it again after each new record: it may be another array then. */
  words = wordBuffer;
  #used = 0;
  #textUsed = 0;

  constructor(withRanges: boolean) {
    this.withRanges = withRanges;
    for (const column of [symbolWords, globalWords, positionWords, offsets, ranges]) column.length = 0;
  }

  /** Room for an operation and some words. They hold what the last file has left there. */
  record(op: number, words: number): number {
    const address = this.#used;
    this.#used = address + words + 1;
    if (this.#used > this.words.length) this.words = wordBuffer = enlarged(this.words, this.#used);
    this.words[address] = op;
    return address;
  }

  recordAt(op: number, words: number, start: number, end: number): number {
    const address = this.record(op, words);
    ranges.push(address);
    ranges.push(start);
    ranges.push(end);
    return address;
  }

  /** A symbol, or -1 for none. */
  symbol(word: number, symbol: Symbol): void {
    this.words[word] = symbol;
    if (symbol >= 0) symbolWords.push(word);
  }

  global(word: number, symbol: Symbol): void {
    this.words[word] = symbol;
    globalWords.push(word);
  }

  /** The position of an offset in the file. */
  position(word: number, offset: number): void {
    this.words[word] = offset;
    positionWords.push(word);
  }

  /** Adds one to the offsets of attributes, of which there are as many as returned. */
  offset(offset: number): void {
    offsets.push(offset);
  }

  get offsetCount(): number {
    return offsets.length;
  }

  /** A text of the unit; its place and length are written into two words. */
  text(word: number, text: string): void {
    const start = this.#reserve(word, text.length);
    for (let at = 0; at < text.length; at++) textBuffer[start + at] = text.charCodeAt(at);
  }

  bytes(word: number, source: Uint8Array, from: number, to: number): void {
    const start = this.#reserve(word, to - from);
    for (let at = from; at < to; at++) textBuffer[start + at - from] = source[at]!;
  }

  #reserve(word: number, length: number): number {
    const start = this.#textUsed;
    this.#textUsed += length;
    if (this.#textUsed > textBuffer.length) {
      textBuffer = enlargedBytes(textBuffer, this.#textUsed);
    }
    this.words[word] = start;
    this.words[word + 1] = length;
    return start;
  }

  /** The unit, good until the next one is begun. */
  finish(entry: number): Unit {
    const unit: Unit = {
      words: this.words.subarray(0, this.#used),
      entry,
      symbolWords: symbolWords.view(),
      globalWords: globalWords.view(),
      positionWords: positionWords.view(),
      offsets: offsets.view(),
      texts: textBuffer.subarray(0, this.#textUsed),
    };
    if (wordBuffer.length > LARGEST_KEPT) wordBuffer = new Int32Array(1 << 16);
    return unit;
  }

  /** Triples: the address of a record, and the range of bytes it was made from. */
  ranges(): Int32Array {
    return ranges.view().slice();
  }
}

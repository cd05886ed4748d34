/**
 * A compiled file that is not yet part of a heap. Its words are relative to themselves; what differs from run to run
 * (the numbers of symbols, strings and shapes, the position of the file) is listed beside them, so a unit can be kept in
 * a cache and linked into any heap.
 */

/** A word of the unit that stands for something outside of it, to be replaced when it is linked. */
export const LINK_SYMBOL = 0;
export const LINK_STRING = 1;
export const LINK_PATH = 2;
export const LINK_GLOBAL = 3;
export const LINK_INTEGER = 4;
export const LINK_FLOAT = 5;
export const LINK_POSITION = 6;

export interface UnitShape {
  /** Indices into the unit's names, in the order of the record. */
  readonly names: readonly number[];
  /** The offset in the file at which each name is defined. */
  readonly offsets: readonly number[];
  /** The record whose slots follow from the order of the symbols, and whether they are in its first value's word. */
  readonly record: number;
}

export interface Unit {
  readonly words: Int32Array;
  /** The address of the file's expression, relative to the first word. */
  readonly entry: number;
  /** Triples: the word, what it links to, and the index or offset of that. */
  readonly links: Int32Array;
  readonly names: readonly string[];
  readonly strings: readonly string[];
  /** Absolute, or relative to the folder of the file; those that start with `~/` in the user's home. */
  readonly paths: readonly string[];
  readonly integers: readonly bigint[];
  readonly floats: readonly number[];
  readonly shapes: readonly UnitShape[];
  /** Triples in ascending order of the first: a record's address, and the range of bytes it was made from. */
  readonly ranges: Int32Array;
}

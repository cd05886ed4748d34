/**
 * A compiled file that is not yet part of a heap. Its records name each other by distance, so they can lie anywhere;
 * the few words that differ from run to run (the numbers of symbols, the handles of builtins, the position of the file)
 * are listed beside them, so a unit can be kept in a cache and linked into any heap.
 */
export interface Unit {
  readonly words: Int32Array;
  /** The address of the file's expression, relative to the first word. */
  readonly entry: number;
  /** The words that hold the number of a name in this file, and get its symbol. */
  readonly symbolWords: Int32Array;
  /** The words that hold the number of a global name, and get its value. */
  readonly globalWords: Int32Array;
  /** The words that hold an offset in the file, and get the position of it. */
  readonly positionWords: Int32Array;
  /** Where the attributes of literal sets are defined; a record of a set knows where its own begin. */
  readonly offsets: Int32Array;
  /** What string and path literals stand for, one behind the other. */
  readonly texts: Uint8Array;
  /** The symbols of the names of the file in the order in which Nix meets them. */
  readonly names: Int32Array;
}

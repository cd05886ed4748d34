/** Sets of bytes, as eight words of 32 bits. Small plain arrays are much cheaper to make than typed ones. */

export type ByteSet = readonly number[];

export const BYTES = 256;
const WORDS = 8;

export function byteSet(contains: (byte: number) => boolean): ByteSet {
  const set = emptyByteSet();
  for (let byte = 0; byte < BYTES; byte++) if (contains(byte)) addByte(set, byte);
  return set;
}

/** A set that is still to be filled. */
export function emptyByteSet(): number[] {
  return [0, 0, 0, 0, 0, 0, 0, 0];
}

export function singleByte(byte: number): ByteSet {
  const set = emptyByteSet();
  addByte(set, byte);
  return set;
}

export function hasByte(set: ByteSet, byte: number): boolean {
  return ((set[byte >>> 5]! >>> (byte & 31)) & 1) === 1;
}

export function addByte(set: number[], byte: number): void {
  set[byte >>> 5]! |= 1 << (byte & 31);
}

export function addBytes(set: number[], added: ByteSet): void {
  for (let word = 0; word < WORDS; word++) set[word]! |= added[word]!;
}

export function complement(set: ByteSet): ByteSet {
  return set.map((word) => ~word);
}

/** The bytes, divided into classes that no set tells apart: automata have a column for a class, not one for a byte. */
export interface ByteClasses {
  readonly count: number;
  readonly classOf: Uint8Array;
  /** One byte of each class. */
  readonly members: readonly number[];
}

export function byteClasses(sets: readonly ByteSet[]): ByteClasses {
  const classOf = new Uint8Array(BYTES);
  const members = [0];
  for (const set of sets) {
    // Where the bytes of a class move to that the set tells apart from the class's member.
    const moved: number[] = [];
    for (let byte = 0; byte < BYTES; byte++) {
      const before = classOf[byte]!;
      if (hasByte(set, byte) !== hasByte(set, members[before]!)) {
        classOf[byte] = moved[before] ??= members.push(byte) - 1;
      }
    }
  }
  return { count: members.length, classOf, members };
}

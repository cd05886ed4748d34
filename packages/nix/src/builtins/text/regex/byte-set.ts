/** Sets of bytes: a flag for each of the 256. */

export type ByteSet = Uint8Array;

export const BYTES = 256;

export function byteSet(contains: (byte: number) => boolean): ByteSet {
  return Uint8Array.from({ length: BYTES }, (_, byte) => (contains(byte) ? 1 : 0));
}

export function singleByte(byte: number): ByteSet {
  const set = new Uint8Array(BYTES);
  set[byte] = 1;
  return set;
}

export function addAll(set: ByteSet, added: ByteSet): void {
  for (let byte = 0; byte < BYTES; byte++) if (added[byte] === 1) set[byte] = 1;
}

/**
 * Divides the bytes into classes that no set tells apart. A table from bytes to classes comes back, and their number:
 * automata have a column for a class instead of one for a byte.
 */
export function byteClasses(sets: readonly ByteSet[]): { readonly classOf: Uint8Array; readonly count: number } {
  const classOf = new Uint8Array(BYTES);
  let count = 1;
  for (const set of sets) {
    // Every class is split into its bytes inside and outside of the set, if it has both.
    const renamed = new Map<number, number>();
    const taken = new Uint8Array(BYTES);
    for (let byte = 0; byte < BYTES; byte++) {
      const key = classOf[byte]! * 2 + set[byte]!;
      let name = renamed.get(key);
      if (name === undefined) {
        name = taken[classOf[byte]!] === 0 ? classOf[byte]! : count++;
        taken[classOf[byte]!] = 1;
        renamed.set(key, name);
      }
      classOf[byte] = name;
    }
  }
  return { classOf, count };
}

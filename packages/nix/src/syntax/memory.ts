/**
 * The memory in which files become tokens and nodes. It is WebAssembly's, because what works on it is compiled to that: see
 * `core/`. It grows with the largest file, and what lies in it is good until the next one is read.
 */

const PAGE_BYTES = 2 ** 16;
const FIRST_PAGES = 64;
/** Addresses are numbers with a sign. */
const MOST_PAGES = 2 ** 15;

/** The types of what browsers have are not loaded here. */
declare const WebAssembly: {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number; readonly shared: true }) => {
    readonly buffer: SharedArrayBuffer;
    readonly grow: (pages: number) => number;
  };
};

// what is shared stays where it is when it grows, so that what has been lent of it stays good
export const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES, shared: true });
export let heap = new Int32Array(memory.buffer);
export let heapBytes = new Uint8Array(memory.buffer);

/** Makes sure that the memory reaches as far as this, in bytes. Throws a `RangeError` if there is not so much. */
export function reach(end: number): void {
  if (end <= heapBytes.length) return;
  const pages = heapBytes.length / PAGE_BYTES;
  const needed = Math.ceil(end / PAGE_BYTES);
  memory.grow(Math.min(Math.max(needed, pages * 2), Math.max(needed, MOST_PAGES)) - pages);
  heap = new Int32Array(memory.buffer);
  heapBytes = new Uint8Array(memory.buffer);
}

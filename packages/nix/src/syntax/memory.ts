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
  readonly Memory: new (limits: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => Memory;
};

interface Memory {
  readonly buffer: SharedArrayBuffer;
  readonly grow: (pages: number) => number;
}

/** Nothing can be read here at all. The code, by which it is told, is still there if it was thrown in another thread. */
class NoParser extends Error {
  readonly code: "no-webassembly" | "memory-limit";

  constructor(code: NoParser["code"]) {
    super(code);
    this.code = code;
  }
}

/** There is none before it is needed: most of what knows of it reads no file. */
export let memory: Memory | undefined;
export let heap = new Int32Array(0) as Int32Array;
export let heapBytes = new Uint8Array(0) as Uint8Array;

/** Makes sure that the memory reaches as far as this, in bytes. Throws a `RangeError` if there is not so much. */
export function reach(end: number): void {
  if (end <= heapBytes.length) return;
  memory ??= make();
  const pages = memory.buffer.byteLength / PAGE_BYTES;
  const needed = Math.ceil(end / PAGE_BYTES);
  if (needed > pages) memory.grow(Math.max(needed, Math.min(pages * 2, MOST_PAGES)) - pages);
  heap = new Int32Array(memory.buffer);
  heapBytes = new Uint8Array(memory.buffer);
}

function make(): Memory {
  if (!("WebAssembly" in globalThis)) throw new NoParser("no-webassembly");
  try {
    // what is shared stays where it is when it grows, so that what has been lent of it stays good
    return new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES, shared: true });
  } catch {
    throw new NoParser("memory-limit");
  }
}

/**
 * The words of the evaluator's memory, and what takes some of them. The core (`../core/`) is compiled to WebAssembly and
 * works on the same memory, so its state lies here too, in the first words:
 *
 *     0        never used, so that 0 is no address
 *     1 to 15  where the heap ends, how deep calls are, and the like
 *     16 …     null, the Booleans, the empty list: one of each
 *     64 …     what is under way: `machine/frames.ts`
 *     and behind that, values
 */

import { raiseExhausted } from "./exhausted.ts";

export type Handle = number;
/** The index of an environment: [the enclosing environment, value, value, …]. */
export type Environment = number;
/** The index of code: see `code.ts`. */
export type Code = number;

export const THUNK = 0;
export const INTEGER = 1;
export const ATTRS = 2;
export const LIST = 3;
export const FUNCTION = 4;
export const STRING = 5;
export const PATH = 6;
export const OTHER = 7;

/** Two gigabytes of address space; the system gives pages as they are touched. */
export const HEAP_WORDS = 2 ** 29;
const PAGE_WORDS = 2 ** 14;

/** The types of what browsers have are not loaded here. */
declare const WebAssembly: {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number; readonly shared: true }) => {
    readonly buffer: SharedArrayBuffer;
  };
};

// V8 counts memory of a thread's own as garbage in the making, and would collect twice before the first value is made
export const memory = new WebAssembly.Memory({
  initial: HEAP_WORDS / PAGE_WORDS,
  maximum: HEAP_WORDS / PAGE_WORDS,
  shared: true,
});
// Code that is bundled into another file than the evaluator must not use this: V8 takes what a file exports for a
// variable, and would look it up with every access.
export const heap = new Int32Array(memory.buffer);

// ---- the state of the evaluator

/** The first free word. */
export const TOP = 1;
/** How far values may reach. */
export const LIMIT = 2;
/** The first free word of what is under way. */
export const FRAME_TOP = 3;
export const CALL_DEPTH = 4;
export const MAX_CALL_DEPTH = 5;
/** Cells below this address belong to an earlier evaluation that will be returned to: see `undo.ts`. */
export const TRAIL_MARK = 6;
/** Whether there are facts of sources: see `source-facts.ts`. */
export const HAS_FACTS = 7;
/** The environment of the recursive set that was made last, for what comes on top of it. */
export const LAST_RECURSIVE = 8;
/** Code that applies a function to one argument, and to two: see `applications.ts`. */
export const APPLY_ONE = 9;
export const APPLY_TWO = 10;
/** The records of the slots of sets that functions are mapped over, and how many there are. */
export const SLOT_RECORDS = 11;
export const RECORDED_SLOTS = 12;
/** The strings of symbols that were used as such, 0 for the others, and for how many symbols there is room. */
export const SYMBOL_STRINGS = 13;
export const SYMBOL_ROOM = 14;
/** While JSON is read: the next byte, the end of the text, and that of what is gathered. */
export const JSON_AT = 24;
export const JSON_END = 25;
export const JSON_TOP = 26;

/** Integers for which a handle has room. */
export const SMALLEST_INLINE = -(2 ** 28);
export const LARGEST_INLINE = 2 ** 28 - 1;

/** Kinds of OTHER values: the first word of their cell. */
export const NULL_KIND = 0;
export const BOOLEAN_KIND = 1;
/** An integer beyond 29 bits: [kind, low word, high word]. */
export const LARGE_INTEGER_KIND = 2;
/** [kind, low word, high word] of a double */
export const FLOAT_KIND = 3;
/** [kind, index of the builtin, number of arguments, which of the core's it is] */
export const BUILTIN_KIND = 4;
/** A builtin that waits for more arguments: the same, then [how many there are, argument, …]. */
export const PARTIAL_KIND = 5;

export const NULL = (16 << 3) | OTHER;
export const FALSE = (17 << 3) | OTHER;
export const TRUE = (19 << 3) | OTHER;
export const EMPTY_LIST = (21 << 3) | LIST;
heap[FALSE >>> 3] = BOOLEAN_KIND;
heap[TRUE >>> 3] = BOOLEAN_KIND;
heap[(TRUE >>> 3) + 1] = 1;

/** Where that which is under way begins, and how many words there are for it. */
export const FRAMES = 64;
export const FRAME_WORDS = 2 ** 23;
/** An entry takes two words, and some are made without a look at what is left. */
export const LAST_FRAME = FRAMES + FRAME_WORDS - 8;

export const FIRST_VALUE = FRAMES + FRAME_WORDS;
heap[TOP] = FIRST_VALUE;
heap[LIMIT] = HEAP_WORDS - 1024;
heap[FRAME_TOP] = FRAMES;
heap[MAX_CALL_DEPTH] = 10_000;

/** The kind of an OTHER value. */
export function kindOf(handle: Handle): number {
  return heap[handle >>> 3]!;
}

// ---- taking words

/** Takes `words` words. What they hold is undefined but for a fresh heap. */
export function allocate(words: number): number {
  const address = heap[TOP]!;
  if (address + words > heap[LIMIT]!) raiseExhausted();
  heap[TOP] = address + words;
  return address;
}

export function thunk(code: Code, environment: Environment): Handle {
  const address = allocate(2);
  heap[address] = code;
  heap[address + 1] = environment;
  return address << 3;
}

/** The words of a set before its values: its shape, and where its attributes were defined (`attr-positions.ts`). */
export const ATTRS_HEADER = 2;

/** A float or a large integer. */
export function number(kind: number, low: number, high: number): Handle {
  const address = allocate(3);
  heap[address] = kind;
  heap[address + 1] = low;
  heap[address + 2] = high;
  return (address << 3) | OTHER;
}

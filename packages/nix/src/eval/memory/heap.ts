/**
 * The memory of the evaluator: one large array of 32-bit words that holds values, environments and code. It grows by
 * moving one mark; nothing in it is ever collected, because one evaluation fits (a NixOS system takes some 300 MB) and
 * the next one starts by moving the mark back. `docs/engine.md` shows the layout with a picture.
 *
 * A **handle** names a value. Its lower three bits are a tag, so that the type of a value is known without a load, and
 * the rest is an index into this array (or into a table beside it: strings; or the value itself: small integers).
 *
 *     THUNK   → [code, environment]   not evaluated yet
 *               [0, handle]           evaluated
 *               [-code, environment]  under evaluation
 *     INTEGER   the value itself, 29 bits
 *     ATTRS   → [shape, positions, value, value, …]
 *     LIST    → [length, value, value, …]
 *     FUNCTION→ [lambda code, environment]
 *     STRING    an index into the table of `strings.ts`
 *     PATH      likewise
 *     OTHER   → [kind, …]             null, Booleans, floats, large integers, builtins
 *
 * The arrays and marks are module state: there is one evaluator in a thread, and constant addresses are what makes it
 * fast.
 */

import { HeapExhausted } from "./exhausted.ts";
import {
  allocate,
  BUILTIN_KIND,
  FLOAT_KIND,
  HEAP_WORDS,
  heap,
  type Handle,
  INTEGER,
  LARGE_INTEGER_KIND,
  LARGEST_INLINE,
  LIMIT,
  FIRST_VALUE,
  LIST,
  memory,
  number,
  OTHER,
  SMALLEST_INLINE,
  TOP,
} from "./words.ts";

export * from "./words.ts";
export { isFloat, isInteger } from "./kinds.ts";
export { HeapExhausted };

/** The same memory, for texts and for reading code from a file. */
export const heapBytes = Buffer.from(memory.buffer);

/** The first word of the code, which grows downwards: it stays when the values of an evaluation are given up. */
let codeBottom = HEAP_WORDS;
/** How far values may reach: up to what they may use, and never into the code. */
let allowed = HEAP_WORDS;

/** What is left free between values and code. */
const MARGIN = 1024;

/** Takes words for code. */
export function allocateCode(words: number): number {
  const bottom = codeBottom - words;
  if (heap[TOP]! > Math.min(allowed, bottom) - MARGIN) throw new HeapExhausted();
  codeBottom = bottom;
  setLimit();
  return codeBottom;
}

function setLimit(): void {
  heap[LIMIT] = Math.min(allowed, codeBottom) - MARGIN;
}

/** How many words values and code take. */
export function heapUse(): number {
  return valueWords() + HEAP_WORDS - codeBottom;
}

export function heapTop(): number {
  return heap[TOP]!;
}

/** How many words values take. */
export function valueWords(): number {
  return heap[TOP]! - FIRST_VALUE;
}

/** How many words values may take. */
export function setHeapLimit(words: number): void {
  allowed = Math.min(FIRST_VALUE + words, HEAP_WORDS);
  setLimit();
}

/** Gives everything from an address on back. */
export function setHeapTop(address: number): void {
  heap.fill(0, address, heap[TOP]);
  heap[TOP] = address;
}

// ---- integers

/** A builtin by its index, with the number of its arguments, and which of the core's it is. */
export function builtin(index: number, arity: number, core: number): Handle {
  const address = allocate(4);
  heap[address] = BUILTIN_KIND;
  heap[address + 1] = index;
  heap[address + 2] = arity;
  heap[address + 3] = core;
  return (address << 3) | OTHER;
}

/** An integer that a double holds exactly. */
export function integer(value: number): Handle {
  if (value >= SMALLEST_INLINE && value <= LARGEST_INLINE) return (value << 3) | INTEGER;
  return number(LARGE_INTEGER_KIND, value | 0, Math.floor(value / 2 ** 32) | 0);
}

/** A 64-bit integer. */
export function bigInteger(value: bigint): Handle {
  if (value >= -(2n ** 28n) && value < 2n ** 28n) return (Number(value) << 3) | INTEGER;
  return number(LARGE_INTEGER_KIND, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
}

export function bigIntegerValue(handle: Handle): bigint {
  if ((handle & 7) === INTEGER) return BigInt(handle >> 3);
  const address = handle >>> 3;
  return (BigInt(heap[address + 2]!) << 32n) | BigInt(heap[address + 1]! >>> 0);
}

/** The value of an integer as a double, which has it exactly up to 53 bits. */
export function doubleOfInteger(handle: Handle): number {
  if ((handle & 7) === INTEGER) return handle >> 3;
  const address = handle >>> 3;
  return heap[address + 2]! * 2 ** 32 + (heap[address + 1]! >>> 0);
}

const doubles = new Float64Array(1);
const doubleWords = new Int32Array(doubles.buffer);

export function float(value: number): Handle {
  // what a processor makes of `inf - inf` has a sign, and JavaScript keeps no sign of what is no number
  if (Number.isNaN(value)) return notANumber(true);
  doubles[0] = value;
  return number(FLOAT_KIND, doubleWords[0]!, doubleWords[1]!);
}

/** A float that is no number. Only one that was read from a text has no sign. */
export function notANumber(isNegative: boolean): Handle {
  return number(FLOAT_KIND, 0, isNegative ? -0x8_0000 : 0x7ff8_0000);
}

/** Whether a float is no number, and without a sign. */
export function isPositiveNotANumber(handle: Handle): boolean {
  const high = heap[(handle >>> 3) + 2]!;
  return high > 0x7ff0_0000 || (high === 0x7ff0_0000 && heap[(handle >>> 3) + 1] !== 0);
}

export function floatValue(handle: Handle): number {
  const address = handle >>> 3;
  doubleWords[0] = heap[address + 1]!;
  doubleWords[1] = heap[address + 2]!;
  return doubles[0]!;
}

// ---- lists

export function list(values: ArrayLike<Handle>): Handle {
  const count = values.length;
  const address = allocate(count + 1);
  heap[address] = count;
  for (let index = 0; index < count; index++) heap[address + 1 + index] = values[index]!;
  return (address << 3) | LIST;
}

export function listLength(handle: Handle): number {
  return heap[handle >>> 3]!;
}

export function listElement(handle: Handle, index: number): Handle {
  return heap[(handle >>> 3) + 1 + index]!;
}

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

// Code that is bundled into another file than the evaluator must not use these two: V8 takes what a file exports for a
// variable, and would look it up with every access.
// V8 counts unshared memory as garbage in the making, and would collect twice before the first value is made
export const heap = new Int32Array(new SharedArrayBuffer(HEAP_WORDS * 4));
/** The same memory, for texts and for reading code from a file. */
export const heapBytes = Buffer.from(heap.buffer);

/** The first free word. Word 0 is never used, so that 0 is no address. */
let top = 1;
/** The first word of the code, which grows downwards: it stays when the values of an evaluation are given up. */
let codeBottom = HEAP_WORDS;
/** How far values may reach: up to what they may use, and never into the code. */
let allowed = HEAP_WORDS;
let limit = HEAP_WORDS - 1024;

export class HeapExhausted extends Error {}

/** Takes `words` words. What they hold is undefined but for a fresh heap. */
export function allocate(words: number): number {
  const address = top;
  top = address + words;
  if (top > limit) throw exhausted(address);
  return address;
}

/** Takes words for code. */
export function allocateCode(words: number): number {
  codeBottom -= words;
  limit = Math.min(allowed, codeBottom) - 1024;
  if (top > limit) throw new HeapExhausted();
  return codeBottom;
}

function exhausted(address: number): HeapExhausted {
  top = address;
  return new HeapExhausted();
}

/** How many words values and code take. */
export function heapUse(): number {
  return top + HEAP_WORDS - codeBottom;
}

export function heapTop(): number {
  return top;
}

/** How much of the heap an evaluation may use, in words. */
export function setHeapLimit(words: number): void {
  allowed = Math.min(words, HEAP_WORDS);
  limit = Math.min(allowed, codeBottom) - 1024;
}

/** Gives everything from an address on back. */
export function setHeapTop(address: number): void {
  heap.fill(0, address, top);
  top = address;
}

// ---- thunks

export function thunk(code: Code, environment: Environment): Handle {
  const address = allocate(2);
  heap[address] = code;
  heap[address + 1] = environment;
  return address << 3;
}

// ---- integers

export const SMALLEST_INLINE = -(2 ** 28);
export const LARGEST_INLINE = 2 ** 28 - 1;

/** Kinds of OTHER values: the first word of their cell. */
export const NULL_KIND = 0;
export const BOOLEAN_KIND = 1;
/** An integer beyond 29 bits: [kind, low word, high word]. */
export const LARGE_INTEGER_KIND = 2;
/** [kind, low word, high word] of a double */
export const FLOAT_KIND = 3;
/** [kind, index of the builtin] */
export const BUILTIN_KIND = 4;
/** A builtin that waits for more arguments: [kind, index, number of arguments, argument, …]. */
export const PARTIAL_KIND = 5;

export function other(kind: number, ...words: readonly number[]): Handle {
  const address = allocate(words.length + 1);
  heap[address] = kind;
  for (let index = 0; index < words.length; index++) heap[address + 1 + index] = words[index]!;
  return (address << 3) | OTHER;
}

export const NULL: Handle = other(NULL_KIND);
export const FALSE: Handle = other(BOOLEAN_KIND, 0);
export const TRUE: Handle = other(BOOLEAN_KIND, 1);

/** An integer that a double holds exactly. */
export function integer(value: number): Handle {
  if (value >= SMALLEST_INLINE && value <= LARGEST_INLINE) return (value << 3) | INTEGER;
  return other(LARGE_INTEGER_KIND, value | 0, Math.floor(value / 2 ** 32) | 0);
}

/** A 64-bit integer. */
export function bigInteger(value: bigint): Handle {
  if (value >= -(2n ** 28n) && value < 2n ** 28n) return (Number(value) << 3) | INTEGER;
  return other(LARGE_INTEGER_KIND, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
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
  return other(FLOAT_KIND, doubleWords[0]!, doubleWords[1]!);
}

/** A float that is no number. Only one that was read from a text has no sign. */
export function notANumber(isNegative: boolean): Handle {
  return other(FLOAT_KIND, 0, isNegative ? -0x8_0000 : 0x7ff8_0000);
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

// ---- attribute sets

/** The words of a set before its values: its shape, and where its attributes were defined (`attr-positions.ts`). */
export const ATTRS_HEADER = 2;

// ---- lists

export function list(values: ArrayLike<Handle>): Handle {
  const count = values.length;
  const address = allocate(count + 1);
  heap[address] = count;
  for (let index = 0; index < count; index++) heap[address + 1 + index] = values[index]!;
  return (address << 3) | LIST;
}

export const EMPTY_LIST: Handle = list([]);

export function listLength(handle: Handle): number {
  return heap[handle >>> 3]!;
}

export function listElement(handle: Handle, index: number): Handle {
  return heap[(handle >>> 3) + 1 + index]!;
}

// ---- kinds

/** The kind of an OTHER value. */
export function kindOf(handle: Handle): number {
  return heap[handle >>> 3]!;
}

export function isInteger(handle: Handle): boolean {
  return (handle & 7) === INTEGER || ((handle & 7) === OTHER && kindOf(handle) === LARGE_INTEGER_KIND);
}

export function isFloat(handle: Handle): boolean {
  return (handle & 7) === OTHER && kindOf(handle) === FLOAT_KIND;
}

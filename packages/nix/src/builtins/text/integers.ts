/**
 * Nix's integers: 64 bits with a sign, and no overflow passes unnoticed. An {@link Int} is a number where a number is
 * exact and a bigint beyond, never the other way round, so that nearly all arithmetic is that of numbers. JavaScript's own
 * `===` and `<` compare them rightly. Compared to a float, an integer becomes the nearest one first: {@link intToFloat}.
 */

export type Int = number | bigint;

const LEAST = -(1n << 63n);
const LARGEST = (1n << 63n) - 1n;

export function isInt64(value: bigint): boolean {
  return value >= LEAST && value <= LARGEST;
}

/** An integer in its one form. It must fit into 64 bits. */
export function normalizeInt(value: bigint): Int {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Decimal digits, with a sign or without; undefined if they are no integer of 64 bits. */
export function parseInt64(digits: string): Int | undefined {
  if (!/^[+-]?[0-9]+$/.test(digits)) return undefined;
  return checked(BigInt(digits.startsWith("+") ? digits.slice(1) : digits));
}

/** The sum; undefined if it overflows. */
export function addInts(left: Int, right: Int): Int | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return checked(BigInt(left) + BigInt(right));
}

/** The difference; undefined if it overflows. */
export function subtractInts(left: Int, right: Int): Int | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const difference = left - right;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return checked(BigInt(left) - BigInt(right));
}

/** The product; undefined if it overflows. */
export function multiplyInts(left: Int, right: Int): Int | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right;
    // There is no negative zero among integers.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return checked(BigInt(left) * BigInt(right));
}

/** The quotient, rounded towards zero; undefined if it overflows. The divisor is not 0. */
export function divideInts(left: Int, right: Int): Int | undefined {
  // A remainder of numbers is exact, and so is a quotient that has none.
  if (typeof left === "number" && typeof right === "number") return (left - (left % right)) / right + 0;
  return checked(BigInt(left) / BigInt(right));
}

export function andInts(left: Int, right: Int): Int {
  return isWord(left) && isWord(right) ? left & right : normalizeInt(BigInt(left) & BigInt(right));
}

export function orInts(left: Int, right: Int): Int {
  return isWord(left) && isWord(right) ? left | right : normalizeInt(BigInt(left) | BigInt(right));
}

export function xorInts(left: Int, right: Int): Int {
  return isWord(left) && isWord(right) ? left ^ right : normalizeInt(BigInt(left) ^ BigInt(right));
}

/** An integer where Nix wants a float: the nearest one. */
export function intToFloat(int: Int): number {
  return Number(int);
}

/**
 * What `builtins.floor` and `builtins.ceil` make of a float that has been rounded: what the processor's conversion makes
 * of one that is no integer of 64 bits, is the least of them.
 */
export function floatToInt(rounded: number): Int {
  if (Number.isSafeInteger(rounded)) return rounded + 0;
  return rounded >= -(2 ** 63) && rounded < 2 ** 63 ? normalizeInt(BigInt(rounded)) : LEAST;
}

function checked(value: bigint): Int | undefined {
  return isInt64(value) ? normalizeInt(value) : undefined;
}

function isWord(int: Int): int is number {
  return typeof int === "number" && (int | 0) === int;
}

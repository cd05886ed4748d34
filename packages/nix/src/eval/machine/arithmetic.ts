/** Numbers: 64-bit integers that must not overflow, and doubles. */

import {
  bigInteger,
  bigIntegerValue,
  type Code,
  doubleOfInteger,
  float,
  floatValue,
  type Handle,
  INTEGER,
  integer,
  isFloat,
  isInteger,
} from "../memory/heap.ts";
import { fail, force, typeError } from "./machine.ts";

const MOST = 2n ** 63n - 1n;
const LEAST = -(2n ** 63n);

export type Operation = "adding" | "subtracting" | "multiplying" | "dividing";

/** The value as a double; both kinds of numbers have one. */
export function numberOf(value: Handle): number {
  return isFloat(value) ? floatValue(value) : doubleOfInteger(value);
}

/** Forces a value that has to be an integer. */
export function forceInteger(handle: Handle, at?: Code): Handle {
  const value = force(handle);
  if (!isInteger(value)) throw typeError("an integer", value, at);
  return value;
}

export function integerOf(handle: Handle, at?: Code): bigint {
  return bigIntegerValue(forceInteger(handle, at));
}

function checked(result: bigint, verb: Operation, sign: string, left: bigint, right: bigint, at?: Code): Handle {
  if (result > MOST || result < LEAST) {
    throw fail("eval", `integer overflow in ${verb} ${left} ${sign} ${right}`, at);
  }
  return bigInteger(result);
}

/** Which of the two kinds a pair of operands has; anything but a number is an error, the left one first. */
function kindOfPair(left: Handle, right: Handle, at?: Code): "integers" | "floats" {
  if (isFloat(left) || isFloat(right)) {
    for (const value of [left, right]) {
      if (!isFloat(value) && !isInteger(value)) throw typeError("a float", value, at);
    }
    return "floats";
  }
  for (const value of [left, right]) if (!isInteger(value)) throw typeError("an integer", value, at);
  return "integers";
}

/** Whether a double is surely the integer that it stands for: below 53 bits nothing is rounded. */
function isExact(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
}

/** Whether the sum and the difference of two integers are exact. A product is if it looks so. */
function areExact(left: number, right: number, result: number): boolean {
  return isExact(result) && isExact(left) && isExact(right);
}

export function addIntegers(left: Handle, right: Handle, at?: Code): Handle {
  if ((left & 7) === INTEGER && (right & 7) === INTEGER) return integer((left >> 3) + (right >> 3));
  const first = doubleOfInteger(left);
  const second = doubleOfInteger(right);
  if (areExact(first, second, first + second)) return integer(first + second);
  const a = bigIntegerValue(left);
  const b = bigIntegerValue(right);
  return checked(a + b, "adding", "+", a, b, at);
}

/** `builtins.add`, which takes numbers only; the operator `+` is in `coerce.ts`. */
export function add(left: Handle, right: Handle, at?: Code): Handle {
  if (kindOfPair(left, right, at) === "floats") return float(numberOf(left) + numberOf(right));
  return addIntegers(left, right, at);
}

export function subtract(left: Handle, right: Handle, at?: Code): Handle {
  if ((left & 7) === INTEGER && (right & 7) === INTEGER) return integer((left >> 3) - (right >> 3));
  if (kindOfPair(left, right, at) === "floats") return float(numberOf(left) - numberOf(right));
  const first = doubleOfInteger(left);
  const second = doubleOfInteger(right);
  if (areExact(first, second, first - second)) return integer(first - second);
  const a = bigIntegerValue(left);
  const b = bigIntegerValue(right);
  return checked(a - b, "subtracting", "-", a, b, at);
}

export function negate(value: Handle, at?: Code): Handle {
  return subtract(integer(0), value, at);
}

export function multiply(left: Handle, right: Handle, at?: Code): Handle {
  if (kindOfPair(left, right, at) === "floats") return float(numberOf(left) * numberOf(right));
  const product = doubleOfInteger(left) * doubleOfInteger(right);
  if (isExact(product)) return integer(product + 0);
  const a = bigIntegerValue(left);
  const b = bigIntegerValue(right);
  return checked(a * b, "multiplying", "*", a, b, at);
}

export function divide(left: Handle, right: Handle, at?: Code): Handle {
  // Nix looks at the divisor first
  if ((isFloat(right) || isInteger(right)) && numberOf(right) === 0) throw fail("eval", "division by zero", at);
  if (!isInteger(right) && !isFloat(right)) throw typeError("a float", right, at);
  if (kindOfPair(left, right, at) === "floats") return float(numberOf(left) / numberOf(right));
  if (isExact(doubleOfInteger(left)) && isExact(doubleOfInteger(right))) {
    return integer(Math.trunc(doubleOfInteger(left) / doubleOfInteger(right)) + 0);
  }
  const a = bigIntegerValue(left);
  const b = bigIntegerValue(right);
  return checked(a / b, "dividing", "/", a, b, at);
}

import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc, { type Arbitrary } from "fast-check";
import { describe, test } from "vitest";
import { floatToJson, floatToString, printFloat } from "../../src/builtins/text/floats.ts";
import * as Int from "../../src/builtins/text/integers.ts";
import { shortestDigits } from "../../src/builtins/text/shortest.ts";

const LEAST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

/** Integers of all sizes, with many near the ends of what a number and what 64 bits can hold. */
const int64: Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: LEAST, max: LARGEST }),
  fc.bigInt({ min: -100n, max: 100n }),
  fc
    .tuple(
      fc.constantFrom(LEAST, LARGEST, 2n ** 53n, -(2n ** 53n), 2n ** 31n, 3037000500n),
      fc.bigInt({ min: -3n, max: 3n }),
    )
    .map(([near, offset]) => near + offset)
    .filter((value) => value >= LEAST && value <= LARGEST),
);

function isNormal(value: Int.Int): boolean {
  if (typeof value === "bigint") return !Number.isSafeInteger(Number(value));
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

describe("integers", () => {
  const operations: readonly (readonly [
    name: string,
    ours: (left: Int.Int, right: Int.Int) => Int.Int | undefined,
    exact: (left: bigint, right: bigint) => bigint,
  ])[] = [
    ["sums", Int.addInts, (left, right) => left + right],
    ["differences", Int.subtractInts, (left, right) => left - right],
    ["products", Int.multiplyInts, (left, right) => left * right],
    ["quotients", Int.divideInts, (left, right) => left / right],
    ["and", Int.andInts, (left, right) => left & right],
    ["or", Int.orInts, (left, right) => left | right],
    ["xor", Int.xorInts, (left, right) => left ^ right],
  ];

  test.each(operations)("have exact %s, or none", (name, ours, exact) => {
    fc.assert(
      fc.property(int64, int64, (left, right) => {
        if (name === "quotients" && right === 0n) return;
        const expected = exact(left, right);
        const result = ours(Int.normalizeInt(left), Int.normalizeInt(right));
        if (expected < LEAST || expected > LARGEST) {
          strictEqual(result, undefined);
        } else {
          ok(result !== undefined && isNormal(result));
          strictEqual(BigInt(result), expected);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("are compared by JavaScript's own operators", () => {
    fc.assert(
      fc.property(int64, int64, (left, right) => {
        const [one, other] = [Int.normalizeInt(left), Int.normalizeInt(right)];
        strictEqual(one < other, left < right);
        strictEqual(one === other, left === right);
      }),
    );
  });

  test.each<[text: string, value: Int.Int | undefined]>([
    ["0", 0],
    ["-0", 0],
    ["+7", 7],
    ["007", 7],
    ["9007199254740993", 9007199254740993n],
    ["9223372036854775807", LARGEST],
    ["9223372036854775808", undefined],
    ["-9223372036854775808", LEAST],
    ["-9223372036854775809", undefined],
    ["", undefined],
    ["1.0", undefined],
    [" 1", undefined],
  ])("are parsed: %j", (text, value) => {
    strictEqual(Int.parseInt64(text), value);
  });

  test.each<[rounded: number, value: Int.Int]>([
    [-0, 0],
    [2 ** 53, 2n ** 53n],
    [2 ** 62, 2n ** 62n],
    [-(2 ** 63), LEAST],
    [2 ** 63, LEAST],
    [Infinity, LEAST],
    [NaN, LEAST],
  ])("are made of floats: %d", (rounded, value) => {
    const int = Int.floatToInt(rounded);
    strictEqual(int, value);
    ok(isNormal(int));
  });
});

describe("floats", () => {
  test.each<[value: number, printed: string, string: string, json: string]>([
    [0, "0", "0.000000", "0.0"],
    [-0, "-0", "-0.000000", "-0.0"],
    [1.5, "1.5", "1.500000", "1.5"],
    [100000, "100000", "100000.000000", "100000.0"],
    [1000000, "1e+06", "1000000.000000", "1000000.0"],
    [123456789, "1.23457e+08", "123456789.000000", "123456789.0"],
    [0.0001, "0.0001", "0.000100", "0.0001"],
    [0.00001, "1e-05", "0.000010", "1e-05"],
    [1e15, "1e+15", "1000000000000000.000000", "1e+15"],
    [1e14, "1e+14", "100000000000000.000000", "100000000000000.0"],
    [1e22, "1e+22", "10000000000000000000000.000000", "1e+22"],
    [0.1, "0.1", "0.100000", "0.1"],
    [-2.5e-10, "-2.5e-10", "-0.000000", "-2.5e-10"],
    [5e-324, "4.94066e-324", "0.000000", "5e-324"],
    [999999.5, "1e+06", "999999.500000", "999999.5"],
    [Infinity, "inf", "inf", "null"],
    [-Infinity, "-inf", "-inf", "null"],
    [NaN, "-nan", "-nan", "null"],
  ])("%d", (value, printed, string, json) => {
    deepStrictEqual([printFloat(value), floatToString(value), floatToJson(value)], [printed, string, json]);
  });

  test.each<[value: number, printed: string, string: string]>([
    [100000.5, "100000", "100000.500000"],
    [100001.5, "100002", "100001.500000"],
    [0.0078125, "0.0078125", "0.007812"],
    [0.0234375, "0.0234375", "0.023438"],
    [999999.5, "1e+06", "999999.500000"],
  ])("%d is rounded to even where it lies half way", (value, printed, string) => {
    deepStrictEqual([printFloat(value), floatToString(value)], [printed, string]);
  });

  test("are read again as they were from JSON, by 17 digits at most", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        strictEqual(Number(floatToJson(value)), value);
        if (value !== 0) ok(shortestDigits(Math.abs(value)).digits.length <= 17);
      }),
      { numRuns: 1000 },
    );
  });

  test("are printed by six digits that are the nearest", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const printed = printFloat(value);
        const digits = printed.replace(/e.*/, "").replaceAll(/[-.]/g, "").replace(/^0+/, "");
        ok(digits.length <= 6);
        ok(Math.abs(Number(printed) - value) <= Math.abs(value) * 5.000001e-6);
      }),
    );
  });
});

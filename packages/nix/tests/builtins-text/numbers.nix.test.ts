import { strictEqual } from "node:assert/strict";
import fc, { type Arbitrary } from "fast-check";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { floatToJson, floatToString, printFloat } from "../../src/builtins/text/floats.ts";
import * as Int from "../../src/builtins/text/integers.ts";
import { askNix, readNixString, type Answer } from "./support/ask-nix.ts";
import { selection } from "./support/generated.ts";

/** A float for Nix, by a way that knows all of them. */
function nixFloat(value: number): string {
  const written = Object.is(value, -0) ? "-0" : String(value);
  return `(builtins.fromTOML "a = ${/[.e]/.test(written) ? written : `${written}.0`}").a`;
}

const floats: Arbitrary<number> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map((integer) => integer / 2 ** 7),
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -12, max: 12 }))
    .map(([digits, power]) => digits * 10 ** power),
);

const near: Arbitrary<bigint> = fc
  .tuple(
    fc.constantFrom(0n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n, -(2n ** 53n), 3037000500n, 2n ** 31n),
    fc.bigInt({ min: -3n, max: 3n }),
  )
  .map(([base, offset]) => base + offset)
  .filter((value) => value >= -(2n ** 63n) && value < 2n ** 63n);

function nixInt(value: bigint): string {
  return value === -(2n ** 63n) ? "(-9223372036854775807 - 1)" : `(${value})`;
}

function textOf({ kind, text }: Answer): string {
  return kind === "value" && text.startsWith('"') ? readNixString(text) : text;
}

describe.runIf(needs("nix-2.26"))("numbers agree with Nix", () => {
  test("in the three formats of floats, rounded up and down", () => {
    const values = selection(floats, 1500);
    const ways: readonly (readonly [(float: string) => string, (value: number) => string])[] = [
      [(float) => float, printFloat],
      [(float) => `toString ${float}`, floatToString],
      [(float) => `builtins.toJSON ${float}`, floatToJson],
      [(float) => `builtins.floor ${float}`, (value) => String(Int.floatToInt(Math.floor(value)))],
      [(float) => `builtins.ceil ${float}`, (value) => String(Int.floatToInt(Math.ceil(value)))],
    ];
    for (const [question, ours] of ways) {
      const answers = askNix(values.map((value) => question(nixFloat(value))));
      for (const [index, answer] of answers.entries()) {
        strictEqual(ours(values[index]!), textOf(answer), question(String(values[index])));
      }
    }
  });

  test("in arithmetic of integers near their ends", () => {
    const pairs = selection(fc.tuple(near, near), 600);
    const operations = [
      ["+", "adding", Int.addInts],
      ["-", "subtracting", Int.subtractInts],
      ["*", "multiplying", Int.multiplyInts],
      ["/", "dividing", Int.divideInts],
    ] as const;
    for (const [sign, verb, operation] of operations) {
      const answers = askNix(pairs.map(([left, right]) => `${nixInt(left)} ${sign} ${nixInt(right)}`));
      for (const [index, answer] of answers.entries()) {
        const [left, right] = pairs[index]!;
        if (sign === "/" && right === 0n) continue;
        const ours =
          operation(Int.normalizeInt(left), Int.normalizeInt(right)) ??
          `integer overflow in ${verb} ${left} ${sign} ${right}`;
        strictEqual(String(ours), answer.text, `${left} ${sign} ${right}`);
      }
    }
  });

  test("in comparisons of integers with floats", () => {
    const pairs = selection(fc.tuple(near, near), 500).map(([int, float]) => [int, Number(float)] as const);
    const answers = askNix(
      pairs.map(([int, float]) => {
        const [one, other] = [nixInt(int), nixFloat(float)];
        return `builtins.toJSON [ (${one} < ${other}) (${other} < ${one}) (${one} == ${other}) ]`;
      }),
    );
    for (const [index, answer] of answers.entries()) {
      const [int, float] = pairs[index]!;
      const converted = Int.intToFloat(Int.normalizeInt(int));
      const ours = JSON.stringify([converted < float, float < converted, converted === float]);
      strictEqual(ours, textOf(answer), `${int} ${float}`);
    }
  });
});

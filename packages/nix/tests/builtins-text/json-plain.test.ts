import { strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { toJson } from "../../src/builtins/json.ts";
import { readPlainJson } from "../../src/eval/machine/plain-json.ts";
import { Gathered } from "../../src/eval/machine/coerce.ts";
import { jsonText } from "./support/generated.ts";
import { jsonAgain } from "./support/plain-values.ts";

/** The value that is read in one go, as JSON; nothing if it is left to others. */
function plainAgain(text: string): string | undefined {
  const value = readPlainJson(text);
  return value === undefined ? undefined : toJson(value, new Gathered());
}

const utf8 = (text: string): string => Buffer.from(text).toString("latin1");

describe("reading plain JSON in one go", () => {
  test.each([
    "null",
    " [ true , false ]\n",
    '{"b":{},"a":[],"":[{}]}',
    '{"__proto__":1,"10":2,"9":3}',
    "[0,-0,-12,536870911,536870912,-536870913,999999999999999]",
    '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
    utf8('{"é€😀":"😀\\n"}'),
  ])("reads %j", (text) => {
    strictEqual(plainAgain(text), jsonAgain(text));
  });

  test.each([
    "",
    "{",
    '{"a"',
    '{"a":1,}',
    "[1,]",
    "[1",
    "1 1",
    "nul",
    "falsy",
    "01",
    "-",
    "1.0",
    "1e2",
    "1234567890123456",
    '"\\u0041"',
    '"\\x"',
    '"\\',
    '"\n"',
    '"\xff"',
    '"a',
    '{"a":1,"a":2}',
    "[".repeat(600) + "]".repeat(600),
  ])("leaves %j to others", (text) => {
    strictEqual(plainAgain(text), undefined);
  });

  test("makes the same of whatever it reads as the strict reader", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const again = plainAgain(text);
        if (again !== undefined) strictEqual(again, jsonAgain(text));
      }),
      { numRuns: 1000 },
    );
  });

  test("reads what JavaScript writes, as far as it is plain", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (json) => {
        const text = utf8(JSON.stringify(json));
        const again = plainAgain(text);
        if (again !== undefined) strictEqual(again, jsonAgain(text));
      }),
    );
  });
});

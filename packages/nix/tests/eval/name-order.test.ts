import fc from "fast-check";
import { deepStrictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { placesByName } from "../../src/eval/memory/name-order.ts";
import { SymbolTable } from "../../src/syntax/symbols.ts";

/** Names of bytes, of which many begin alike. */
const name = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom("", "\0", "python", "python3", "python311", "pyth", "a", "ab", "abc", "abcd", "abcde", "\xff"),
  fc.integer({ min: 0, max: 99 }).map((number) => `package-${number}`),
);

describe("the names of a set", () => {
  test("are put in the order of their bytes, however many they are and however they begin", () => {
    const table = new SymbolTable();
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 80 }), (names) => {
        const bytes = names.map((each) => Buffer.from(each).toString("latin1"));
        const symbols = Int32Array.from(new Set(bytes.map((each) => table.ofName(each)))).sort();
        const placed = Array.from(placesByName(symbols, table), (place) => table.name(symbols[place]!));
        deepStrictEqual(placed, Array.from(symbols, (symbol) => table.name(symbol)).sort());
      }),
    );
  });
});

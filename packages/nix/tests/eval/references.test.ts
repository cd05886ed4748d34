import fc from "fast-check";
import { expect, test } from "vitest";
import { mayHaveHash } from "../../src/eval/files/references.ts";

test("a text may have a hash in it if so many of its characters follow each other", () => {
  const hash = "0123456789abcdfghijklmnpqrsvwxyz";
  expect(mayHaveHash(hash)).toBe(true);
  expect(mayHaveHash(hash.slice(1))).toBe(false);
  const unit = fc.constantFrom(
    ...hash,
    ...hash,
    ...hash,
    hash,
    hash.slice(2),
    "e",
    "o",
    "t",
    "u",
    "-",
    "/",
    "A",
    "\xe9",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 200 }), (text) => {
      expect(mayHaveHash(text)).toBe(/[0-9a-df-np-sv-z]{32}/.test(text));
    }),
    { numRuns: 1000 },
  );
});

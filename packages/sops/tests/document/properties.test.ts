import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { decryptDocument, encryptDocument, type Format, replacePlain } from "../../src/index.ts";
import { printPlain, readPlain } from "../../src/document/format.ts";
import { Branch, List, type Value } from "../../src/document/tree.ts";
import { now, published, seeded } from "../support.ts";

const awkward = [
  "",
  " ",
  "\n",
  "\t",
  "\r",
  "#",
  ": ",
  "- ",
  "'",
  '"',
  "\\",
  "é",
  "😀",
  "\u0085",
  "\u2028",
  "\ufeff",
  "y",
  "1",
  "~",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc
    .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ maxLength: 3 })), { maxLength: 6 })
    .map((parts) => parts.join("")),
);
// a whole number that is not an integer would come back as one from YAML
const fraction = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value));
const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

describe("what is encrypted", () => {
  test.each([
    ["yaml", fc.oneof(text, integer, fraction, fc.boolean(), fc.constant(null))],
    ["json", fc.oneof(text, fraction, fc.boolean(), fc.constant(null))],
  ] as const)("comes back from a %s document", (format, scalar) => {
    fc.assert(
      fc.property(documents(scalar), (branch) => {
        const plain = Buffer.from(printPlain([branch], format));
        deepStrictEqual(readPlain(plain, format), [branch]);
        const encrypted = encrypt(plain, format);
        strictEqual(decryptDocument({ text: encrypted, format, identities: [published] }), plain.toString());
        const request = { text: encrypted, format, identities: [published], random: seeded("again"), now, plain };
        strictEqual(replacePlain(request), encrypted);
      }),
      { numRuns: 60 },
    );
  });

  test("comes back byte for byte from a binary document", () => {
    fc.assert(
      fc.property(text.map(wellFormedText), (plain) => {
        const encrypted = encrypt(Buffer.from(plain), "binary");
        strictEqual(decryptDocument({ text: encrypted, format: "binary", identities: [published] }), plain);
      }),
      { numRuns: 30 },
    );
  });
});

function encrypt(plain: Uint8Array, format: Format): string {
  return encryptDocument({ text: plain, format, recipients: [published.recipient], random: seeded("once"), now });
}

function documents(scalar: fc.Arbitrary<Value>): fc.Arbitrary<Branch> {
  const { branch } = fc.letrec<{ value: Value; branch: Branch }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalar.map(wellFormed),
      fc.array(tie("value"), { maxLength: 3 }).map((items) => new List(items)),
      tie("branch"),
    ),
    branch: fc
      .uniqueArray(fc.tuple(text.map(wellFormedText), tie("value")), { maxLength: 3, selector: ([key]) => key })
      .map((entries) => new Branch(entries.map(([key, value]) => ({ key, value })))),
  }));
  // the name of the metadata is not a name of a plain document
  return branch.filter(({ entries }) => !entries.some((entry) => "key" in entry && entry.key === "sops"));
}

function wellFormed(value: Value): Value {
  return typeof value === "string" ? wellFormedText(value) : value;
}

function wellFormedText(value: string): string {
  return Buffer.from(value).toString();
}

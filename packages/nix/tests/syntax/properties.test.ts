/** What holds for every source: a sound tree, whatever the bytes, and no complaint about one that follows the grammar. */

import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { expression } from "../../conformance/expression.ts";
import { mutate, soup } from "../../conformance/mutate.ts";
import { Random } from "../../conformance/random.ts";
import { analyze, parse } from "../../src/syntax/index.ts";
import { cases } from "./support/cases.ts";
import { soundTree } from "./support/sound.ts";

const seeds = fc.integer({ min: 0, max: 0xffff_ffff }).map((seed) => new Random(seed));
const both = fc.boolean().map((pipeOperators) => ({ pipeOperators }));

describe("a tree is sound", () => {
  test("for random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), both, (bytes, options) => {
        analyze(soundTree(bytes, options));
      }),
    );
  });

  test("for random bytes that mean something", () => {
    const letters = fc.constantFrom(..."{}()[]\"'$\\/*#.:;,=@?!-+<>|&~ \n\rab01_e\0\xc3");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), both, (text, options) => {
        analyze(soundTree(text, options));
      }),
      { numRuns: 2000 },
    );
  });

  test("for soups of tokens", () => {
    fc.assert(
      fc.property(seeds, both, (random, options) => {
        analyze(soundTree(soup(random), options));
      }),
      { numRuns: 1000 },
    );
  });

  test("for damaged sources", () => {
    fc.assert(
      fc.property(seeds, both, (random, options) => {
        const damaged = mutate(random.pick(cases).source, random.pick(cases).source, random);
        analyze(soundTree(damaged, options));
      }),
      { numRuns: 500 },
    );
  });

  test("for every prefix of every golden case", () => {
    for (const { source, pipeOperators } of cases) {
      for (let length = 0; length <= source.length; length++) {
        analyze(soundTree(source.subarray(0, length), { pipeOperators }));
      }
    }
  });
});

describe("an expression that follows the grammar", () => {
  test("is accepted by the parser", () => {
    fc.assert(
      fc.property(seeds, (random) => {
        const source = expression(random, 6);
        deepStrictEqual(soundTree(source).diagnostics, [], source);
      }),
      { numRuns: 500 },
    );
  });

  test("means the same within parentheses", () => {
    fc.assert(
      fc.property(seeds, (random) => {
        const source = expression(random, 4);
        const shapes = [source, `(${source})`, `(\n${source}\n)`].map(
          (text) => parse(Buffer.from(text, "latin1")).nodes,
        );
        strictEqual(shapes[1]!.length, shapes[0]!.length + 5, source);
        deepStrictEqual(shapes[2], shapes[1], source);
      }),
      { numRuns: 200 },
    );
  });
});

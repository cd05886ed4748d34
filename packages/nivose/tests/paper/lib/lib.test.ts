/** The `lib` on paper against what nixpkgs' own has said, which `conformance/paper-lib.ts` has recorded. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { isSame, readRecorded } from "../../../conformance/paper-lib/cases.ts";
import { askLibrary } from "../../../conformance/paper-lib/library.ts";

const paper = path.resolve(import.meta.dirname, "../../../../../paper/lib");
const recorded = path.join(import.meta.dirname, "recorded");

describe("lib on paper does what nixpkgs' own does", () => {
  test.each(readdirSync(recorded))("%s", (file) => {
    const cases = readRecorded(readFileSync(path.join(recorded, file), "utf8"));
    const answers = askLibrary(
      paper,
      cases.map(({ expression }) => expression),
    );
    const differences = cases.flatMap(({ expression, answer }, index) =>
      isSame(answer, answers[index]!) ? [] : [{ expression, nixpkgs: answer, paper: answers[index]! }],
    );
    expect(differences.slice(0, 5)).toEqual([]);
  });
});

describe("lib on paper", () => {
  const value = (expression: string): string => askLibrary(paper, [expression])[0]!.value;

  test("says of functions that were not written that it has not got them", () => {
    expect(value("lib.foldArgs")).toBe('<throw "not on paper: lib.misc.foldArgs">');
    expect(value("lib.misc ? foldArgs && !(lib ? noSuchName)")).toBe("true");
  });

  test("is extended as the real one is: an overlay sees the final one and that before", () => {
    const once = "(lib.extend (final: prev: { id = prev.id 5; seen = final.id; }))";
    expect(value(`let inherit (${once}) id seen; in [ id seen ]`)).toBe("[ 5 5 ]");
    expect(value(`(${once}.extend (final: prev: { again = prev.seen + final.id; })).again`)).toBe("10");
    const older = '(lib.extend (final: prev: { trivial = prev.trivial // { release = "9"; }; }))';
    expect(value(`${older}.trivial.version`)).toMatch(/^"9\./);
  });

  test("is a version of 24.11 that is later than any before", () => {
    expect(value('lib.versionAtLeast lib.version "24.11.20241201.abcdef"')).toBe("true");
    expect(value('lib.versionOlder lib.version "25.05"')).toBe("true");
  });
});

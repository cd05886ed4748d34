import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { printPlain, readPlain } from "../../src/document/format.ts";
import { refuses } from "../support.ts";

const recorded = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "comments.json"), "utf8"),
) as readonly (readonly [string, string | null])[];

describe("YAML that goes through the sources of sops 3.9.4 unencrypted", () => {
  // random documents with comments in every place, and what came out there
  test("comes out the same, comments and all", () => {
    const different = recorded.filter(([text, out]) => through(text) !== out);
    deepStrictEqual(different, []);
  });

  test.each([
    ["<<: {a: 1}\n", "!!merge <<:\n    a: 1\n"],
    ["a: !!binary aGk=\nb: !!binary /w==\n", "a: hi\nb: !!binary /w==\n"],
    ["a: !!str 5\nb: !!int x\nc: !other 5\n", 'a: "5"\nb: null\nc: "5"\n'],
    ["%YAML 1.1\n---\na: 1\n", "a: 1\n"],
    ["a: [b: c, {d, e: f}]\n", "a:\n    - b: c\n    - d: null\n      e: f\n"],
    ["? a\n: b\n? [c]\n", null],
    ["a: 'x\n\n  y'\n", "a: |-\n    x\n    y\n"],
    [`${"k".repeat(129)}: v\n`, `? ${"k".repeat(129)}\n: v\n`],
    [
      "a: [0o-17, .5_0, 0o+7, -0b1, 0b-11, 1_0.5]\n",
      "a:\n    - -15\n    - 0.5\n    - 7\n    - -1\n    - -3\n    - 10.5\n",
    ],
    ["---\n", "{}\n"],
  ])("%j", (text, out) => {
    strictEqual(through(text), out);
  });
});

describe("texts that sops 3.9.4 would lose a part of", () => {
  // it writes these below a `|`, and then reads less than it has written
  test.each([
    ['a: "\\nb"\n', 'a: "\\nb"\n'],
    ['a: "\\tb\\n"\n', 'a: "\\tb\\n"\n'],
    ['a:\n    - " b\\nc"\n', 'a:\n    - " b\\nc"\n'],
  ])("%j are kept between quotes", (text, out) => {
    strictEqual(through(text), out);
  });

  test("but a text that starts with a space stays below a `|` where that is right", () => {
    strictEqual(through('a: " b\\nc"\n'), "a: |4-\n     b\n    c\n");
  });
});

test("JSON with something behind it is refused, where sops 3.9.4 leaves that out", () => {
  refuses(() => readPlain(Buffer.from('{"a": 1} hunter2'), "json"), "sops-json", ["hunter2"]);
});

function through(text: string): string | null {
  try {
    return Buffer.from(printPlain(readPlain(Buffer.from(text), "yaml"), "yaml")).toString();
  } catch {
    return null;
  }
}

import { strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { format as formatTree } from "../../src/format/index.ts";
import { parse } from "../../src/syntax/index.ts";
import { format } from "./support/formatted.ts";

describe("the width of a line", () => {
  const call = `f ${"a".repeat(40)} ${"b".repeat(40)} `;

  test("is 100 columns", () => {
    strictEqual(format(call + "c".repeat(16)), `${call}${"c".repeat(16)}\n`);
    strictEqual(format(call + "c".repeat(17)).split("\n").length, 5);
  });

  test("can be another", () => {
    strictEqual(format("f a b", { width: 4 }), "f\n  a\n  b\n");
    strictEqual(format("f a b", { width: 5 }), "f a b\n");
  });

  test("does not count the indentation", () => {
    strictEqual(format("{ a = [ (f a b) x ]; }", { width: 7 }), "{\n  a = [\n    (f a b)\n    x\n  ];\n}\n");
  });

  test("counts characters, not bytes", () => {
    strictEqual(format('f "äöü" b', { width: 9 }), 'f "äöü" b\n');
    strictEqual(format('f "äöü" b', { width: 8 }), 'f\n  "äöü"\n  b\n');
  });

  test("does not count comments", () => {
    const source = `{\n  a = 1; # ${"a comment ".repeat(20).trim()}\n}\n`;
    strictEqual(format(source), source);
  });
});

test("the indentation can be another", () => {
  strictEqual(format("{ a = [ 1 2 ]; }", { indent: 4 }), "{\n    a = [\n        1\n        2\n    ];\n}\n");
});

describe("strict formatting", () => {
  test("overlooks where the file breaks lines in brackets", () => {
    const source = "f {\n  a = 1; }\n[\n]\n{\n}";
    strictEqual(format(source), "f\n  {\n    a = 1;\n  }\n  [\n  ]\n  {\n  }\n");
    strictEqual(format(source, { strict: true }), "f { a = 1; } [ ] { }\n");
  });

  test("sees them in antiquotations, as nixfmt does", () => {
    strictEqual(format('"${f {\n a = 1; }}"', { strict: true }), '"${\n  f {\n    a = 1;\n  }\n}"\n');
  });
});

test("a tree is formatted like its source", () => {
  const result = formatTree(parse(Buffer.from("{a=1;}")));
  strictEqual("text" in result && Buffer.from(result.text).toString(), "{ a = 1; }\n");
});

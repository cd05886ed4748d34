import { strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { format as formatTree } from "../../src/format/index.ts";
import { parse } from "../../src/syntax/index.ts";
import { format } from "./support/formatted.ts";

describe("the width of a line", () => {
  test("is 100 columns", () => {
    const sum = `${"a".repeat(40)} + ${"b".repeat(40)} + `;
    const last = "c".repeat(14);
    strictEqual(format(sum + last), `${sum}${last}\n`);
    strictEqual(format(`${sum}${last}c`), `${"a".repeat(40)}\n+ ${"b".repeat(40)}\n+ ${last}c\n`);
  });

  test("can be another", () => {
    strictEqual(format("a + b", { width: 5 }), "a + b\n");
    strictEqual(format("a + b", { width: 4 }), "a\n+ b\n");
  });

  test("does not count the indentation", () => {
    strictEqual(format("{ a = [ (a + b) x ]; }", { width: 7 }), "{\n  a = [\n    (a + b)\n    x\n  ];\n}\n");
  });

  test("counts characters, not bytes", () => {
    strictEqual(format('a + "äöü"', { width: 9 }), 'a + "äöü"\n');
    strictEqual(format('a + "äöü"', { width: 8 }), 'a\n+ "äöü"\n');
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
    strictEqual(format('"${f {\n a = 1; }}"', { strict: true }), '"${f {\n  a = 1;\n}}"\n');
    strictEqual(format('"${f { a = 1; }}"', { strict: true }), '"${f { a = 1; }}"\n');
  });
});

test("a tree is formatted like its source", () => {
  const result = formatTree(parse(Buffer.from("{a=1;}")));
  strictEqual("text" in result && Buffer.from(result.text).toString(), "{ a = 1; }\n");
});

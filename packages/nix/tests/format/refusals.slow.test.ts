import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { DEFAULT_MAX_FORMAT_DEPTH, formatSource } from "../../src/format/index.ts";
import { format, formatted, refusal } from "./support/formatted.ts";

describe("a source that is not sound", () => {
  test.each([
    ["{ a = 1 }", "unexpected-token"],
    ["[ 1", "unclosed-delimiter"],
    ["", "unexpected-token"],
    ["# only a comment\n", "unexpected-token"],
    ["/* open", "unclosed-comment"],
    ["{ inherit ${a}; }", "dynamic-inherit"],
    ['{ inherit ${"a" + "b"}; }', "dynamic-inherit"],
  ])("%s is refused", (source, code) => {
    strictEqual(refusal(source)[0], code);
  });

  test("is formatted if its text is read without doubt", () => {
    strictEqual(format("[99999999999999999999]"), "[ 99999999999999999999 ]\n");
    strictEqual(format("a|>b"), "a |> b\n");
  });
});

describe("nothing of a source is lost", () => {
  test("what lies behind a NUL byte is not formatted away", () => {
    deepStrictEqual(refusal("{ }\0 more"), ["format-null-byte"]);
  });

  test("bytes that are no UTF-8 stay", () => {
    const source = Buffer.from('# \xff\n{\n  a = "\xfe\xc3"; # \x80\n}\n', "latin1");
    deepStrictEqual(Buffer.from(formatted(source)), source);
  });
});

/** Ways to nest something in itself: what comes before it and what behind. */
const nestings: readonly (readonly [string, string])[] = [
  ["(", ")"],
  ["[ ", " ]"],
  ["{ a = ", "; }"],
  ["{ a = (", "); }"],
  ["{ a = ", "; }.a"],
  ["{ ${", "} = 1; }"],
  ["{ inherit (", ") a; }"],
  ["(f ", ")"],
  ["f (", ")"],
  ["f { a = ", "; }"],
  ["f (x: { a = ", "; })"],
  ["(", ").b"],
  ["(", " ? b)"],
  ["a.${", "}"],
  ["a.b or ", ""],
  ["x: ", ""],
  ["{ x, y }: ", ""],
  ["{ x ? ", " }: x"],
  ["if a then b else ", ""],
  ["if ", " then b else c"],
  ["if a then ", " else c"],
  ["with a; ", ""],
  ["with a; { b = ", "; }"],
  ["assert a; ", ""],
  ["let a = 1; in ", ""],
  ["let a = ", "; in a"],
  ["!", ""],
  ["- ", ""],
  ["a ++ ", ""],
  ["a + ", ""],
  ["a - (", ")"],
  ["(a == ", ")"],
  ['"${', '}"'],
  ["''${", "}\nb''"],
  ["''\n  ${", "}\n''"],
  ["./a/${", "}"],
  ["f (x: [ (y: { a = with b; if ", " then 1 else 2; }) ])"],
];

describe("what is nested too deeply is refused", () => {
  test.each(nestings)("%s…%s", (before, behind) => {
    const nested = (depth: number): Uint8Array => Buffer.from(`${before.repeat(depth)}a${behind.repeat(depth)}`);
    strictEqual("text" in formatSource(nested(40)), true);
    // at any depth there is an answer, and never an overflow of the stack
    for (const depth of [198, 300, 990, DEFAULT_MAX_FORMAT_DEPTH, 20_000]) {
      const result = formatSource(nested(depth));
      if ("text" in result) continue;
      // what the parser accepts can be formatted
      strictEqual(result.diagnostics[0]!.code, "nesting-too-deep");
    }
  });

  test("by a limit that can be set", () => {
    deepStrictEqual(refusal("[ [ [ ] ] ]", { maxDepth: 14 }), ["format-nesting-too-deep"]);
    strictEqual(format("[ [ [ ] ] ]", { maxDepth: 15 }), "[ [ [ ] ] ]\n");
  });

  test("after which the next file is formatted as ever", () => {
    refusal("[ [ [ ] ] ]", { maxDepth: 1 });
    strictEqual(format("[[1]]"), "[ [ 1 ] ]\n");
  });

  test("and chains of any length are not nested", () => {
    strictEqual(format(`a${" + a".repeat(5000)}`), `a\n${"+ a\n".repeat(5000)}`);
    strictEqual(format(`[${" a".repeat(5000)} ]`), `[\n${"  a\n".repeat(5000)}]\n`);
    strictEqual(format(`f${" { }".repeat(5000)}`).match(/\{ \}/g)?.length, 5000);
  });
});

test("what doubles the work at every level is given up", () => {
  let source = "x";
  for (let level = 0; level < 40; level++) source = `f { a = ${source}; } "${"a".repeat(97)}"`;
  deepStrictEqual(refusal(source), ["format-too-involved"]);
  strictEqual(format("f a"), "f a\n");
});

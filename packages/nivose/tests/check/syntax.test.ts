/** Every diagnostic of the language is told at its exact place. */
import { expect, test } from "vitest";
import { rule as syntax } from "../../src/check/rules/syntax.ts";
import { findingsIn } from "./sources.ts";

const told = (text: string): readonly (readonly [string, string])[] =>
  findingsIn(syntax, text)
    .toSorted((a, b) => a.at.range!.start - b.at.range!.start)
    .map(({ code, at }) => [code, Buffer.from(text).subarray(at.range!.start, at.range!.end).toString()]);

test.each([
  ["{ a = [ 1 ] b = 2; }", [["unexpected-token", "b"]]],
  ["{ a = 1;", [["unclosed-delimiter", "{"]]],
  ['{ a = "b; }', [["unclosed-string", '"']]],
  ["{ } /* a", [["unclosed-comment", "/*"]]],
  ["{ a = “b”; }", [["invalid-byte", "“"]]],
  ["[ ./a/ ]", [["path-trailing-slash", "/"]]],
  ["[ 99999999999999999999 ]", [["integer-out-of-range", "99999999999999999999"]]],
  ["[ 1.0e999 ]", [["float-out-of-range", "1.0e999"]]],
  ["[ x: 1 ]", [["needs-parentheses", "x"]]],
  ["1 == 2 == 3", [["chained-operator", "=="]]],
  ["a: let ${a} = 1; in 2", [["dynamic-let", "${a}"]]],
  ["{ inherit ${a}; }", [["dynamic-inherit", "${a}"]]],
  ["{ a.b = 1; a = 2; }", [["duplicate-attribute", "a"]]],
  ["{ a, b, a }: b", [["duplicate-argument", "a"]]],
  ["{ lib }: lbi", [["undefined-variable", "lbi"]]],
  [
    "{ a = b; c = d; a = 1; }",
    [
      ["undefined-variable", "b"],
      ["undefined-variable", "d"],
      ["duplicate-attribute", "a"],
    ],
  ],
])("%s", (text, expected) => {
  expect(told(text)).toEqual(expected);
});

/** The words of Nix for files that it cannot read, where ours are others. */

import { expect, test } from "vitest";
import { evaluated } from "../builtins/support/evaluate.ts";

const NULL_SYMBOL = "\u00e2\u0090\u0080";

test.each([
  ['"a\\n\0b"', `input string 'a\n${NULL_SYMBOL}b' cannot be represented as Nix string because it contains null bytes`],
  [
    "''\n  \\n\0''",
    `input string '  \\n${NULL_SYMBOL}' cannot be represented as Nix string because it contains null bytes`,
  ],
  [
    "1 |> 2",
    "experimental Nix feature 'pipe-operators' is disabled; add '--extra-experimental-features pipe-operators' to enable it",
  ],
  ["{ a = 1;\n  a = 2; }", "attribute 'a' already defined at /here/file.nix:1:3"],
  ["{ a.b = 1; a.b.c = 2; }", "attribute 'a.b' already defined at /here/file.nix:1:3"],
  ["let inherit ({ }) a; a = 1; in a", "attribute 'a' already defined at /here/file.nix:1:19"],
  ["a@{ a }: 1", "duplicate formal function argument 'a'"],
  ["nowhere", "undefined variable 'nowhere'"],
])("%j", (expression, text) => {
  expect(evaluated(expression)).toBe(`error: ${text}`);
});

test.each([
  ["http://a.b", "error: URL literals are disabled"],
  ["[ 1 http://a.b @ ]", "error: URL literals are disabled"],
  ["{ http://a.b = 1; }", "error: unexpected URI 'http://a.b', expected a name, 'inherit' or '}'"],
  ['"http://a.b"', '"http://a.b"'],
])("%j where URLs need quotes", (expression, answer) => {
  expect(evaluated(expression, ["no-url-literals"])).toBe(answer);
});

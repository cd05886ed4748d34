import { strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { compileRegex, type Captures } from "../../src/builtins/text/regex/index.ts";
import { parseRegex } from "../../src/builtins/text/regex/parse.ts";
import { askNix, nixString, readNixString } from "./support/ask-nix.ts";
import { regexPattern, regexText, selection } from "./support/generated.ts";
import { piecesOf } from "./support/pieces.ts";
import { matchNaively, splitNaively } from "./support/naive-regex.ts";

/** Values as one string, so that no byte is lost: `3:abc`, `null`, `[…]`. */
const SHOW = `
  show = value:
    if value == null then "null"
    else if builtins.isString value then "\${toString (builtins.stringLength value)}:\${value}"
    else "[" + builtins.concatStringsSep "" (map show value) + "]";
`;

function show(value: string | undefined | readonly (string | undefined | Captures)[]): string {
  if (value === undefined) return "null";
  return typeof value === "string" ? `${value.length}:${value}` : `[${value.map(show).join("")}]`;
}

function ours(operation: string, pattern: string, text: string): string {
  const compiled = compileRegex(pattern);
  if (compiled.kind === "error") return compiled.message.text;
  return show(operation === "match" ? compiled.match(text) : piecesOf(compiled, text));
}

/** Nix tries all ways, so some cases would keep it busy for ever. */
function isQuick(pattern: string, text: string): boolean {
  if (compileRegex(pattern).kind === "error") return true;
  try {
    matchNaively(parseRegex(pattern), text);
    splitNaively(parseRegex(pattern), text);
    return true;
  } catch {
    return false;
  }
}

function check(cases: readonly (readonly [operation: string, pattern: string, text: string])[]): void {
  const answers = askNix(
    cases.map(([operation, pattern, text]) => `show (builtins.${operation} ${nixString(pattern)} ${nixString(text)})`),
    SHOW,
  );
  for (const [index, { kind, text }] of answers.entries()) {
    const [operation, pattern, subject] = cases[index]!;
    const nix = kind === "error" ? text : readNixString(text);
    strictEqual(ours(operation, pattern, subject), nix, JSON.stringify(cases[index]));
  }
}

describe.runIf(needs("nix-2.26"))("regular expressions agree with Nix", () => {
  test("on generated patterns and texts", () => {
    const cases = selection(fc.tuple(fc.constantFrom("match", "split"), regexPattern, regexText), 1500);
    check(cases.filter(([, pattern, text]) => isQuick(pattern, text)));
  });

  test("on every byte in classes and ranges", () => {
    const bytes = Array.from({ length: 255 }, (_, index) => String.fromCharCode(index + 1));
    const text = bytes.filter((byte) => !"\t\r\x07\x1b".includes(byte)).join("");
    const names = "alnum alpha blank cntrl digit graph lower print punct space upper xdigit d s w";
    const sets = names.split(" ").map((name) => `[[:${name}:]]`);
    const patterns = [...sets, ".", "[^a]", "[a-z]", "[[=e=]]", "[\x80-\xff]", "[\x80-\x7f]", "[^[:print:]]"];
    check(patterns.map((pattern) => ["split", pattern, text]));
  });

  test("on the largest patterns", () => {
    const sizes = ["a{99993}", "a{99994}", "(a|b){12498}", "(a|b){12499}", "(a{2,5}){7690}", "(a{2,5}){7691}"];
    check([...sizes, "a{2147483647}", "a{2147483648}", "a{200000}("].map((pattern) => ["match", pattern, "a"]));
  });
});

/** Documents as real Nix reads and writes them. */

import { describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { askNix, nixString } from "../builtins-text/support/ask-nix.ts";
import { floatTexts, jsonTexts, tomlTexts } from "./support/documents.ts";
import { evaluated } from "./support/evaluate.ts";

describe.runIf(needs("nix-2.26"))("real Nix", () => {
  test("reads the same JSON and refuses the rest in the same words", () => {
    compare(jsonTexts().map((text) => whole(`builtins.fromJSON ${nixString(text)}`)));
  });

  test("reads the same TOML and refuses the rest in the same words", () => {
    compare(tomlTexts().map((text) => whole(`builtins.fromTOML ${nixString(text)}`)));
  });

  test("writes floats in the same three ways", () => {
    const texts = floatTexts().map((text) => `builtins.fromJSON "${text}"`);
    compare(texts.map((float) => `let f = ${float}; in toString f + " " + builtins.toXML f + builtins.toJSON f`));
  });

  test("writes the same JSON and refuses the rest in the same words", () => {
    const strings = [
      "",
      "\x7f\x01\b\n",
      '"\\/',
      "\xc3\xa9",
      "\xff",
      "a\xc3",
      "\xed\xa0\x80",
      "\xf0\x9f\x98\x80",
      "\xc0\x80b",
    ];
    compare(strings.map((text) => `builtins.toJSON { ${nixString("k")} = [ ${nixString(text)} ]; }`));
    compare(strings.map((text) => `builtins.toJSON { ${nixString(text)} = { }; }`));
  });
});

/** A value as one string, in two notations: one tells integers from floats, the other has all digits. */
function whole(expression: string): string {
  return `let v = ${expression}; in builtins.toXML v + builtins.toJSON v`;
}

function compare(expressions: readonly string[]): void {
  const byNix = askNix(expressions).map(({ kind, text }) => (kind === "error" ? `error: ${text}` : text));
  const differences = expressions.flatMap((expression, index) => {
    // Nix drops carriage returns from what it prints of errors
    const ours = evaluated(expression).replaceAll("\r", "");
    const theirs = byNix[index]!.replaceAll("\r", "");
    return ours === theirs ? [] : [{ expression, ours, theirs }];
  });
  expect(differences).toEqual([]);
}

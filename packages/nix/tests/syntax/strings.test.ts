/** What strings stand for: their escapes, their line ends, and the indentation that is no part of them. */

import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { Node, Token } from "../../src/syntax/index.ts";
import { indentedPieces, literalString, stringTextValue } from "../../src/syntax/strings.ts";
import { soundTree } from "./support/sound.ts";
import { indentedStrings, quotedStrings, type StringRow } from "./support/strings.ts";

/** The pieces of the string that a source is; `${}` for an antiquotation. */
function piecesOf(source: string): string[] {
  const tree = soundTree(source);
  deepStrictEqual(tree.diagnostics, []);
  const root = tree.child(tree.root, 0);
  if (tree.kind(root) === Node.IndentedString) {
    return indentedPieces(tree, root).map(({ value }) => (typeof value === "string" ? value : "${}"));
  }
  return tree
    .children(root)
    .map((piece) => (tree.kind(piece) === Token.StringText ? stringTextValue(tree, piece) : "${}"));
}

function table(rows: readonly StringRow[]): void {
  test.each(rows.map(([source, ...pieces]) => ({ source: JSON.stringify(source), text: source, pieces })))(
    "$source",
    ({ text, pieces }) => deepStrictEqual(piecesOf(text), pieces),
  );
}

describe("quoted strings", () => {
  table(quotedStrings);
});

describe("indented strings", () => {
  table(indentedStrings);
});

describe("the value of a string that nothing in it has to be computed for", () => {
  test.each([
    ['"a"', "a"],
    ['""', ""],
    ["''a''", "a"],
    ["''''", ""],
    ["a:b", "a:b"],
    ['(("a"))', "a"],
    // Nix joins the pieces of such a string before it asks
    ["''${\"a\"}''", "a"],
    ["''  ${''${\"a\"}''}''", "a"],
    ['"${"a"}"', undefined],
    ["''a${\"b\"}''", undefined],
    ["./a", undefined],
    ["1", undefined],
  ])("%j", (source, value) => {
    const tree = soundTree(source);
    strictEqual(literalString(tree, tree.child(tree.root, 0)), value);
  });
});

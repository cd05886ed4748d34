/** What strings stand for: their escapes, their line ends, and the indentation that is no part of them. */

import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { Node, Token } from "../../src/syntax/index.ts";
import { indentedPieces, literalString, stringTextValue } from "../../src/syntax/strings.ts";
import { soundTree } from "./support/sound.ts";

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

function table(rows: readonly (readonly [source: string, ...pieces: string[]])[]): void {
  test.each(rows.map(([source, ...pieces]) => ({ source: JSON.stringify(source), text: source, pieces })))(
    "$source",
    ({ text, pieces }) => deepStrictEqual(piecesOf(text), pieces),
  );
}

describe("quoted strings", () => {
  table([
    ['""'],
    ['"a"', "a"],
    ['"\\n\\r\\t\\a\\\\\\""', '\n\r\ta\\"'],
    ['"\\${a} $a $${a} $"', "${a} $a $${a} $"],
    ['"a${1}b"', "a", "${}", "b"],
    ['"a\r\nb\rc\nd"', "a\nb\nc\nd"],
    ['"\\\r\n"', "\r\n"],
    ['"\xc3\xa4\xff"', "\xc3\xa4\xff"],
    ['"\'\'a\'\'"', "''a''"],
  ]);
});

describe("indented strings", () => {
  table([
    ["''''"],
    ["''a''", "a"],
    ["''  a''", "a"],
    ["''\n  a\n  b\n''", "a\nb\n"],
    ["''\n  a\n    b\n''", "a\n  b\n"],
    ["''\n    a\n  b\n  ''", "  a\nb\n"],
    ["''\n  a\n\n  b\n''", "a\n\nb\n"],
    ["''\n  a\n \n  b\n''", "a\n\nb\n"],
    ["''\n  a\n   \n  b\n''", "a\n \nb\n"],
    ["''\n  a''", "a"],
    ["''\n  a\n b''", " a\nb"],
    ["'' a\n  b''", "a\n b"],
    ["''\n\ta\n  b\n''", "\ta\n  b\n"],
    ["''\n\n''", "\n"],
    ["''  \n  ''"],
    ["''  ''"],
    ["''\n  ${1}\n    b\n''", "${}", "\n  b\n"],
    ["''\n    a ${1}\n  b\n''", "  a ", "${}", "\nb\n"],
    ["''\n  ${1} \n''", "${}", " \n"],
    ["''${1}''", "${}"],
    ["''  ${1}''", "${}"],
    ["''\n  a''\\n  b\n  c\n''", "a", "\n", "  b\nc\n"],
    ["''''\\n''\\t''\\r''\\a''\\''\\$''", "\n", "\t", "\r", "a", "'", "'$"],
    ["''\n  ''${a} '''  \n''", "$", "{a} ", "''", "  \n"],
    ["''\n    '''\n  a\n''", "  ", "''", "\na\n"],
    ["''\n  a\r\n  b\r\n''", "a\r\nb\r\n"],
    ["''\r\n  a''", "\r\n  a"],
    ["''$''", "$"],
    ["''a'b''", "a'b"],
  ]);
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

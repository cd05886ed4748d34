/** Finding where a file writes what an error speaks of. */

import { parse } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import {
  findMessage,
  findPath,
  findWord,
  messagesIn,
  optionsIn,
  pathsIn,
  quotedIn,
} from "../../src/advice/places/written-in.ts";

describe("a path", () => {
  test("is named in quotes", () => {
    expect(pathsIn("path '/a b/c.nix' does not exist, 'x/y'")).toEqual(["/a b/c.nix"]);
  });

  test.each([
    ["[ ./a.nix ./c.nix ]", "./c.nix"],
    ["import ../fleet/c.nix", "../fleet/c.nix"],
    ["[ /fleet/c.nix /c.nix ]", "/fleet/c.nix"],
    ['"/fleet/c.nix"', '"/fleet/c.nix"'],
    ["x: [ ./d/${x}.nix ./${x}.nix ]", "./${x}.nix"],
  ])("in %s", (source, shown) => {
    expect(texts(source, (tree) => findPath(tree, "/fleet", "/fleet/c.nix"))).toEqual([shown]);
  });

  test("is a folder whose default.nix is read", () => {
    expect(texts("[ ./c ./d ]", (tree) => findPath(tree, "/fleet", "/fleet/c/default.nix"))).toEqual(["./c"]);
  });

  test("is not a string that only ends like it", () => {
    expect(texts('[ "c.nix" "${x}" ]', (tree) => findPath(tree, "/fleet", "/fleet/c.nix"))).toEqual([]);
  });
});

describe("a message", () => {
  const text = "\nFailed assertions:\n- The host must\nbe called b.\n- Nothing is 7.\n";

  test.each([
    ['"Nothing is 7."', '"Nothing is 7."'],
    ['"Nothing is ${toString x}."', '"Nothing is ${toString x}."'],
    ["''\n  The host must\n  be called b.\n''", "''\n  The host must\n  be called b.\n''"],
  ])("in %s", (source, shown) => {
    expect(texts(source, (tree) => findMessage(tree, messagesIn(text)))).toEqual([shown]);
  });

  test.each(['"Nothing"', '"${x}"', '"Nothing is 8."', '"${x}7.${y}"', '""'])("is not in %s", (source) => {
    expect(texts(source, (tree) => findMessage(tree, messagesIn(text)))).toEqual([]);
  });
});

test("words are in quotes", () => {
  expect(quotedIn("Package ‘vs-code-1.95.2’ at ‘/data’ has ‘a licence’ or 'b'")).toEqual(["vs-code-1.95.2", "/data"]);
});

test.each([
  ["{ pkgs, ... }: { a = [ pkgs.hello pkgs.hello.out ]; }", ["pkgs.hello"]],
  ["{ pkgs, hello }: with pkgs; [ hello ]", ["hello"]],
  ["{ hello.enable = true; }", []],
  ['{ files."hello-2.12" = "hello-2"; }', ['"hello-2.12"']],
])("a word in %s", (source, shown) => {
  expect(texts(source, (tree) => findWord(tree, "hello-2.12"))).toEqual(shown);
});

test("options are names with dots between them", () => {
  expect(optionsIn('`a.b\' and c."d.e".f, not /x/y.nix nor v1.2 or g.')).toEqual(["a.b", 'c."d.e".f']);
});

function texts(source: string, find: (tree: ReturnType<typeof parse>) => { start: number; end: number }[]): string[] {
  return find(parse(Buffer.from(source), {})).map(({ start, end }) => source.slice(start, end));
}

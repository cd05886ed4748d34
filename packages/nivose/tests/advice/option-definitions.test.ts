/** Finding the definitions that messages of the module system are about. */

import { expect, test } from "vitest";
import { parse } from "@nivose/nix/syntax";
import {
  findArgument,
  findDefinitions,
  namedDefinitions,
  readContext,
} from "../../src/advice/places/option-definitions.ts";

test("a message names the option and the files", () => {
  const text =
    "A definition for option `users.users.\"a.b\".uid' is not of type `int'. Definition values:\n- In `/a.nix': 1\n- In `/b.nix': 2";
  expect(namedDefinitions(text)).toEqual({ option: ["users", "users", "a.b", "uid"], files: ["/a.nix", "/b.nix"] });
  expect(namedDefinitions("division by zero")).toBeUndefined();
});

test("a message names an option that is no more", () => {
  expect(namedDefinitions("The option definition `a' in `/a.nix' no longer has any effect")).toEqual({
    option: ["a"],
    files: ["/a.nix"],
  });
});

test("a message names an element of a list", () => {
  expect(namedDefinitions('definition for option `a.b."[definition 1-entry 2]"\' is')).toMatchObject({
    option: ["a", "b"],
    entry: 2,
  });
});

test.each([
  ["while evaluating definitions from `/lib.nix':", { kind: "definitions", file: "/lib.nix" }],
  ["while evaluating the option `a.b':", { kind: "option", names: { option: ["a", "b"] } }],
  ['while evaluating the module argument `x\' in "/a.nix":', { kind: "argument", file: "/a.nix", name: "x" }],
  ["while frobnicating", undefined],
])("%s", (text, context) => {
  expect(readContext(text)).toEqual(context);
});

test.each([
  ["{ a = [ 1 2 ]; }", 2, "2"],
  ["{ a = with pkgs; [ b c ]; }", 1, "b"],
  ["{ a = lib.mkIf x (lib.mkBefore [ b (c d) ]); }", 2, "(c d)"],
  ["{ a = f; }", 1, "a = f;"],
  ["{ a = [ 1 ]; }", 2, "a = [ 1 ];"],
])("an element of %s", (source, entry, shown) => {
  const [range] = findDefinitions(parse(Buffer.from(source), {}), ["a"], entry);
  expect(source.slice(range!.start, range!.end)).toBe(shown);
});

test.each([
  ["{ lib, inputs, ... }: { }", "inputs"],
  ["{ inputs ? 1 }@args: { }", "inputs ? 1"],
  ["let a = 1; in ({ inputs }: a)", "inputs"],
])("an argument of %s", (source, shown) => {
  const range = findArgument(parse(Buffer.from(source), {}), "inputs");
  expect(source.slice(range!.start, range!.end)).toBe(shown);
});

test.each([
  ["{ a.b.c = 1; }", ["a", "b", "c"], ["a.b.c = 1;"]],
  ["{ lib, ... }: { config = lib.mkIf true { a = { b.c = 1; }; }; }", ["a", "b", "c"], ["b.c = 1;"]],
  ["{ a = lib.mkMerge [ { b.c = 1; } { b.c = 2; } ]; }", ["a", "b", "c"], ["b.c = 1;", "b.c = 2;"]],
  ['{ a."x.y" = 1; }', ["a", "x.y"], ['a."x.y" = 1;']],
  ["{ imports = [ { a.b = 1; } ]; a.b = 2; }", ["a", "b"], ["a.b = 1;", "a.b = 2;"]],
  ["{ a.b = 1; a.b-c = 2; }", ["a"], ["a.b = 1;", "a.b-c = 2;"]],
  ["{ a.b = {\n  c = 1;\n}; }", ["a", "b"], ["a.b"]],
  ["{ b.c = 1; }", ["a", "b"], []],
])("%s", (source, option, shown) => {
  const tree = parse(Buffer.from(source), {});
  expect(findDefinitions(tree, option).map(({ start, end }) => source.slice(start, end))).toEqual(shown);
});

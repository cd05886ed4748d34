/** Finding the definitions that messages of the module system are about. */

import { expect, test } from "vitest";
import { definitionsUnderWay, findDefinitions, namedDefinitions } from "../../src/cli/option-definitions.ts";

test("a message names the option and the files", () => {
  const text =
    "A definition for option `users.users.\"a.b\".uid' is not of type `int'. Definition values:\n- In `/a.nix': 1\n- In `/b.nix': 2";
  expect(namedDefinitions(text)).toEqual({ option: ["users", "users", "a.b", "uid"], files: ["/a.nix", "/b.nix"] });
  expect(namedDefinitions("division by zero")).toBeUndefined();
});

test("contexts name files, and the options that these define", () => {
  const contexts = [
    "while evaluating definitions from `/lib.nix':",
    "while evaluating definitions from `/host.nix':",
    "while evaluating the option `a.b':",
    "while evaluating the option `c':",
  ];
  expect(definitionsUnderWay(contexts)).toEqual([{ option: ["a", "b"], files: ["/host.nix"] }]);
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
  const bytes = Buffer.from(source);
  expect(findDefinitions(bytes, option).map(({ start, end }) => source.slice(start, end))).toEqual(shown);
});

import { parse } from "@nivose/nix/syntax";
import { expect, test } from "vitest";
import { definitionsAt } from "../../src/schema/binding-at.ts";

/** The position is marked by `|`. */
function found(marked: string, option: string): string[] {
  const tree = parse(Buffer.from(marked.replace("|", "")));
  return definitionsAt(tree, marked.indexOf("|"), option.split(".")).map(
    ({ path, value, around }) =>
      `${path.join(".")} = ${tree.text(value)}${around.map(({ by }) => ` in ${by}`).join("")}`,
  );
}

test.each<[string, string, string[]]>([
  ["{ |a.b = 1; }", "a.b", ["a.b = 1"]],
  ["{ config = mkIf c { a = mkForce { |b = 1; }; }; }", "a.b", ["a.b = 1 in mkIf in mkForce"]],
  ["let f = n: { |b = n; }; in { a = if c then f 1 else { b = 2; }; }", "a.b", ["a.b = n"]],
  ["{ a = if c then { } else { |b = 2; }; }", "a.b", ["a.b = 2 in else"]],
  ["{ |a.b.c = 1; a.b.d = 2; a.e = 3; }", "a.b", ["a.b.c = 1", "a.b.d = 2"]],
  ["{ modules = [ ({ lib, ... }: { |x.a.b = 1; }) ]; }", "a.b", []],
  ["{ |a.a = 1; }", "x.a.a", ["x.a.a = 1"]],
  ["{ |${name}.b = 1; ${name}.d = 2; }", "x.a.b", ["x.a.b = 1"]],
  ["{ inherit (x) a |b; }", "a.b", ["a.b = b"]],
  ["{ a = 1;| }", "a", []],
])("%s sets %s", (source, option, expected) => {
  expect(found(source, option)).toEqual(expected);
});

import { parse } from "@nivose/nix/syntax";
import { expect, test } from "vitest";
import type { DataPath } from "../../src/fleet/data/fleet-data.ts";
import { hasMember, isFunctionFile, placeOf } from "../../src/fleet/data/places.ts";

function textAt(source: string, path: DataPath): { readonly name: string; readonly value: string } {
  const { name, value } = placeOf(parse(Buffer.from(source)), path);
  return { name: source.slice(name.start, name.end), value: source.slice(value.start, value.end) };
}

test.each<[string, string, DataPath, string, string]>([
  ["sets within sets", "{ hosts = { a = { port = 22; }; }; }", ["hosts", "a", "port"], "port", "22"],
  ["paths of several names", "{ hosts.a.port = 22; }", ["hosts", "a", "port"], "port", "22"],
  ["a path that goes on", "{ hosts.a.port = 22; }", ["hosts", "a"], "a", "22"],
  ["a set that is given in parts", "{ hosts.a.x = 1; hosts.a.port = 22; }", ["hosts", "a", "port"], "port", "22"],
  ["names in quotes", '{ hosts."a.b".port = 22; }', ["hosts", "a.b", "port"], "port", "22"],
  ["behind let and in brackets", "let x = 1; in ({ hosts.a = { port = x; }; })", ["hosts", "a", "port"], "port", "x"],
  ["elements of lists", "{ hosts.a.tags = [ 1 2 ]; }", ["hosts", "a", "tags", 1], "2", "2"],
  ["members of elements", "{ hosts.a.health = [ { tcp = 0; } ]; }", ["hosts", "a", "health", 0, "tcp"], "tcp", "0"],
  ["what is inherited", "{ hosts.a = { inherit port; }; }", ["hosts", "a", "port"], "port", "port"],
  ["sets that are put together", "{ hosts = { a.x = 1; } // { a.x = 2; }; }", ["hosts", "a", "x"], "x", "2"],
  ["what is computed", "{ hosts = { a = f 1; }; }", ["hosts", "a", "port"], "a", "f 1"],
])("finds %s", (_, source, path, name, value) => {
  expect(textAt(source, path)).toEqual({ name, value });
});

test("knows a function, and what a set has", () => {
  const tree = (source: string) => parse(Buffer.from(source));
  expect(isFunctionFile(tree("let x = 1; in { config, ... }: { }"))).toBe(true);
  expect(isFunctionFile(tree("{ hosts = { }; }"))).toBe(false);
  expect(hasMember(tree("rec { hosts.a.port = 22; }"), "hosts")).toBe(true);
  expect(hasMember(tree("{ flake.hosts = { }; }"), "hosts")).toBe(false);
});

import { expect, test } from "vitest";
import { selectedNames } from "../../../src/paper/selected-names.ts";

const names = (...texts: string[]): string[] => selectedNames(texts.map((text) => Buffer.from(text)));

test("names that are selected, inherited and asked for, in order and once", () => {
  expect(names("x.b.a.b", "inputs.a")).toEqual(["a", "b"]);
  expect(names("{ inherit (x) d c; }")).toEqual(["c", "d"]);
  expect(names("x ? e")).toEqual(["e"]);
  expect(names("x.f or y")).toEqual(["f"]);
});

test("names in quotes, if they are whole", () => {
  expect(names(`x."a b".c`)).toEqual(["a b", "c"]);
  // oxlint-disable-next-line no-template-curly-in-string
  expect(names('x."a${b}".c')).toEqual(["c"]);
  // oxlint-disable-next-line no-template-curly-in-string
  expect(names('x.${"a b"}.c')).toEqual(["a b", "c"]);
});

test("what cannot be read has the names that can", () => {
  expect(names("{ a = x.b; c = ")).toEqual(["b"]);
  expect(names("")).toEqual([]);
});

test("what is defined is not asked for", () => {
  expect(names("{ a.b = 1; inherit c; } // f { d = x.e; }")).toEqual(["e"]);
});

test("what stands below `with` may be asked of anything", () => {
  expect(names("with x; [ b { a.c = d; } ]", "[ e ]")).toEqual(["b", "d", "x"]);
});

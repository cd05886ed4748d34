/** Files whose code or whose sets need more room than a file of their size usually does. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runEvaluation } from "../../src/evaluation.ts";
import { requestOf, resultOf } from "../engine/built-engine.ts";

function evaluated(text: string): string {
  return resultOf(runEvaluation(requestOf(text, { strict: true, output: "json" }), () => {}));
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(" ");
}

describe("code that grows while it is written", () => {
  it("is moved when sets need the room before it", () => {
    const sets = times(300, (index) => `{ a.b.c.d.e = ${index}; a.b.c.d.f = "x${index}"; a.b.g = [ ${index} ]; }`);
    const text = `let all = [ ${sets} ]; in map (s: [ s.a.b.c.d.e s.a.b.c.d.f s.a.b.g ]) all`;
    const expected = Array.from({ length: 300 }, (_, index) => [index, `x${index}`, [index]]);
    expect(JSON.parse(evaluated(text))).toEqual(expected);
  });

  it("has names in scope of many with, each of which is written down", () => {
    const text = `let s = { a = 1; }; in ${times(300, () => "with s;")} [ ${times(2000, () => "a")} ]`;
    expect(JSON.parse(evaluated(text))).toEqual(Array.from({ length: 2000 }, () => 1));
  });

  it("merges sets that are written in many pieces", () => {
    const text = `let s = { ${times(1500, (index) => `a = { p${index} = ${index}; q.r${index} = ${index}; };`)} }; in [ (builtins.length (builtins.attrNames s.a)) (builtins.length (builtins.attrNames s.a.q)) s.a.p700 s.a.q.r1499 ]`;
    expect(evaluated(text)).toBe("[1501,1500,700,1499]");
  });

  it("has more names than the first table of names", () => {
    const text = `{ ${times(5000, (index) => `n${index} = ${index};`)} ${times(5000, (index) => `"m ${index}" = ${index};`)} }`;
    const expected = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [
        [`n${index}`, index],
        [`m ${index}`, index],
      ]).flat(),
    );
    expect(JSON.parse(evaluated(text))).toEqual(expected);
  });
});

describe("sets that need more room than their files promise", () => {
  const file = (index: number): string => `(x: { inherit (x) ${times(400, (n) => `a${n}`)}; n = ${index}; })`;

  it("leave room for the next ones, in whatever number of files", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nivose-"));
    try {
      const files = Array.from({ length: 14 }, (_, index) => path.join(folder, `${index}.nix`));
      files.forEach((name, index) => writeFileSync(name, file(index)));
      expect(evaluated(`map (f: (import f { }).n) [ ${files.join(" ")} ]`)).toBe(
        JSON.stringify(files.map((_, index) => index)),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("names that are no tokens of their own", () => {
  it.each([
    [
      '{ "a\\nb" = 1; ${"c"} = 2; ${\'\'d\'\'} = 3; "" = 4; "\\${e}" = 5; }',
      { "a\nb": 1, c: 2, d: 3, "": 4, "${e}": 5 },
    ],
    ['let x = "y"; in { ${x} = 1; "${x}z" = 2; }', { y: 1, yz: 2 }],
    ["{ or = 1; a.or.b = 2; }", { or: 1, a: { or: { b: 2 } } }],
    ["(rec { or = 3; x = { inherit or; }; }).x", { or: 3 }],
    ["let { body = { a = 1; }; }", { a: 1 }],
  ])("%s", (text, expected) => {
    expect(JSON.parse(evaluated(text))).toEqual(expected);
  });
});

describe("names that the grammar implies", () => {
  it.each([
    [
      "let __sub = a: b: [ a b ]; in [ (5 - 3) (-4) ]",
      [
        [5, 3],
        [0, 4],
      ],
    ],
    ["let __lessThan = a: b: a == b; in [ (1 < 1) (1 <= 2) (1 > 1) (1 >= 2) ]", [true, true, true, true]],
    ["let __mul = a: b: a; __div = a: b: b; in [ (6 * 2) (6 / 2) ]", [6, 2]],
    ["let __findFile = a: b: b; __nixPath = [ ]; in [ <x/y> ]", ["x/y"]],
    ["[ (5 - 3) (-4) (1 < 2) (1 >= 2) (6 * 2) (6 / 2) ]", [2, -4, true, false, 12, 3]],
    ["(x: rec { __overrides = { a = x; }; a = 1; b = a; }) 2", { __overrides: { a: 2 }, a: 2, b: 2 }],
    ["let __curPos = 7; in __curPos", 7],
    ["__curPos", null],
  ])("%s", (text, expected) => {
    expect(JSON.parse(evaluated(text))).toEqual(expected);
  });

  it("mean what is around the file", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nivose-"));
    try {
      const file = path.join(folder, "a.nix");
      writeFileSync(file, "[ (5 - 3) (-4) (1 < 2) (2 >= 1) (6 * 2) (6 / 2) <x> ]");
      const scope = `{ __sub = a: b: "sub"; __lessThan = a: b: false; __mul = a: b: a; __div = a: b: b; __findFile = a: b: b; }`;
      expect(JSON.parse(evaluated(`builtins.scopedImport ${scope} ${file}`))).toEqual([
        "sub",
        "sub",
        false,
        true,
        6,
        2,
        "x",
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("are the builtins again in the next file", () => {
    expect(evaluated("let __sub = a: b: 0; in 5 - 3")).toBe("0");
    expect(evaluated("5 - 3")).toBe("2");
  });
});

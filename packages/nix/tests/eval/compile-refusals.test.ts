/**
 * The rules by which bindings become attributes, and names variables, are there twice: where files are compiled, and where
 * mistakes are told. What the one refuses the other has to complain of, and nothing else.
 */

import { strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { expression } from "../../conformance/expression.ts";
import { mutate, soup } from "../../conformance/mutate.ts";
import { Random } from "../../conformance/random.ts";
import { compile } from "../../src/eval/code/compile.ts";
import { analyze, parse } from "../../src/syntax/index.ts";
import { SymbolTable } from "../../src/syntax/symbols.ts";

const symbols = new SymbolTable();
const seeds = fc.integer({ min: 0, max: 0xffff_ffff }).map((seed) => new Random(seed));

function expectSameVerdict(source: Uint8Array): void {
  const passing = parse(source, { passing: true });
  if (!passing.ok) return;
  const isCompiled = compile(passing, symbols) !== undefined;
  strictEqual(isCompiled, analyze(parse(source)).diagnostics.length === 0, Buffer.from(source).toString("latin1"));
}

/** Bindings that meet: few names, and values of which some are sets. */
const names = fc.constantFrom("a", "b", "a.b", "a.b.c", '"a"', "b.${x}", "${x}", 'a."b".c', "__overrides");
const bindings = fc.letrec<{ readonly set: string; readonly value: string; readonly binding: string }>((tie) => ({
  set: fc
    .tuple(fc.constantFrom("", "rec "), fc.array(tie("binding"), { maxLength: 5 }))
    .map(([recursive, all]) => `${recursive}{ ${all.join(" ")} }`),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("1", "x", "a", "y", "(x: x)", "({ x, a ? x, ... }@y: y)", "({ x, x }: 1)", "(with x; y)"),
    tie("set"),
    tie("set").map((set) => `(${set})`),
  ),
  binding: fc.oneof(
    fc.tuple(names, tie("value")).map(([name, value]) => `${name} = ${value};`),
    fc.constantFrom("inherit a;", "inherit (x) a b;", 'inherit "b";', "inherit ${x};", "inherit ({ }) __curPos;"),
  ),
}));

describe("compiling refuses what is complained of", () => {
  test("in sets whose bindings meet", () => {
    fc.assert(
      fc.property(bindings.set, fc.constantFrom("x: ", "let x = 1; in ", ""), (set, around) => {
        expectSameVerdict(Buffer.from(`${around}${set}`));
      }),
      { numRuns: 3000 },
    );
  });

  test("in expressions with changes, and in soups", () => {
    fc.assert(
      fc.property(seeds, (random) => {
        const source = Buffer.from(expression(random));
        expectSameVerdict(source);
        expectSameVerdict(mutate(source, Buffer.from(expression(random)), random));
        expectSameVerdict(soup(random));
      }),
      { numRuns: 1000 },
    );
  });
});

/**
 * Recursion from every position in which there is something left to do: deeper than `max-call-depth` is if nobody raises it,
 * and a hundred thousand calls deep from two of them.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import type { EvalRequest } from "../../src/evaluation.ts";
import { type BuiltEngine, buildEngine, requestOf, resultOf } from "./built-engine.ts";

let built: BuiltEngine;

beforeAll(async () => {
  built = await buildEngine();
});

afterAll(() => built.remove());

/** A thread for each: code that V8 has compiled for one case and gives up for the next is slow to leave so deep a stack. */
async function evaluated(request: EvalRequest): Promise<string> {
  return resultOf(await built.engine.evaluate(request));
}

/** What `f` gives for 0 and for other numbers, and what is made of `f COUNT`; `@` is the recursive call. */
test.each([
  ["0", "1 + @", "$", "COUNT"],
  ["0", "builtins.add 1 @", "$", "COUNT"],
  ["1", "- @", "$", "1"],
  ["true", "! @", "$", "true"],
  ["true", "@ && true", "$", "true"],
  ["true", "@ || false", "$", "true"],
  ["true", "@ -> true", "$", "true"],
  ["true", "@ == true", "$", "true"],
  ["0", "if @ == 0 then 0 else 1", "$", "0"],
  ["0", "assert @ == 0; 0", "$", "0"],
  ["0", "let r = @; in r + 1", "$", "COUNT"],
  ["0", "with { r = @; }; r + 1", "$", "COUNT"],
  ["0", "({ a ? @ }: a + 1) { }", "$", "COUNT"],
  ["{ v = 0; }", "{ v = @.v + 1; }", "($).v", "COUNT"],
  ["{ }", "{ a = @; }.a.b or { }", "$", "{ }"],
  ["{ }", "@ // { a = n; }", "$", "{ a = COUNT; }"],
  ['"a"', '{ ${@} = "a"; }.a', "$", '"a"'],
  ['""', '"a" + @', "builtins.stringLength ($)", "COUNT"],
  ['""', '"a${@}"', "builtins.stringLength ($)", "COUNT"],
  ["[ ]", "[ @ ]", "builtins.deepSeq ($) 1", "1"],
  ["[ ]", "[ @ ]", "$ == $", "true"],
  ["[ ]", "[ @ ]", "toString ($)", '""'],
  ["[ ]", "[ @ ]", "builtins.stringLength (builtins.toJSON ($))", "BRACKETS"],
  ["{ }", "{ a = @; }", "builtins.deepSeq ($) 1", "1"],
  ["{ }", "builtins.mapAttrs (name: value: @) { a = 1; }", "builtins.deepSeq ($) 1", "1"],
  ['{ outPath = "x"; }', "{ outPath = @; }", "toString ($)", '"x"'],
  ['{ __toString = s: "x"; }', "{ __toString = s: @; }", "toString ($)", '"x"'],
  ["0", "builtins.head (map (x: @) [ 1 ])", "$", "0"],
  ["0", "builtins.foldl' (a: b: @) 0 [ 1 ]", "$", "0"],
  ["0", "builtins.length (builtins.filter (x: @ == 0) [ ])", "$", "0"],
  ["true", "builtins.all (x: @) [ 1 ]", "$", "true"],
  ["true", "builtins.head (builtins.sort (a: b: @) [ 1 2 ]) > 0", "$", "true"],
  ["1", "builtins.length (builtins.genericClosure { startSet = [ { key = @; } ]; operator = x: [ ]; })", "$", "1"],
  ["0", "(builtins.tryEval @).value", "$", "0"],
  ['throw "x"', "(builtins.tryEval @).value", "$", "false"],
  ["0", "builtins.seq @ 0", "$", "0"],
  ["0", 'builtins.addErrorContext "x" @', "$", "0"],
])("0: %s, n: %s, %s", async (zero, other, of, expected) => {
  const recursive = `let f = n: if n == 0 then ${zero} else ${other.replaceAll("@", "(f (n - 1))")}; in`;
  const count = other === "1 + @" || other === "[ @ ]" ? 100_000 : 15_000;
  const text = `${recursive} ${of.replaceAll("$", () => `f ${count}`)}`;
  const wanted = expected.replace("COUNT", String(count)).replace("BRACKETS", String(2 * count + 2));
  expect(await evaluated(requestOf(text, { maxCallDepth: 1_000_000 }))).toBe(wanted);
});

test.each(["json", "value"] as const)("a list that is a hundred thousand levels deep as %s", async (output) => {
  const text = "builtins.foldl' (a: b: [ a ]) [ ] (builtins.genList (x: x) 100000)";
  expect((await built.engine.evaluate(requestOf(text, { output, strict: true }))).ok).toBe(true);
});

test.each(["let x = { a = x; }; in x", "let f = n: [ (f (n + 1)) ]; in f 0"])("the JSON of %s", async (text) => {
  expect(await evaluated(requestOf(text, { output: "json", strict: true }))).toBe(
    "stack overflow (possible infinite recursion)",
  );
});

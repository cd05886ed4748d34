/** Expressions that mean no good: each ends soon, with a value or an error, and the thread goes on. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EvaluationSession } from "../../src/engine/index.ts";
import type { EvalRequest } from "../../src/evaluation.ts";
import { type BuiltEngine, buildEngine, requestOf, resultOf } from "./built-engine.ts";

let built: BuiltEngine;
let session: EvaluationSession;

beforeAll(async () => {
  built = await buildEngine();
  session = new built.engine.EvaluationSession({ heapBytes: 2 ** 28 });
});

afterAll(async () => {
  await session.end();
  built.remove();
});

async function result(text: string, more?: Partial<EvalRequest>): Promise<string> {
  return resultOf(await session.evaluate(requestOf(text, { maxCallDepth: 1_000_000, ...more })));
}

/** The text of `count` doublings, and one of `count` repetitions. */
const doubled = (count: number): string => `(builtins.foldl' (a: b: a + a) "ab" (builtins.genList (x: x) ${count}))`;
const repeated = (text: string, count: number): string =>
  `(builtins.concatStringsSep "" (builtins.genList (x: "${text}") ${count}))`;

const CALLS = "stack overflow; max-call-depth exceeded";
const NO_END = "stack overflow (possible infinite recursion)";

describe("what has no end", () => {
  test.each([
    ["let f = n: f (n + 1); in f 0", CALLS],
    ["let f = n: 1 + f (n + 1); in f 0", CALLS],
    ["let s = { __functor = self: self; }; in s 1", CALLS],
    ["let s = { __functor = self: n: self n; }; in s 1", CALLS],
    ["let x = x; in x", "infinite recursion encountered"],
    ["let xs = [ 1 ] ++ xs; in builtins.head xs", "infinite recursion encountered"],
    ["let x = [ x ]; in toString x", NO_END],
    ["let x = { outPath = x; }; in toString x", NO_END],
    ["let x = { __toString = s: s; }; in toString x", NO_END],
    ["let x = { a = x; }; y = { a = y; }; in x == y", NO_END],
    ["let x = [ x 1 ]; y = [ y 2 ]; in x < y", NO_END],
    ["let x = { a = x; }; in x == x", "true"],
    ["let x = { a = x; }; in builtins.deepSeq x x", "{ a = «repeated»; }"],
  ])("%s", async (text, expected) => {
    const bytes = Buffer.from(await result(text, { maxCallDepth: 10_000 }), "latin1");
    expect(bytes.toString()).toBe(expected);
  });
});

describe("what is too much", () => {
  test.each([
    "builtins.genList (x: x) 1000000000",
    "builtins.length (builtins.genList (x: x) 9223372036854775807)",
    "builtins.length (builtins.foldl' (a: b: a ++ a) [ 1 ] (builtins.genList (x: x) 40))",
    "let xs = builtins.genList (x: x) 65536; in builtins.concatLists (builtins.genList (_: xs) 40000)",
    "let xs = builtins.genList (x: x) 65536; in builtins.concatMap (_: xs) (builtins.genList (x: x) 65537)",
    `builtins.stringLength ${doubled(40)}`,
    `builtins.stringLength (builtins.concatStringsSep ${doubled(27)} [ 1 2 3 ])`.replace("1 2 3", '"" "" "" ""'),
    `builtins.replaceStrings [ "a" ] [ ${repeated("a", 50_000)} ] ${repeated("a", 50_000)}`,
    `builtins.toFile "a" ${doubled(29)}`,
    `builtins.toXML (let x = [ x ]; in x)`,
  ])("%s", async (text) => expect(await result(text)).toBe("memory-limit"));
});

describe("regular expressions", () => {
  test.each([
    [`builtins.match "(a*)*b" ${repeated("a", 10_000)}`, /^null$/u],
    [`builtins.match "(a|a)*(a|a)*(a|a)*b" ${repeated("a", 2000)}`, /^null$/u],
    [`builtins.length (builtins.split "(a|b|ab)*c" ${repeated("ab", 5000)})`, /^1$/u],
    ['builtins.match "((a{0,100}){0,100}){0,100}" "aaaa"', /^memory limit exceeded by regular expression/u],
    [`builtins.match ${repeated("(", 100_000)} "a"`, /^(?:memory limit exceeded by|invalid) regular expression/u],
  ])("%s", async (text, expected) => {
    expect(await result(text)).toMatch(expected);
  });
});

describe("documents", () => {
  const brackets = (count: number): string => `${repeated("[", count)} + ${repeated("]", count)}`;
  test.each([
    [`builtins.length (builtins.fromJSON (${brackets(100_000)}))`, /^1$/u],
    [`builtins.fromTOML ("a = " + ${brackets(100_000)})`, /nested more than 1000 levels deep$/u],
    [`builtins.attrNames (builtins.fromTOML ("a" + ${repeated(".a", 20_000)} + " = 1"))`, /^\[ "a" \]$/u],
    [`builtins.fromJSON ${repeated("9", 100_000)}`, /number overflow/u],
    ["builtins.stringLength (builtins.toJSON (builtins.genList (x: { a = x; }) 50000))", /^588891$/u],
  ])("%s", async (text, expected) => {
    expect(await result(text)).toMatch(expected);
  });
});

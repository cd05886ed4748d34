/** Why derivations differ: expressions with two sides, and what is found. */

import { expect, test } from "vitest";
import { runEvaluation } from "../../src/evaluation.ts";
import { type DerivationGraph, findCauses, type ShownDerivation } from "../../src/store/index.ts";

const make = 'make = name: more: derivation ({ inherit name; system = "s"; builder = "b"; } // more);';

test.each([
  ["nothing differs", 'x: make "top" { a = make "low" { }; }', []],
  [
    "the cause is far below",
    'x: make "top" { a = make "middle" { b = make "low" { inherit x; }; }; }',
    ["top/middle/low: variable x"],
  ],
  [
    "a cause is told once, by its shortest way",
    'x: let low = make "low" { inherit x; }; in make "top" { a = make "middle" { inherit low; }; b = low; }',
    ["top/low: variable x"],
  ],
  [
    "the way goes on below a cause",
    'x: make "top" { inherit x; a = make "low" { inherit x; }; }',
    ["top: variable x", "top/low: variable x"],
  ],
  [
    "inputs with one name are told apart by their places",
    'x: make "top" { a = make "low" { y = x; }; b = make "low" { z = x; }; }',
    ["top/low: variable y", "top/low: variable z"],
  ],
  [
    "an input of another version",
    'x: make "top" { a = make "low-1.${x}" { }; b = [ (make "low-b-${x}" { }) (make "c-b" { inherit x; }) ]; }',
    ["top/c-b: variable x", "top/low-1.1: name, variable name", "top/low-b-1: name, variable name"],
  ],
  [
    "an input that only one side has",
    'x: make "top" { args = if x == "1" then [ ] else [ (make "low" { }) ]; }',
    ["top: argument 1, input low.drv"],
  ],
  ["a source", 'x: make "top" { a = "${builtins.toFile "file" x}/bin"; }', ["top: source file"]],
  [
    "a hash",
    'x: make "top" { a = make "fixed" { outputHash = builtins.hashString "sha256" x; outputHashAlgo = "sha256"; }; }',
    ["top/fixed: variable outputHash, output out"],
  ],
  [
    "another way to the same content",
    'x: make "top" { a = make "fixed" { inherit x; outputHash = builtins.hashString "sha256" ""; outputHashAlgo = "sha256"; }; }',
    ["top/fixed: variable x"],
  ],
  [
    "another output",
    'x: let low = make "low" { outputs = [ "1" "2" ]; }; in make "top" { a = low.${x}; }',
    ["top: variable a, input low.drv"],
  ],
  ["attributes in JSON", 'x: make "top" { __structuredAttrs = true; a.b = [ x ]; c = 1; }', ["top: variable a"]],
  [
    "a digit that JSON loses",
    'x: make "top" { __structuredAttrs = true; a = if x == "1" then 9007199254740992 else 9007199254740993; }',
    ["top: variable __json"],
  ],
  [
    "several at the top",
    'x: [ (make "a" { }) (make "b" { inherit x; }) (make "c-${x}" { }) ]',
    ["b: variable x", "c-1: name, variable name"],
  ],
  [
    "one more at the top",
    'x: [ (make "a" { }) ] ++ (if x == "1" then [ ] else [ (make "b" { }) (make "c" { }) ])',
    [": input b.drv, input c.drv"],
  ],
])("%s", (_what, side, causes) => {
  expect(found(graphOf(side, "1"), graphOf(side, "2"))).toEqual(causes);
});

test("what is not known is told", () => {
  const side = 'x: make "top" { a = make "low" { inherit x; }; }';
  expect(found(graphOf(side, "1", "derivations"), graphOf(side, "2"))).toEqual([
    "top: variable a",
    "top/low: unread low.drv",
  ]);
});

function found(a: DerivationGraph, b: DerivationGraph): string[] {
  return Array.from(findCauses(a, b), ({ way, differences }) => {
    const names = way.map((pair) => pair.a.replace(/^.*?-(.*)\.drv$/, "$1"));
    return `${names.join("/")}: ${differences.map(({ kind, name }) => `${kind} ${name}`.trim()).join(", ")}`;
  });
}

function graphOf(
  side: string,
  x: string,
  output: "derivations" | "derivation-closure" = "derivation-closure",
): DerivationGraph {
  const text = Buffer.from(`let ${make} in (${side}) "${x}"`);
  const reply = runEvaluation(
    {
      expression: { kind: "text", text, name: "here", folder: "/" },
      selections: [""],
      args: [],
      output,
      strict: false,
      location: false,
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  const { roots, texts } = reply.derivations!;
  return {
    roots,
    read: (path) => (texts.has(path) ? (JSON.parse(texts.get(path)!) as ShownDerivation) : undefined),
  };
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { type EvalFailure, forgetValues, runEvaluation } from "../../src/evaluation.ts";

const folder = mkdtempSync(path.join(tmpdir(), "nivose-failure-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(path.join(folder, "lib"));
const library = `
{ modules, prefix ? [ ], ... }@whole:
let
  options = { a = 1; inherit (whole) modules; };
  check = if prefix == [ ] then throw "no prefix" else rec { options = 3; wrong = options.x; };
  inner = with { q = 1; }; f: [ { value = builtins.seq (f q) (throw "inside"); } ];
in
{ inherit check; deep = (builtins.head (inner (x: x))).value; self = let x = x; in x; }
`;
writeFileSync(path.join(folder, "lib/sums.nix"), library);

const apply = `{ attempt, text, options, prefix, ... }: {
  inherit prefix text; names = builtins.attrNames options; bad = (attempt (throw "it")).error;
}`;

function fail(text: string, names = ["options", "prefix"], question = apply): EvalFailure {
  forgetValues();
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(text), name: "test", folder },
      selections: [""],
      args: [],
      output: "value",
      strict: true,
      location: false,
      onFailure: { file: "/lib/sums.nix", names: [names, ["whole"]], apply: Buffer.from(question) },
      settings: {},
    },
    () => {},
  );
  if (reply.ok) throw new Error(reply.output);
  return reply.failure;
}

const told = (failure: EvalFailure): unknown => (failure.told === undefined ? undefined : JSON.parse(failure.told));
const imported = `import ./lib/sums.nix`;

it("tells what variables were where it failed", () => {
  expect(told(fail(`(${imported} { modules = [ ]; }).check`))).toEqual({
    prefix: [],
    text: "no prefix",
    names: ["a", "modules"],
    bad: "it",
  });
});

it("finds them behind what opens a scope in between", () => {
  expect(told(fail(`(${imported} { modules = [ ]; prefix = [ "p" ]; }).deep`))).toMatchObject({
    prefix: ["p"],
    text: "inside",
    names: ["a", "modules"],
  });
});

it("finds them where something needs itself", () => {
  expect(told(fail(`(${imported} { modules = [ ]; prefix = [ ]; }).self`))).toMatchObject({ prefix: [] });
});

it("takes the innermost variable of a name", () => {
  expect(
    told(fail(`(${imported} { modules = [ ]; prefix = [ "p" ]; }).check.wrong`, ["options"], "v: v.options")),
  ).toBe(3);
});

it("tells nothing where there are none, or if the question fails", () => {
  expect(told(fail(`(${imported} { modules = [ ]; }).check`, ["options", "other"]))).toBeUndefined();
  expect(told(fail(`throw "elsewhere"`))).toBeUndefined();
  expect(
    told(fail(`(${imported} { modules = [ ]; }).check`, ["options"], `{ options, ... }: options.b`)),
  ).toBeUndefined();
});

it("tells the names that there are, where one that there is not was asked for", () => {
  expect(fail(`{ aa = 1; bcd = 2; }.bce`).names).toEqual(["aa", "bcd"]);
  expect(fail(`with { outer = 1; }; with { inner = 2; }; otter`).names).toEqual(["inner", "outer"]);
  expect(fail(`({ a, b ? 1 }: a) { a = 1; c = 2; }`).names).toEqual(["a", "b"]);
  expect(fail(`throw "x"`).names).toBeUndefined();
});

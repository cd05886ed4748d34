import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { heap, HEAP_WORDS, heapUse } from "../../src/eval/memory/heap.ts";
import { type EvalReply, type EvalRequest, forgetValues, runEvaluation } from "../../src/evaluation.ts";

const folder = mkdtempSync(path.join(tmpdir(), "nivose-watched-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(path.join(folder, "lib"));
const library = `
let
  other = a: a;
  ignore = a: b: b;
  add = at: b: if at == [ "three" ] then throw "three" else { sum = builtins.length at + b; };
  taken = { a }: a;
  inLet = let two = 2; in a: b: a * two + b;
in { inherit add ignore inLet other taken; twice = map (add [ "one" ]); }
`;
for (const name of ["lib/sums.nix", "sums.nix"]) writeFileSync(path.join(folder, name), library);

function run(text: string, apply: string, names: readonly string[] | undefined): EvalReply {
  forgetValues();
  const request: EvalRequest = {
    expression: { kind: "text", text: Buffer.from(text), name: "test", folder },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    apply: Buffer.from(apply),
    ...(names === undefined ? {} : { watch: { file: "/lib/sums.nix", names } }),
    settings: {},
  };
  return runEvaluation(request, () => {});
}

function explain(text: string, apply: string, names: readonly string[] = ["add"]): unknown {
  const reply = run(text, apply, names);
  if (!reply.ok) throw new Error(reply.failure.text);
  return JSON.parse(reply.output);
}

const sums = `let s = import ./lib/sums.nix; in map (x: x.sum) (s.twice [ 10 20 ]) ++ [ (s.add [ "a" "b" ] 6).sum ]`;
const read = `i: value: builtins.deepSeq value (map (c: c // { same = i.isSame c.result c.result; }) (i.calls "add" [ "one" ] ++ i.calls "add" [ "a" "b" ] ++ i.calls "add" [ ]))`;

it("tells the calls of a function with what was passed and returned", () => {
  expect(explain(sums, read)).toEqual([
    { arguments: [["one"], 10], result: { sum: 11 }, same: true },
    { arguments: [["one"], 20], result: { sum: 21 }, same: true },
    { arguments: [["a", "b"], 6], result: { sum: 8 }, same: true },
  ]);
});

it("tells a value from one that is only equal", () => {
  const apply = `i: _: let a = { x = 1; }; in [ (i.isSame a a) (i.isSame a { x = 1; }) (i.isSame a a.x) ]`;
  expect(explain("1", apply)).toEqual([true, false, false]);
});

it("goes on past any error", () => {
  const apply = `i: _: map i.attempt [ (throw "no") (1 + "a") ({ }.a) (let x = x; in x) 2 ]`;
  expect(explain("1", apply)).toMatchObject([
    { success: false, error: "no" },
    { success: false, error: expect.stringContaining("cannot add a string to an integer") },
    { success: false, error: "attribute 'a' missing" },
    { success: false, error: "infinite recursion encountered" },
    { success: true, value: 2 },
  ]);
});

it("says where an error is, and which names were near to one that is not there", () => {
  writeFileSync(
    path.join(folder, "wrong.nix"),
    `let\n  pkgs = { hello = 1; jq = 2; };\nin\n[ pkgs.helo (with pkgs; helo) (throw "no") 2 ]\n`,
  );
  const file = path.join(folder, "wrong.nix");
  expect(explain("import ./wrong.nix", `i: list: map (it: removeAttrs (i.examine it) [ "value" ]) list`)).toEqual([
    {
      success: false,
      error: "attribute 'helo' missing",
      place: { file, line: 4, column: 3, end: expect.any(Number), start: expect.any(Number) },
      lookup: { wanted: "helo", near: ["hello"] },
    },
    {
      success: false,
      error: "undefined variable 'helo'",
      place: { file, line: 4, column: 25, end: expect.any(Number), start: expect.any(Number) },
      lookup: { wanted: "helo", near: ["hello"] },
    },
    { success: false, error: "no", place: null, lookup: null },
    { success: true },
  ]);
});

it("notes no call that failed, and none of a file or a function that was not asked for", () => {
  const text = `let s = import ./lib/sums.nix; t = import ./sums.nix; in (builtins.tryEval (s.add [ "three" ] 3)).success || (t.add [ "one" ] 1).sum == s.other 1`;
  expect(
    explain(text, `i: value: [ value ] ++ i.calls "add" [ "one" ] ++ i.calls "add" [ "three" ] ++ i.calls "other" [ ]`),
  ).toEqual([false]);
});

it("goes on past arguments that cannot be evaluated", () => {
  const text = `let s = import ./lib/sums.nix; in s.ignore (throw "no") 1 + s.ignore [ "two" ] 5`;
  expect(explain(text, `i: value: [ value ] ++ i.calls "ignore" [ "two" ]`, ["ignore"])).toEqual([
    6,
    { arguments: [["two"], 5], result: 5 },
  ]);
});

it("watches no function that takes its argument apart, or that is not there", () => {
  const text = `(import ./lib/sums.nix).taken { a = 1; }`;
  expect(explain(text, `i: value: [ value ] ++ i.allCalls "taken" ++ i.allCalls "none"`, ["taken", "none"])).toEqual([
    1,
  ]);
});

it("watches a function inside of a let, and tells all calls of one", () => {
  const text = `let s = import ./lib/sums.nix; in s.inLet 3 4 + s.inLet 5 6`;
  expect(explain(text, `i: value: [ value ] ++ map (c: c.result) (i.allCalls "inLet")`, ["inLet"])).toEqual([
    26, 10, 16,
  ]);
});

it("leaves nothing behind for other evaluations", () => {
  const plain = (): EvalReply => run(sums, "value: value", undefined);
  const before = plain();
  const words = heap.slice(codeStart(), HEAP_WORDS);
  explain(sums, read);
  expect(plain()).toMatchObject({ ok: true, output: (before as { output: string }).output });
  const code = heap.subarray(HEAP_WORDS - words.length);
  const changed = [...words.keys()].filter((index) => words[index] !== code[index]);
  expect(changed).toEqual([]);
  expect(explain(sums, read)).toHaveLength(3);
});

/** Where the code begins that there is now: values take the beginning of the heap. */
function codeStart(): number {
  const lowest = HEAP_WORDS - heapUse();
  let start = Math.max(lowest, HEAP_WORDS - (1 << 16));
  while (heap[start] === 0) start++;
  return start;
}

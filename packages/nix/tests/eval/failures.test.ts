import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { type EvalReply, type EvalRequest, forgetValues, runEvaluation } from "../../src/evaluation.ts";

const printed: string[] = [];

function run(text: string, apply: string): EvalReply {
  printed.length = 0;
  const request: EvalRequest = {
    expression: { kind: "text", text: Buffer.from(text), name: "test", folder: tmpdir() },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    apply: Buffer.from(apply),
    watch: { file: "/none.nix", names: [] },
    settings: {},
  };
  return runEvaluation(request, (line) => printed.push(line));
}

function explain(text: string, apply: string): unknown {
  forgetValues();
  const reply = run(text, apply);
  if (!reply.ok) throw new Error(reply.failure.text);
  return JSON.parse(reply.output);
}

/** Three values that need one that fails; what is written down says how often it is evaluated. */
const failing = `
rec {
  suggestion = builtins.trace "long" (throw "no such package");
  package = [ suggestion ];
  option = builtins.deepSeq package 1;
  outer = { value = builtins.addErrorContext "while asking" (option + 1); };
}`;

it("evaluates once what fails, whoever asks for it", () => {
  const values = "[ value.outer.value value.option (builtins.deepSeq value.package 1) (value.suggestion + 1) ]";
  const apply = `i: value: map (it: (i.attempt it).error) ${values} ++ [ (i.examine value.option).error ]`;
  expect(explain(failing, apply)).toEqual(Array.from({ length: 5 }, () => "no such package"));
  expect(printed).toEqual(["trace: long"]);
});

it("has the whole way to an error that comes again", () => {
  const failureAfter = (attempts: string): unknown => {
    forgetValues();
    const reply = run(
      failing,
      `i: value: builtins.deepSeq (map (it: (i.attempt it).success) [ ${attempts} ]) value.outer.value`,
    );
    if (reply.ok) throw new Error(reply.output);
    const { kind, text, at, trace } = reply.failure;
    const isOfValue = ({ place }: (typeof trace)[number]): boolean =>
      place?.text === undefined || Buffer.from(place.text).toString() === failing;
    return { kind, text, at, steps: trace.filter(isOfValue) };
  };
  const first = failureAfter("");
  expect(first).toMatchObject({ kind: "throw", text: "no such package" });
  expect(first).toHaveProperty("steps.4");
  expect(failureAfter("value.outer.value")).toEqual(first);
  // piece by piece, from the inside out: each has remembered no more than what was under way
  expect(failureAfter("(builtins.head value.package) value.option value.outer.value")).toEqual(first);
});

it("remembers nothing that fails only because of who asks", () => {
  const text = `i: _: let inner = (i.attempt outer).success; outer = if inner then 1 else 2; in [ inner outer ]`;
  expect(explain("1", text)).toEqual([false, 2]);
});

it("forgets what has failed with the evaluation", () => {
  const ask = `i: value: (i.attempt value.option).error`;
  explain(failing, ask);
  expect(printed).toEqual(["trace: long"]);
  expect(run(failing, ask)).toMatchObject({ ok: true });
  expect(printed).toEqual(["trace: long"]);
});

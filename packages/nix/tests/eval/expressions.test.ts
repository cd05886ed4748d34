/** Our evaluator on the list of expressions. `UPDATE=1` writes what it gives; real Nix has the last word, next door. */

import { expect, test } from "vitest";
import { type EvalRequest, runEvaluation } from "../../src/evaluation.ts";
import { expectedResults, expressions, writeExpected } from "./expressions.ts";

export function evaluated(text: string): string {
  const request: EvalRequest = {
    expression: {
      kind: "text",
      text: Buffer.from(` ${text}`),
      name: Buffer.from("«string»").toString("latin1"),
      folder: "/",
    },
    selections: [""],
    args: [],
    output: "value",
    strict: true,
    location: false,
    maxCallDepth: 200,
    settings: {},
  };
  const reply = runEvaluation(request, () => {});
  const result = reply.ok ? reply.output.trimEnd() : `error: ${reply.failure.text.split("\n")[0]}`;
  return Buffer.from(result, "latin1").toString();
}

if (process.env["UPDATE"] === "1") {
  writeExpected(Object.fromEntries(expressions().map((text) => [text, evaluated(text)])));
}

const expected = expectedResults();

test.each(expressions())("%s", (text) => {
  expect(evaluated(text)).toBe(expected[text]);
});

test("every expectation has its expression", () => {
  expect(Object.keys(expected)).toEqual(expressions());
});

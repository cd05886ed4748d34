/** `UPDATE=1` writes what our evaluator gives; real Nix has the last word, next door. */

import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runEvaluation } from "../../src/evaluation.ts";
import { expectedFile, expectedResults, expressions, folder, withoutFolder } from "./expressions.ts";

if (process.env["UPDATE"] === "1") {
  const results = Object.fromEntries(expressions().map((text) => [text, evaluated(text)]));
  writeFileSync(expectedFile, `${JSON.stringify(results, null, 2)}\n`);
}

const expected = expectedResults();

test.each(expressions())("%s", (text) => {
  expect(evaluated(text)).toBe(expected[text]);
});

test("every expectation has its expression", () => {
  expect(Object.keys(expected)).toEqual(expressions());
});

function evaluated(text: string): string {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(text), name: "here", folder },
      selections: [""],
      args: [],
      output: "value",
      strict: true,
      location: false,
      settings: { nixStore: [] },
    },
    () => {},
  );
  const result = reply.ok ? reply.output.trimEnd() : `error: ${reply.failure.text}`;
  return withoutFolder(Buffer.from(result, "latin1").toString());
}

/** What our evaluator says of expressions that fail, beside what Nix was seen to say. */

import { describe, expect, test } from "vitest";
import { type Answer } from "../../../conformance/nix-errors.ts";
import { errorCases, ourAnswer, recordedAnswers } from "./cases.ts";

describe.each([...errorCases()])("%s", (family, expressions) => {
  test("fail with Nix's words", () => {
    const wanted = Object.entries(recordedAnswers(family)).map(([expression, answer]) => [expression, words(answer)]);
    // the stack of a test's thread is small
    const ours = expressions.map((expression) => [expression, words(ourAnswer(expression, 200))]);
    expect(ours).toEqual(wanted);
  });
});

function words(answer: Answer): unknown {
  if ("value" in answer) return answer;
  const { text, hint, printed } = answer;
  return { text, hint, printed };
}

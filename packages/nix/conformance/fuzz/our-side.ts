/** Our evaluator on a file of cases. */

import { type EvalReply, type EvalRequest, runEvaluation } from "../../src/evaluation.ts";
import { caseName, mark, type Outcome, valueIn } from "./cases.ts";

export interface Question {
  readonly file: string;
  readonly maxCallDepth: number;
  readonly home: string;
}

/** Evaluates one case in this thread. */
export function evaluateCase({ file, maxCallDepth, home }: Question, index: number): Outcome {
  const request: EvalRequest = {
    expression: { kind: "file", path: file },
    selections: [caseName(index)],
    args: [],
    output: "raw",
    strict: false,
    location: false,
    maxCallDepth,
    settings: { home, traceVerbose: false },
  };
  const printed: string[] = [];
  let reply: EvalReply;
  try {
    reply = runEvaluation(request, (line) => printed.push(line));
  } catch (error) {
    return { printed, result: { kind: "crash", text: error instanceof Error ? error.stack! : String(error) } };
  }
  if (printed[0] === `trace: ${mark(index)}`) printed.shift();
  if (reply.ok) return { printed, result: { kind: "value", text: valueIn(reply.output)?.value ?? reply.output } };
  const { kind } = reply.failure;
  // of text that is not Nix we say something else
  const said = reply.failure.text;
  const text = kind === "syntax" && !said.startsWith("undefined variable") ? "syntax error" : said;
  return {
    printed,
    result: { kind: kind === "stack-overflow" && text.includes("possible") ? "crash" : "error", text },
  };
}

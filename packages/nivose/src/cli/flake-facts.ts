/** What is asked of a whole flake. */

import type { EvalRequest, FlakeFacts, FlakeFormat } from "@nivose/nix/evaluation";
import type { Context } from "./context.ts";
import { evaluate } from "./evaluate.ts";
import type { EvaluationFlags } from "./evaluation-flags.ts";
import { typedFlake, optionsFor, readEvaluation } from "./evaluation-options.ts";
import type { ExitCode } from "./exit-codes.ts";
import { refuse } from "./refuse.ts";

/** The facts, or the status with which the verb ends. */
export async function askFlake(
  word: string | undefined,
  output: FlakeFormat,
  more: Pick<EvalRequest, "show" | "updates">,
  flags: EvaluationFlags,
  context: Context,
): Promise<FlakeFacts | ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const expression = await typedFlake(word ?? ".", flags, context);
  const request: EvalRequest = {
    ...optionsFor(expression, options),
    ...more,
    expression,
    output,
    strict: false,
    location: false,
  };
  const reply = await evaluate(request, options, context);
  return typeof reply === "number" ? reply : reply.flake!;
}

/** `nivose eval`. */

import type { EvalStatistics, OutputFormat } from "@nivose/nix/evaluation";
import { type Context, layoutOf } from "../context.ts";
import { evaluate } from "../evaluate.ts";
import { ExitCode } from "../exit-codes.ts";
import { type EvaluationFlags, expressionsOf, readEvaluation } from "../evaluation-request.ts";
import { refuse } from "../refuse.ts";

interface EvalFlags extends EvaluationFlags {
  readonly strict: boolean;
  readonly json: boolean;
  readonly xml: boolean;
  readonly raw: boolean;
  readonly noLocation: boolean;
  readonly stats: boolean;
}

export async function run(context: Context, flags: EvalFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const rendering = { output: outputOf(flags), strict: flags.strict, location: !flags.noLocation };
  const expressions = await expressionsOf(words, flags.expr, context);
  for (const expression of expressions) {
    const started = context.now();
    const reply = await evaluate({ ...options, ...rendering, expression }, flags, context);
    if (typeof reply === "number") return reply;
    context.stdout.write(Buffer.from(reply.output, "latin1"));
    await context.stdout.drained();
    if (flags.stats) tellStatistics(reply.statistics, context.now() - started, context);
  }
  return ExitCode.ok;
}

function tellStatistics({ heapBytes }: EvalStatistics, milliseconds: number, context: Context): void {
  const { stderr } = context;
  const megabytes = (heapBytes / 2 ** 20).toFixed(1);
  stderr.write(layoutOf(context, stderr).style.faint(`evaluated in ${milliseconds} ms, ${megabytes} MiB of heap\n`));
}

function outputOf({ json, xml, raw }: EvalFlags): OutputFormat {
  if (json) return "json";
  if (xml) return "xml";
  return raw ? "raw" : "value";
}

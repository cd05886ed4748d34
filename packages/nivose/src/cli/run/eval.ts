/** `nivose eval`. */

import type { EvalStatistics, OutputFormat } from "@nivose/nix/evaluation";
import { type Context, layoutOf } from "../context.ts";
import { evaluate } from "../evaluate.ts";
import { ExitCode } from "../exit-codes.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { expressionsOf, optionsFor, readEvaluation } from "../evaluation-options.ts";
import { refuse } from "../refuse.ts";

interface EvalFlags extends EvaluationFlags {
  readonly strict: boolean;
  readonly json: boolean;
  readonly xml: boolean;
  readonly raw: boolean;
  readonly noLocation: boolean;
  readonly stats: boolean;
  readonly apply?: string;
}

export async function run(context: Context, flags: EvalFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const rendering = { output: outputOf(flags), strict: flags.strict, location: !flags.noLocation };
  const apply = flags.apply === undefined ? {} : { apply: Buffer.from(flags.apply) };
  const expressions = await expressionsOf(words, flags, context);
  for (const expression of expressions) {
    const started = context.now();
    const request = { ...optionsFor(expression, options), ...rendering, ...apply, expression };
    const reply = await evaluate(request, options, context);
    if (typeof reply === "number") return reply;
    context.stdout.write(Buffer.from(reply.output, "latin1"));
    await context.stdout.drained();
    if (flags.stats) tellStatistics(reply.statistics, context.now() - started, context);
  }
  return ExitCode.ok;
}

function tellStatistics(statistics: EvalStatistics, milliseconds: number, context: Context): void {
  const { stderr } = context;
  const { heapBytes, files, texts, shapes, names } = statistics;
  const counts = `${files} files, ${texts} texts, ${shapes} shapes of sets, ${names} names`;
  const line = `evaluated in ${milliseconds} ms: ${(heapBytes / 2 ** 20).toFixed(1)} MiB of heap, ${counts}\n`;
  stderr.write(layoutOf(context, stderr).style.faint(line));
}

function outputOf({ json, xml, raw }: EvalFlags): OutputFormat {
  if (json) return "json";
  if (xml) return "xml";
  return raw ? "raw" : "value";
}

/** `nivose derivation diff`. */

import { type Cause, type DerivationGraph, findCauses } from "@nivose/nix/store";
import { causesAsJson, causesAsText } from "../../report/derivation-causes.ts";
import { type Context, layoutOf } from "../context.ts";
import { readSide, sidesOf } from "../derivation-sides.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import { ExitCode } from "../exit-codes.ts";
import { refuse } from "../refuse.ts";

interface DiffFlags extends EvaluationFlags {
  readonly json: boolean;
}

export async function run(context: Context, flags: DiffFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const sides = sidesOf(words, flags.attr ?? []);
  if ("code" in sides) return refuse(sides, context);
  const graphs: DerivationGraph[] = [];
  for (const side of sides) {
    const graph = await readSide(side, options, flags, context);
    // as `diff` does it: 1 says that both are there and differ
    if (typeof graph === "number") return graph === ExitCode.failure ? ExitCode.usage : graph;
    if ("code" in graph) return refuse(graph, context);
    graphs.push(graph);
  }
  const [a, b] = graphs as [DerivationGraph, DerivationGraph];
  const causes: Cause[] = [...findCauses(a, b)];
  const { stdout } = context;
  if (flags.json) stdout.write(`${JSON.stringify(causesAsJson(a.roots, b.roots, causes), undefined, 2)}\n`);
  else stdout.write(await causesAsText(causes, layoutOf(context, stdout)));
  return causes.length === 0 ? ExitCode.ok : ExitCode.failure;
}

/** `nivose derivation show`. */

import { joinDerivations } from "@nivose/nix/evaluation";
import type { Context } from "../context.ts";
import { evaluate } from "../evaluate.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { expressionsOf, optionsFor, readEvaluation } from "../evaluation-options.ts";
import { ExitCode } from "../exit-codes.ts";
import { refuse } from "../refuse.ts";

interface ShowFlags extends EvaluationFlags {
  readonly recursive: boolean;
}

export async function run(context: Context, flags: ShowFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const output = flags.recursive ? "derivation-closure" : "derivations";
  const shown = new Map<string, string>();
  for (const expression of await expressionsOf(words, flags, context)) {
    const request = {
      ...optionsFor(expression, options),
      expression,
      output,
      strict: false,
      location: false,
    } as const;
    const reply = await evaluate(request, options, context);
    if (typeof reply === "number") return reply;
    for (const [path, text] of reply.derivations!.texts) shown.set(path, text);
  }
  context.stdout.write(Buffer.from(`${joinDerivations(shown)}\n`, "latin1"));
  return ExitCode.ok;
}

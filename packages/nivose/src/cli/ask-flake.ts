/** Asks for outputs of the flakes of a repository, in a thread that is kept from one question to the next. */

import path from "node:path";
import { EvaluationSession } from "@nivose/nix/engine";
import type { EvalRequest } from "@nivose/nix/evaluation";
import { fromByteText, toByteText } from "../report/byte-text.ts";
import { advise } from "../advice/advise.ts";
import { localFailure } from "../advice/places/local-failure.ts";
import type { AskFlake } from "../fleet/discover.ts";
import type { Context } from "./context.ts";
import { type EvaluationOptions, flakeExpression, optionsFor } from "./evaluation-options.ts";
import { logLine } from "./log-line.ts";

export interface FlakeQuestions {
  readonly ask: AskFlake;
  readonly end: () => Promise<void>;
}

export function openQuestions(
  root: string,
  options: EvaluationOptions,
  flags: { readonly overrideInput?: readonly string[] },
  context: Context,
): FlakeQuestions {
  const { stderr } = context;
  const session = new EvaluationSession();
  const told = new Set<string>();
  const onTrace = (line: string): void => {
    // each question opens the flake anew, and would warn of it again
    if (told.has(line)) return;
    told.add(line);
    stderr.write(Buffer.from(`${logLine(line, stderr.isTerminal)}\n`, "latin1"));
  };
  const ask: AskFlake = async (flake, fragment, apply, watch) => {
    const expression = {
      ...flakeExpression(path.join(root, flake), flags.overrideInput),
      fragment: toByteText(fragment),
    };
    const request: EvalRequest = {
      ...optionsFor(expression, options),
      expression,
      apply: Buffer.from(apply),
      output: "json",
      strict: true,
      location: false,
      ...(watch === undefined ? {} : { watch }),
    };
    const reply = await session.evaluate(request, { onTrace });
    if (!reply.ok) {
      const advice = await advise(localFailure(reply.failure));
      return {
        ok: false,
        problem: fromByteText(reply.failure.text),
        isLimit: reply.failure.kind === "limit",
        ...(advice === undefined ? {} : { advice }),
      };
    }
    const copies = Object.entries(reply.copies ?? {}).map(([copy, folder]) => [copy, fromByteText(folder)] as const);
    return {
      ok: true,
      value: JSON.parse(fromByteText(reply.output)),
      files: (reply.files ?? []).map(fromByteText),
      copies: Object.fromEntries(copies),
    };
  };
  return { ask, end: () => session.end() };
}

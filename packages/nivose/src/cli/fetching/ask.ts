/**
 * Asks something of a whole flake, and fetches what is not here until there is an answer. Who evaluates uses no network: it
 * names what is missing, and is asked again when it is there.
 */

import type { FetchedInput, FlakeFacts, EvalRequest, FlakeFormat, MissingSource } from "@nivose/nix/evaluation";
import { EvaluationSession } from "@nivose/nix/engine";
import { FetchError } from "@nivose/nix/fetch";
import { fromByteText, toByteText } from "../../report/byte-text.ts";
import type { Context } from "../context.ts";
import { tellFailure } from "../eval-failure.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { flakeExpression, optionsFor, readEvaluation } from "../evaluation-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { logLine } from "../log-line.ts";
import { refuse } from "../refuse.ts";
import type { Fetching } from "./fetching.ts";

export interface Question {
  readonly word: string | undefined;
  readonly output: FlakeFormat;
  readonly more: Partial<EvalRequest>;
  /** Whether something that is missing is to be fetched. */
  readonly fetches: (missing: MissingSource) => boolean;
}

/** The answer, or the status with which the verb ends. */
export async function askAndFetch(
  { word, output, more, fetches }: Question,
  fetching: Fetching,
  flags: EvaluationFlags,
  context: Context,
): Promise<FlakeFacts | ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const expression = flakeExpression(word ?? ".", flags, context);
  let request: EvalRequest = {
    ...optionsFor(expression, options),
    ...more,
    expression,
    output,
    strict: false,
    location: false,
  };
  const { programTimeout = 0 } = request.settings;
  const time = programTimeout === 0 ? undefined : programTimeout * 1000;
  const onTrace = tellOnce(context);
  const session = new EvaluationSession();
  const tried = new Set<string>();
  try {
    for (;;) {
      const reply = await session.evaluate(request, { time, onTrace });
      if (reply.ok) return reply.flake!;
      const { missing } = reply.failure;
      const key = missing === undefined ? "" : keyOf(missing);
      if (missing === undefined || tried.has(key) || !fetches(missing))
        return tellFailure(reply.failure, options.showTrace, context);
      tried.add(key);
      // like what fails when it is evaluated, this is told to people, whatever the result is for
      const findings = new Findings(context, context.stderr);
      const brought = await bring(missing, request, fetching, findings);
      if (brought === "failed") return findings.exitCode;
      request = brought;
    }
  } finally {
    await session.end();
  }
}

/** The request with what was fetched for it. */
async function bring(
  missing: MissingSource,
  request: EvalRequest,
  fetching: Fetching,
  findings: Findings,
): Promise<EvalRequest | "failed"> {
  try {
    if (missing.kind === "registry") {
      const file = await fetching.registry();
      const { registries = [] } = request.settings;
      return file === undefined
        ? request
        : { ...request, settings: { ...request.settings, registries: [...registries, toByteText(file)] } };
    }
    const wanted = new Map(Object.entries(missing.attributes));
    const { attributes } = await fetching.get(wanted);
    const more: FetchedInput = { wanted, locked: attributes };
    return { ...request, fetched: [...(request.fetched ?? []), more] };
  } catch (error) {
    tellOfInput(error, missing.kind === "source" ? missing.input : "", findings);
    return "failed";
  }
}

/** Adds what went wrong; `input` is the way to the input, as bytes, and empty if it is none. */
export function tellOfInput(error: unknown, input: string, findings: Findings): void {
  if (!(error instanceof FetchError)) throw error;
  const { problem } = error;
  findings.add(input === "" ? problem : { ...problem, text: `input '${fromByteText(input)}': ${problem.text}` });
}

function keyOf(missing: MissingSource): string {
  if (missing.kind === "registry") return "registry";
  return JSON.stringify(missing.attributes, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
}

/** Each question opens the flake anew, and would warn of it again. */
function tellOnce({ stderr }: Context): (line: string) => void {
  const told = new Set<string>();
  return (line) => {
    if (told.has(line)) return;
    told.add(line);
    stderr.write(Buffer.from(`${logLine(line, stderr.isTerminal)}\n`, "latin1"));
  };
}

/** One evaluation for a verb: its traces go to stderr, what goes wrong is told, and what is left is the reply. */

import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { EvalReply, EvalRequest, Expression } from "@nivose/nix/evaluation";
import type { Context } from "./context.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import type { ExitCode } from "./exit-codes.ts";
import { logLine } from "./log-line.ts";

export type Success = Extract<EvalReply, { ok: true }>;

/** The reply, or the status with which the verb ends. What an expression gave before it failed is printed. */
export async function evaluate(
  request: EvalRequest,
  { showTrace }: Pick<EvaluationOptions, "showTrace">,
  context: Context,
): Promise<Success | ExitCode> {
  const { stdout, stderr } = context;
  const onTrace = (line: string): void => {
    stderr.write(Buffer.from(`${logLine(line, stderr.isTerminal)}\n`, "latin1"));
  };
  const { programTimeout = 0 } = request.settings;
  const time = programTimeout === 0 ? undefined : programTimeout * 1000;
  const reply = (await evaluateHere(request, time, onTrace)) ?? (await evaluateAside(request, time, onTrace));
  if (reply.ok) return reply;
  stdout.write(Buffer.from(reply.output, "latin1"));
  await stdout.drained();
  // what tells of failures is half of what the command would have to load
  const { tellFailure } = await import("./eval-failure.ts");
  const { expression } = request;
  const known = expression.kind === "flake" ? (expression.knownSources ?? {}) : {};
  return await tellFailure(reply.failure, showTrace, context, flakeFolder(expression, context), known);
}

/** Of a flake that is named as a folder. */
function flakeFolder(expression: Expression, { cwd }: Context): string | undefined {
  if (expression.kind !== "flake") return undefined;
  const folder = /^(?:path:)?([./][^?#]*|)$/u.exec(Buffer.from(expression.reference, "latin1").toString())?.[1];
  return folder === undefined ? undefined : path.resolve(cwd, folder);
}

type Printer = (line: string) => void;

/** Most expressions are evaluated before a thread would have started; one whose time is limited has to be stopped. */
async function evaluateHere(
  request: EvalRequest,
  time: number | undefined,
  print: Printer,
): Promise<EvalReply | undefined> {
  if (time !== undefined || !looksShort(request.expression)) return undefined;
  // the thread will say that it is missing
  if (!("WebAssembly" in globalThis)) return undefined;
  try {
    const { loadEvaluator } = await import("@nivose/nix/engine/load-evaluator");
    const { evaluator, keepCode } = await loadEvaluator(request.cache?.folder);
    const reply = evaluator.evaluateBriefly(request, print);
    keepCode();
    return reply;
  } catch (error) {
    // there is no room for the evaluator's memory; the thread will say so
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Beyond this, or where other files come in, a thread would be needed in the end. */
const SHORT = 4096;

function looksShort(expression: Expression): boolean {
  if (expression.kind === "flake") return false;
  const text = expression.kind === "text" ? expression.text : contentOf(expression.path);
  return (
    text !== undefined && text.length <= SHORT && !/\bimport\b|<[\w.+-]/u.test(Buffer.from(text).toString("latin1"))
  );
}

/** Nothing for a folder, and for what cannot be read: the evaluation will say why. */
function contentOf(file: string): Uint8Array | undefined {
  try {
    const place = Buffer.from(file, "latin1");
    return statSync(place).isFile() && statSync(place).size <= SHORT ? readFileSync(place) : undefined;
  } catch {
    return undefined;
  }
}

async function evaluateAside(request: EvalRequest, time: number | undefined, onTrace: Printer): Promise<EvalReply> {
  const { evaluate: evaluateInThread } = await import("@nivose/nix/engine");
  return evaluateInThread(request, { time, onTrace });
}

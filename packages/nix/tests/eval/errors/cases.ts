/**
 * Expressions that fail, by family, and what real Nix says of each: `conformance/eval-errors.ts` asks it and writes that
 * down. Relative paths in them go from the folder of the cases.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Answer, withoutMiddle } from "../../../conformance/nix-errors.ts";
import { type EvalFailure, type EvalRequest, runEvaluation, type TracePlace } from "../../../src/evaluation.ts";

export const casesFolder = path.join(import.meta.dirname, "cases");

/** The families and their expressions: one a line, and `#` begins a comment. */
export function errorCases(): Map<string, readonly string[]> {
  const families = readdirSync(casesFolder)
    .filter((name) => name.endsWith(".txt"))
    .toSorted();
  return new Map(families.map((name) => [path.basename(name, ".txt"), lines(path.join(casesFolder, name))]));
}

/** What Nix was seen to say, by expression. The folder of the cases is `/here` in it. */
export function recordedAnswers(family: string): Record<string, Answer> {
  const file = answersFile(family);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8").replaceAll("/here", casesFolder)) as never) : {};
}

export function recordAnswers(family: string, answers: Readonly<Record<string, Answer>>): void {
  writeFileSync(answersFile(family), `${JSON.stringify(answers, null, 1).replaceAll(casesFolder, "/here")}\n`);
}

/** The same from us. */
export function ourAnswer(text: string, maxCallDepth: number): Answer {
  const printed: string[] = [];
  const request: EvalRequest = {
    expression: { kind: "text", text: Buffer.from(` ${text}`), name: latin1("«string»"), folder: latin1(casesFolder) },
    selections: [""],
    args: [],
    output: "value",
    strict: true,
    location: false,
    maxCallDepth,
    settings: { traceVerbose: true },
  };
  const reply = runEvaluation(request, (line) => printed.push(decoded(line)));
  return reply.ok ? { value: decoded(reply.output).replaceAll("\n", "") } : errorAnswer(reply.failure, printed);
}

function errorAnswer({ text, hint, at, trace }: EvalFailure, printed: readonly string[]): Answer {
  const steps = trace.map((step) =>
    decoded(step.place === undefined ? step.text : `${step.text} @ ${placeText(step.place)}`),
  );
  return {
    text: decoded(text),
    ...(hint === undefined ? {} : { hint: decoded(hint) }),
    ...(at === undefined ? {} : { at: decoded(placeText(at)) }),
    trace: withoutMiddle(steps),
    printed,
  };
}

function placeText({ file, text, line, column }: TracePlace): string {
  return text === undefined ? `${file}:${line}:${column}` : `${line}:${column}`;
}

function answersFile(family: string): string {
  return path.join(casesFolder, `${family}.json`);
}

function lines(file: string): string[] {
  const all = readFileSync(file, "utf8").split("\n");
  return all.filter((line) => line !== "" && !line.startsWith("#"));
}

function latin1(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function decoded(text: string): string {
  return Buffer.from(text, "latin1").toString();
}

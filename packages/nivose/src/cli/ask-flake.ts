/**
 * Asks for outputs of the flakes of a repository. What was asked before is answered from what was recorded, everything else
 * is evaluated.
 */

import path from "node:path";
import type { EvalFailure, EvalReply, EvalRequest } from "@nivose/nix/evaluation";
import type { Message } from "@nivose/nix/message";
import { filteredFile, type Trace, TraceChecker } from "@nivose/nix/trace";
import { localFailure } from "../advice/places/local-failure.ts";
import { Sources } from "../advice/places/sources.ts";
import type { AskFlake, FlakeAnswer } from "../fleet/discover.ts";
import { type Evaluate, type FreshAnswer, recorded } from "../fleet/record/recorded.ts";
import { RecordStore } from "../fleet/record/record-store.ts";
import { paperMessages } from "../paper/messages.ts";
import { paperClassOf } from "../paper/other-release.ts";
import { nameOfOtherRelease, type PaperSources, placesOf, unknownOnPaper } from "../paper/unknown.ts";
import { fromByteText, toByteText } from "../report/byte-text.ts";
import type { Context } from "./context.ts";
import type { FlakeFlags } from "./evaluation-flags.ts";
import { type EvaluationOptions, flakeExpression, optionsFor } from "./evaluation-options.ts";
import type { Evaluators } from "./evaluators.ts";
import { logLine } from "./log-line.ts";
import { type PaperFlags, type PaperUse, paperUses, withPaper } from "./paper-use.ts";
import { Progress } from "./progress.ts";
import { buildName, cacheHome } from "./unit-cache.ts";
import { readWorkers, type WorkerFlags } from "./worker-flags.ts";

export interface FlakeQuestions {
  readonly ask: AskFlake;
  /** What is taken from paper for a flake, by its folder. */
  readonly paperOf: (flake: string) => PaperUse;
  readonly end: () => Promise<void>;
}

type QuestionFlags = WorkerFlags & FlakeFlags & PaperFlags;

/** Who evaluates: other threads and processes, as a rule. */
export type Evaluating = Pick<Evaluators, "evaluate" | "end">;

/** A message if the flags make no sense. */
export function openQuestions(
  root: string,
  options: EvaluationOptions,
  flags: QuestionFlags,
  context: Context,
  given?: Evaluating,
): FlakeQuestions | Message {
  if (flags.paper === true && flags.real === true) return paperMessages["paper-and-real"]();
  const workers = readWorkers(flags, context);
  if ("code" in workers) return workers;
  let evaluators = given === undefined ? undefined : Promise.resolve(given);
  const progress = new Progress(context);
  const tell = onceEach((line) => {
    progress.write(Buffer.from(`${logLine(line, context.stderr.isTerminal)}\n`, "latin1"));
  });

  const paperOf = paperUses(root, options.settings, flags, context);

  const evaluate: Evaluate = async (flake, fragment, apply, watch) => {
    progress.expect();
    const paper = paperOf(flake);
    const expression = {
      ...withPaper(flakeExpression(".", flags, context), paper),
      folder: toByteText(path.join(root, flake)),
      fragment: toByteText(fragment),
    };
    const request: EvalRequest = {
      ...optionsFor(expression, options),
      expression,
      apply: Buffer.from(apply),
      output: "json",
      strict: true,
      location: false,
      trace: true,
      ...(watch === undefined ? {} : { watch }),
    };
    const lines: string[] = [];
    const label = fragment === "." ? flake || "the flake" : fragment.replace(/^\.[^.]*\./u, "");
    // whoever finds every answer recorded needs no evaluator
    evaluators ??= import("./evaluators.ts").then((module): Evaluating => new module.Evaluators(workers));
    const reply = await (
      await evaluators
    ).evaluate(
      request,
      (line) => {
        if (watch !== undefined && isOfReading(line)) return;
        if (paper.substitutes.length > 0 && isOfOverrides(line)) return;
        lines.push(line);
        tell(line);
      },
      () => progress.start(label),
    );
    progress.finish(label);
    return await answerOf(reply, lines, path.join(root, flake), paper);
  };

  // what other lock files say is in no trace
  const isTraced = flags.inputsFrom === undefined && flags.referenceLockFile === undefined;
  const store = isTraced ? storeOf(context) : undefined;
  const ask =
    store === undefined
      ? evaluate
      : recorded({ store, evaluate, tell, ...recordingOf(options, flags, { root, paperOf }, context) });
  const asked = new Map<string, Promise<FlakeAnswer>>();
  const askOnce: AskFlake = (...question) => {
    const key = JSON.stringify(question);
    const known = asked.get(key) ?? ask(...question);
    asked.set(key, known);
    return known;
  };
  const end = async (): Promise<void> => {
    progress.end();
    await (await evaluators)?.end();
    store?.prune();
  };
  return { ask: askOnce, end, paperOf };
}

async function answerOf(
  reply: EvalReply,
  lines: readonly string[],
  folder: string,
  paper: PaperUse,
): Promise<FreshAnswer> {
  if (!reply.ok) {
    const { failure } = reply;
    const local = localFailure(failure);
    const unknown = paper.substitutes.length === 0 ? undefined : unknownOnPaper(local, sourcesOf(paper));
    if (unknown !== undefined)
      return { ok: false, problem: `unknown on paper: ${fromByteText(unknown)}`, isLimit: true };
    const { advise } = await import("../advice/advise.ts");
    const advice = await advise(local, folder);
    const sureness = paperClassOf(paper.substitutes);
    const ofOther = sureness === "heuristic" ? nameOfOtherRelease(local, advice, sourcesOf(paper)) : undefined;
    if (ofOther !== undefined)
      return { ok: false, problem: `unknown on paper: ${fromByteText(ofOther)}`, isLimit: true };
    const problem = { problem: problemOf(failure), isLimit: failure.kind === "limit" };
    return {
      ok: false,
      ...problem,
      ...(advice === undefined ? {} : { advice }),
      ...(sureness === undefined ? {} : { class: sureness }),
    };
  }
  const { output, trace, files = [], copies = {} } = reply;
  return {
    ok: true,
    value: JSON.parse(fromByteText(output)),
    files: files.map(fromByteText),
    copies: Object.fromEntries(Object.entries(copies).map(([copy, folder]) => [copy, fromByteText(folder)])),
    lines: lines.filter((line) => !isOfTheMoment(line)),
    trace: trace === undefined || "obstacle" in trace ? undefined : trace,
  };
}

function sourcesOf({ substitutes, sources: taken }: PaperUse): PaperSources {
  const sources = new Sources();
  const places = taken.flatMap((source, index) => {
    const { paper, input } = substitutes[index]!;
    return placesOf(paper?.name ?? `the input ${input}`, source);
  });
  return { places, treeOf: (file) => sources.tree({ file }) };
}

/** Of an input that cannot be read, only the way to the error says which one it is. */
function problemOf({ text, trace }: EvalFailure): string {
  const step = trace.findLast((each) => each.text.startsWith("while updating the flake input '"));
  return fromByteText(step === undefined || text.includes("the input '") ? text : `${text}, ${step.text}`);
}

/** Answers what was asked before, evaluates nothing, and says nothing. */
export function rememberedAnswers(
  root: string,
  options: EvaluationOptions,
  flags: QuestionFlags,
  context: Context,
): AskFlake {
  const store = storeOf(context);
  const paperOf = paperUses(root, options.settings, flags, context);
  const evaluate: Evaluate = async () => ({ ok: false, problem: "it was not asked before", isLimit: true });
  return store === undefined
    ? evaluate
    : recorded({ store, evaluate, tell: () => {}, ...recordingOf(options, flags, { root, paperOf }, context) });
}

/** Each question opens the flake anew, and would warn of the same again. */
function onceEach(tell: (line: string) => void): (line: string) => void {
  const told = new Set<string>();
  return (line) => {
    if (told.has(line)) return;
    told.add(line);
    tell(line);
  };
}

/** An option's old name says that it is used to whoever reads it, and a question about options is the one that does. */
function isOfReading(line: string): boolean {
  return /^(?:trace|evaluation warning): Obsolete option `[^\n]*' is used\. It was renamed to /u.test(
    logLine(line, false),
  );
}

/** What takes nothing itself has no inputs that could be others. */
function isOfOverrides(line: string): boolean {
  return /^warning: input '.*' has an override for a non-existent input /su.test(line);
}

/** It says how the working tree was, and not how it is. */
function isOfTheMoment(line: string): boolean {
  return /^warning: Git tree '.*' is dirty$/su.test(line);
}

function storeOf(context: Context): RecordStore | undefined {
  const base = cacheHome(context);
  return base === undefined ? undefined : new RecordStore(path.join(base, "records"), context.now);
}

function recordingOf(
  { settings, maxCallDepth }: EvaluationOptions,
  { overrideInput = [] }: QuestionFlags,
  { root, paperOf }: { readonly root: string; readonly paperOf: FlakeQuestions["paperOf"] },
  { environment }: Context,
) {
  // what only says where things are kept, and the time, which pure evaluation does not see
  const { currentTime: _, environment: __, sourceCache: ___, workingFolder, ...meant } = settings;
  const overrides = overrideInput.length === 0 ? [] : [workingFolder, ...overrideInput];
  const lookUp = (name: string): string | undefined => environment[name];
  const checker = new TraceChecker(lookUp);
  const known = JSON.stringify([buildName(), root, overrides, maxCallDepth, meant], (_key, value: unknown) =>
    value instanceof Set ? [...value] : value,
  );
  return {
    surroundings: (flake: string) => {
      const paper = paperOf(flake).overrides;
      return paper.length === 0 ? known : `${known}${JSON.stringify(paper)}`;
    },
    checker,
    mayBeKept: (trace: Trace) => filteredFile(trace, lookUp) === undefined,
  };
}

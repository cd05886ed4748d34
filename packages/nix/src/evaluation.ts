/** One evaluation as a request and a reply, both plain data, so that it can happen in another thread. */

import { countInstallations, globalsKey, installBuiltins } from "./builtins/index.ts";
import { derivationsIn, showDerivations, type ShownDerivations } from "./builtins/derivation-values.ts";
import { forceDeep } from "./builtins/control.ts";
import { toJson } from "./builtins/json.ts";
import { toXml } from "./builtins/xml.ts";
import { attempt, inspection } from "./builtins/inspection.ts";
import { startWatching, stopWatching, type WatchedFunctions } from "./eval/code/watched-code.ts";
import type { CacheOptions } from "./eval/code/cache/unit-cache.ts";
import { coerce, Gathered } from "./eval/machine/coerce.ts";
import { EvalError } from "./eval/errors/errors.ts";
import { copiesOf, type EvalFailure, failureOf } from "./eval/errors/failure.ts";
import { variablesAround, type VariablesOfFile } from "./eval/errors/variables-around.ts";
import { attrsOf } from "./eval/code/positions.ts";
import { type Handle, HeapExhausted, heapUse, thunk } from "./eval/memory/heap.ts";
import {
  type FlakeExpression,
  type FlakeLock,
  flakeLock,
  type FlakeMetadata,
  flakeMetadata,
  flakeOutput,
  filesOfFlake,
  openedFlake,
  flakeOutputs,
  sourceOfFlake,
  type FetchedInput,
  type FlakeSource,
  flakeSources,
  useFetched,
  type ShownOutput,
  type ShowOptions,
} from "./flake/index.ts";
import { plainPalette } from "./eval/print/palette.ts";
import { printValue } from "./eval/print/printer.ts";
import {
  importedFiles,
  importFile,
  loadOwnText,
  loadText,
  markImports,
  forgetCode,
  saveUnits,
  useUnitCache,
} from "./eval/files/imports.ts";
import { completeFailure, forgetFailures } from "./eval/machine/failures.ts";
import { call, evaluateRoot, force, markMachine, setMaxCallDepth, unwind } from "./eval/machine/machine.ts";
import { autoCall, select } from "./eval/machine/selection.ts";
import { findFile, forgetWarnings } from "./eval/files/search-path.ts";
import { defaultSettings, type Settings, settings } from "./eval/machine/settings.ts";
import { showResult } from "./eval/errors/show.ts";
import { shapeCount } from "./eval/memory/shapes.ts";
import { markStrings, string, symbols } from "./eval/memory/strings.ts";
import { forgetFiles } from "./eval/files/files.ts";
import { startReads, stopReads, takeReads } from "./eval/files/reads.ts";
import type { Trace } from "./trace/trace.ts";
import { warmUp } from "./eval/warm-up/warm-up.ts";
import { forgetSources } from "./eval/files/sources.ts";
import { forgetObjects } from "./eval/files/store-objects.ts";
import { type EvaluatorMark, markEvaluator, undoEvaluator } from "./eval/machine/undo.ts";

export type {
  FlakeExpression,
  FlakeLock,
  LockChange,
  LockedTo,
  FetchedInput,
  FlakeMetadata,
  FlakeSource,
  MetadataInput,
  ShownMember,
  ShownOutput,
  ShowOptions,
} from "./flake/index.ts";
export type { MissingSource } from "./eval/errors/errors.ts";
export type { ShownDerivations, WatchedFunctions };
export { joinDerivations } from "./store/derivation-json.ts";

export type Expression =
  | { readonly kind: "text"; readonly text: Uint8Array; readonly name: string; readonly folder: string }
  /** An absolute path, or `<name>` for one of the search path. */
  | { readonly kind: "file"; readonly path: string }
  /** An output of a flake. */
  | FlakeExpression;

/** `derivations` are those of the value, `derivation-closure` also all that they depend on; they are no text. */
export type OutputFormat = "value" | "json" | "xml" | "raw" | "derivations" | "derivation-closure" | FlakeFormat;

/** What is told of a whole flake. */
export type FlakeFormat = "flake-metadata" | "flake-outputs" | "flake-lock" | "flake-sources";

export interface EvalRequest {
  readonly expression: Expression;
  /** Selection paths; an empty one is the whole value. */
  readonly selections: readonly string[];
  /** `--arg` and `--argstr`. */
  readonly args: readonly { readonly name: string; readonly kind: "expression" | "string"; readonly text: string }[];
  readonly output: OutputFormat;
  readonly strict: boolean;
  /** Whether XML says where things come from. */
  readonly location: boolean;
  /** Which outputs of a flake are looked at. */
  readonly show?: ShowOptions;
  /** A function that is given each value, and whose results are printed instead. */
  readonly apply?: Uint8Array;
  /**
   * Explains the values: `apply` is called with `{ attempt, calls, isSame }` first (see `builtins/inspection.ts`), and the
   * calls of these functions are noted.
   */
  readonly watch?: WatchedFunctions;
  /** Whether the reply says what was read of sources that may change. */
  readonly trace?: boolean;
  /** What to find out should it fail, while what was under way is still there. */
  readonly onFailure?: FailureQuestion;
  /** Inputs of a flake that are looked up anew. */
  readonly updates?: readonly string[] | "all";
  /** What was fetched since it was asked for in vain. */
  readonly fetched?: readonly FetchedInput[];
  readonly maxCallDepth?: number;
  /** Where compiled files are kept from one run to the next. */
  readonly cache?: UnitCacheRequest;
  readonly settings: Partial<Omit<Settings, "print" | "environment">> & {
    readonly environment?: Readonly<Record<string, string>>;
  };
}

/**
 * `apply` is a function of the variables, of `text`, what the error says, and of `attempt`, which goes on past errors (see
 * `builtins/inspection.ts`). What it gives is kept as JSON.
 */
export interface FailureQuestion extends VariablesOfFile {
  readonly apply: Uint8Array;
}

export interface UnitCacheRequest {
  /** For one version of this program. Made when it is needed. */
  readonly folder: string;
}

export {
  failureOf,
  type EvalFailure,
  type TracePlace,
  type TraceSource,
  type TraceStep,
} from "./eval/errors/failure.ts";

/** What there is at the end of an evaluation. Nothing of it is counted on the way, which would cost time. */
export interface EvalStatistics {
  readonly heapBytes: number;
  /** Files that were imported. */
  readonly files: number;
  /** Strings that were made. */
  readonly texts: number;
  /** Combinations of names that sets have. */
  readonly shapes: number;
  readonly names: number;
}

export type EvalReply =
  | {
      readonly ok: true;
      readonly output: string;
      readonly statistics: EvalStatistics;
      /** Where derivations were asked for. */
      readonly derivations?: ShownDerivations;
      /** The files of the flake that were evaluated, by their paths in it. */
      readonly files?: readonly string[];
      /** Where functions were watched: of paths of the store that were read, what they are copies of, on the disk. */
      readonly copies?: Readonly<Record<string, string>>;
      /** Where a whole flake was asked for. */
      readonly flake?: FlakeFacts;
      /** Where it was asked for: what the reply depends on, or why that cannot be told. */
      readonly trace?: Trace | { readonly obstacle: string };
    }
  /** What was printed before the error is not lost. */
  | { readonly ok: false; readonly output: string; readonly failure: EvalFailure };

export interface FlakeFacts {
  readonly metadata?: FlakeMetadata;
  readonly outputs?: ShownOutput;
  readonly lock?: FlakeLock;
  readonly sources?: readonly FlakeSource[];
}

const DEFAULT_CALL_DEPTH = 10_000;

/** Evaluates in this thread, which needs a large stack. `print` gets the lines of `trace`. */
export function runEvaluation(request: EvalRequest, print: (line: string) => void): EvalReply {
  let output = "";
  const mark = markMachine();
  try {
    const { environment = {}, ...given } = request.settings;
    Object.assign(settings, defaultSettings, given, { print, environment: (name: string) => environment[name] });
    if (request.expression.kind === "flake") settings.knownSources = request.expression.knownSources ?? {};
    setMaxCallDepth(request.maxCallDepth ?? DEFAULT_CALL_DEPTH);
    useUnitCache(cacheOptions(request));
    settleGlobals();
    useFetched(request.fetched ?? []);
    const { expression } = request;
    if (expression.kind === "flake" && isFlakeFormat(request.output))
      return { ok: true, output: "", flake: factsOf(expression, request), statistics: statistics() };
    startWatching(request.watch);
    if (request.trace === true) startReads();
    const root = rootValue(expression);
    const args = new Map<string, Handle>();
    for (const { name, kind, text } of request.args) {
      const bytes = Buffer.from(text, "latin1");
      args.set(
        name,
        kind === "string"
          ? string(text)
          : thunk(loadText(bytes, "\u00c2\u00abstring\u00c2\u00bb", settings.workingFolder), 0),
      );
    }
    const applied =
      request.apply === undefined
        ? undefined
        : evaluateRoot(loadText(request.apply, "\u00c2\u00abstring\u00c2\u00bb", settings.workingFolder));
    const asksForDerivations = request.output === "derivations" || request.output === "derivation-closure";
    const explained =
      applied === undefined || request.watch === undefined
        ? applied
        : force(call(applied, inspection(sourceOfFlake())));
    const paths: string[] = [];
    for (const selection of request.selections) {
      const selected = expression.kind === "flake" ? root : select(root, selection, args);
      const value = explained === undefined ? selected : force(call(explained, selected));
      if (asksForDerivations) paths.push(...derivationsIn(value, args));
      else output += render(args.size === 0 ? value : autoCall(value, args), request);
    }
    return {
      ok: true,
      output,
      statistics: statistics(),
      ...(request.trace === true ? { trace: takeReads() } : {}),
      ...(expression.kind === "flake" ? { files: filesOfFlake() } : {}),
      ...(request.watch === undefined ? {} : { copies: copiesOf(importedFiles()) }),
      ...(asksForDerivations ? { derivations: showDerivations(paths, request.output === "derivation-closure") } : {}),
    };
  } catch (error) {
    completeFailure(error);
    const variables = request.onFailure === undefined ? undefined : variablesAround(request.onFailure);
    const failure = failureOf(error);
    unwind(mark);
    const told = variables === undefined ? undefined : answer(request.onFailure!, variables, failure);
    unwind(mark);
    const flake = request.expression.kind === "flake" ? openedFlake() : undefined;
    const more = { ...(told === undefined ? {} : { told }), ...(flake === undefined ? {} : { flake }) };
    return { ok: false, output, failure: { ...failure, ...more } };
  } finally {
    forgetFailures();
    stopWatching();
    stopReads();
  }
}

/** Nothing if the question cannot be answered: it is only asked to tell more of an error that is told anyway. */
function answer(
  { apply }: FailureQuestion,
  variables: Readonly<Record<string, Handle>>,
  { text }: EvalFailure,
): string | undefined {
  try {
    const question = evaluateRoot(loadText(apply, "\u00c2\u00abstring\u00c2\u00bb", settings.workingFolder));
    return toJson(call(question, attrsOf({ ...variables, attempt, text: string(text) })), new Gathered(), {
      strict: true,
    });
  } catch (error) {
    // whatever it is, it is thrown again by what it would have told more of
    if (error instanceof EvalError || error instanceof HeapExhausted || error instanceof RangeError) return undefined;
    throw error;
  }
}

function isFlakeFormat(output: OutputFormat): output is FlakeFormat {
  return output.startsWith("flake-");
}

function factsOf(expression: FlakeExpression, { output, show, updates }: EvalRequest): FlakeFacts {
  if (output === "flake-lock") return { lock: flakeLock(expression, updates ?? []) };
  if (output === "flake-sources") return { sources: flakeSources(expression) };
  const metadata = flakeMetadata(expression);
  if (output === "flake-metadata") return { metadata };
  return { metadata, outputs: flakeOutputs(expression, show ?? { legacy: false, allSystems: false }) };
}

/** What there was before the first evaluation. */
let start: EvaluatorMark | undefined;
/** What there was before there were values of global names, and what those that there are were made from. */
let origin: EvaluatorMark | undefined;
let settledFor = "";

/** Makes the values of global names if there are none for these settings. Code holds the old ones, so it goes with them. */
function settleGlobals(): void {
  const key = `${globalsKey()} ${countInstallations()}`;
  if (key === settledFor) return;
  if (origin === undefined) origin = markEvaluator();
  else undoEvaluator(origin);
  forgetCode();
  installBuiltins();
  start = markEvaluator();
  settledFor = `${globalsKey()} ${countInstallations()}`;
}

/** Makes V8 acquainted with the evaluator while nobody waits for it: see `eval/warm-up/`. */
export function warmUpAhead(cache: CacheOptions | undefined): void {
  Object.assign(settings, defaultSettings);
  settleGlobals();
  useUnitCache(cache);
  warmUp(loadOwnText);
  saveUnits();
}

/**
 * Gives up all that the evaluations of this thread have seen and made, so that the next one depends on none of them. It
 * finds the files compiled that are still the same, and the memory that it needs at hand.
 */
export function forgetValues(): void {
  if (start !== undefined) undoEvaluator(start);
  forgetFiles();
  forgetSources();
  forgetObjects();
  forgetWarnings();
}

/** Keeps what an evaluation has compiled for the next time. */
export function keepCompiled({ cache }: EvalRequest): void {
  if (cache !== undefined) saveUnits();
}

function statistics(): EvalStatistics {
  return {
    heapBytes: heapUse() * 4,
    files: markImports().count,
    texts: markStrings().texts,
    shapes: shapeCount(),
    names: symbols.size,
  };
}

/** Files mean something else where a feature changes the syntax: those are not kept. */
function cacheOptions({ cache }: EvalRequest): CacheOptions | undefined {
  const { experimentalFeatures: features } = settings;
  if (cache === undefined || features.has("pipe-operators") || features.has("no-url-literals")) return undefined;
  return { folder: cache.folder, now: settings.currentTime };
}

function rootValue(expression: Expression): Handle {
  if (expression.kind === "flake") return flakeOutput(expression);
  if (expression.kind === "file") return importFile(located(expression.path));
  return evaluateRoot(loadText(expression.text, expression.name, expression.folder));
}

function located(path: string): string {
  return path.startsWith("<") ? findFile(settings.nixPath, path.slice(1, -1)) : path;
}

function render(value: Handle, { expression, output, strict, location }: EvalRequest): string {
  const into = new Gathered();
  switch (output) {
    case "raw":
      return coerce(value, into, { more: false, copy: true });
    case "xml":
      return toXml(value, into, { strict, location });
    case "json":
      return `${toJson(value, into, expression.kind === "flake" ? { copy: false } : { strict })}\n`;
    default:
      if (expression.kind === "flake")
        return `${printValue(value, { levels: Infinity, palette: plainPalette, isFlat: true })}\n`;
      if (strict) forceDeep(value);
      return `${showResult(value)}\n`;
  }
}

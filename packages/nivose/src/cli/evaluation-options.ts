/** What the flags of an evaluation mean: expressions, arguments, settings. */

import path from "node:path";
import type { EvalRequest, Expression, FlakeExpression } from "@nivose/nix/evaluation";
import type { Message } from "@nivose/nix/message";
import { scopeQuestion } from "../advice/scope.ts";
import { evaluationMessages } from "../report/evaluation-messages.ts";
import type { Context } from "./context.ts";
import type { EvaluationFlags, FlakeFlags } from "./evaluation-flags.ts";
import { readFeatures, unknownFeatures } from "./experimental-features.ts";
import { installedNix } from "./installed-nix.ts";
import { readConfiguration } from "./nix-conf.ts";
import { NixSettings, wholeNumber } from "./nix-settings.ts";
import { readPairs } from "./pairs.ts";
import { registriesOf } from "./registries.ts";
import { searchEntry, splitNixPath, usualSearchPath } from "./search-path.ts";
import { cacheHome, unitCacheOf } from "./unit-cache.ts";

export interface EvaluationOptions extends Pick<
  EvalRequest,
  "cache" | "selections" | "args" | "maxCallDepth" | "settings" | "onFailure"
> {
  readonly showTrace: boolean;
  /** Whether the command line takes back that flakes are pure; what a file says of it is not asked, as in Nix. */
  readonly isImpure: boolean;
}

/** What is the same for all expressions of a command line; a message if it makes no sense. */
export function readEvaluation(flags: EvaluationFlags, context: Context): EvaluationOptions | Message {
  const features = readFeatures(flags.extraExperimentalFeatures ?? []);
  if ("code" in features) return features;
  const time = secondsOf(flags);
  if (typeof time !== "number") return time;
  if (flags.evalStore !== undefined) return evaluationMessages["no-other-store"]("--eval-store", flags.evalStore);
  const configured = readConfiguration(context);
  if (!Array.isArray(configured)) return configured;
  const fromFiles = configured.map((each) => ({ ...each, at: 0, isFlag: false }));
  const given = readPairs(flags.option);
  const options = new NixSettings([...fromFiles, ...given]);
  const { refused } = options;
  if (refused !== undefined) {
    const { name, value, origin } = refused;
    return evaluationMessages["invalid-setting"](origin === undefined ? `--${name}` : name, value, origin);
  }
  const strange = unknownFeatures(options.list("experimental-features", []));
  const warnings = [...strange.map((name) => `unknown experimental feature '${name}'`), ...options.warnings];
  for (const warning of warnings) context.stderr.write(`warning: ${warning}\n`);
  const depth = options.number("max-call-depth");
  const { environment } = context;
  const pure = options.isOn("pure-eval");
  const entries = searchPathOf(flags, options, context).map(searchEntry);
  const named = (flags.extraExperimentalFeatures ?? []).flatMap((each) => each.split(/\s+/u));
  const cache = unitCacheOf(context);
  const base = cacheHome(context);
  return {
    showTrace: flags.showTrace || options.isOn("show-trace"),
    isImpure: new NixSettings(given).isOff("pure-eval"),
    ...(cache === undefined ? {} : { cache }),
    selections: flags.attr === undefined || flags.attr.length === 0 ? [""] : flags.attr.map(bytes),
    args: argumentsOf(flags),
    onFailure: scopeQuestion,
    ...(depth === undefined ? {} : { maxCallDepth: depth }),
    settings: {
      pure,
      restricted: options.isOn("restrict-eval"),
      allowedUris: options.list("allowed-uris", []).map(bytes),
      allowedPaths: pure ? [] : entries.map((entry) => bytes(path.resolve(context.cwd, entry.path))),
      nixPath: pure ? [] : entries.map((entry) => ({ prefix: bytes(entry.prefix), path: bytes(entry.path) })),
      workingFolder: bytes(context.cwd),
      currentSystem: options.text("eval-system") || options.text("system") || systemOf(context),
      currentTime: Math.floor(context.now() / 1000),
      importFromDerivation: options.text("allow-import-from-derivation") !== "false",
      ...(base === undefined ? {} : { sourceCache: bytes(path.join(base, "sources")) }),
      registries: registriesOf(options, context).map(bytes),
      flakeOverrides: readPairs(flags.overrideFlake).map(({ name, value }) => ({
        from: bytes(name),
        to: bytes(value),
      })),
      allowDirtyLocks: options.isOn("allow-dirty-locks"),
      ...installedNix(environment),
      programTimeout: time,
      nixVersion: options.text("nix-version") ?? NIX_VERSION,
      home: bytes(environment["HOME"] ?? "/homeless-shelter"),
      traceVerbose: options.isOn("trace-verbose"),
      abortOnWarn: options.isOn("abort-on-warn") || /^(?:1|yes|true)$/u.test(environment["NIX_ABORT_ON_WARN"] ?? ""),
      experimentalFeatures: new Set([...options.list("experimental-features", USUAL_FEATURES), ...named]),
      environment: Object.fromEntries(
        Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, bytes(value)]])),
      ),
    },
  };
}

const NIX_VERSION = "2.26.3";

/** What nearly everybody who has flakes has switched on. */
const USUAL_FEATURES = ["flakes", "nix-command"];

function searchPathOf({ include = [] }: EvaluationFlags, options: NixSettings, { environment }: Context): string[] {
  const { NIX_PATH } = environment;
  const usual = NIX_PATH === undefined ? usualSearchPath(environment) : splitNixPath(NIX_PATH);
  return [...include, ...options.list("nix-path", usual)];
}

/** After how many seconds to give up; 0 is never. A part of a second is for those who try things out. */
function secondsOf({ timeout = "0" }: Pick<EvaluationFlags, "timeout">): number | Message {
  const seconds = wholeNumber(timeout) ?? (/^\d*\.\d+$/u.test(timeout) ? Number(timeout) : undefined);
  return seconds ?? evaluationMessages["invalid-number"]("--timeout", timeout, "seconds");
}

/** The arguments for functions, in the order of the command line: of two for one name the last counts. */
function argumentsOf({ arg, argstr }: EvaluationFlags): EvalRequest["args"] {
  const given = [
    ...readPairs(arg).map((pair) => ({ ...pair, kind: "expression" as const })),
    ...readPairs(argstr).map((pair) => ({ ...pair, kind: "string" as const })),
  ];
  const inOrder = given.toSorted((first, second) => first.at - second.at);
  return inOrder.map(({ name, kind, value }) => ({ name: bytes(name), kind, text: bytes(value) }));
}

export async function expressionsOf(
  words: readonly string[],
  { expr: isText, ...flakeFlags }: Pick<EvaluationFlags, "expr"> & FlakeFlags,
  context: Context,
): Promise<Expression[]> {
  const given = words.length === 0 && !isText ? ["./default.nix"] : words;
  const expressions: Expression[] = [];
  for (const word of given) {
    if (!isText && word.includes("#")) expressions.push(await typedFlake(word, flakeFlags, context));
    else if (word === "-") expressions.push(text(await context.stdin.read(), "\u00c2\u00abstdin\u00c2\u00bb", context));
    else if (isText) expressions.push(text(Buffer.from(word), "\u00c2\u00abstring\u00c2\u00bb", context));
    else if (/^<.+>$/u.test(word)) expressions.push({ kind: "file", path: bytes(word) });
    else expressions.push({ kind: "file", path: bytes(path.resolve(context.cwd, word)) });
  }
  return expressions;
}

/** `flake#output`, on paper if that is asked for. */
export async function typedFlake(word: string, flags: FlakeFlags, context: Context): Promise<FlakeExpression> {
  const expression = flakeExpression(word, flags, context);
  if (flags.paper !== true) return expression;
  const { paperFor, tellPaper, withPaper } = await import("./paper-use.ts");
  const use = paperFor(word.split("#")[0] || ".", flags, context);
  tellPaper([use], flags, context);
  return withPaper(expression, use);
}

export function flakeExpression(
  word: string,
  { overrideInput, inputsFrom = [], referenceLockFile }: FlakeFlags,
  { cwd }: Context,
): FlakeExpression {
  const [, reference = "", fragment = ""] = /^([^#]*)#?(.*)$/su.exec(word)!;
  return {
    kind: "flake",
    reference: bytes(reference || "."),
    fragment: bytes(decodeFragment(fragment)),
    overrides: readPairs(overrideInput).map(({ name, value }) => ({ input: bytes(name), reference: bytes(value) })),
    ...(inputsFrom.length === 0 ? {} : { inputsFrom: inputsFrom.map(bytes) }),
    ...(referenceLockFile === undefined ? {} : { referenceLock: bytes(path.resolve(cwd, referenceLockFile)) }),
  };
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a `%` that stands for itself
  }
}

/** Flakes are evaluated without looking at anything around them, unless one asks for it. */
export function optionsFor(expression: Expression, options: EvaluationOptions): EvaluationOptions {
  if (expression.kind !== "flake" || options.isImpure) return options;
  return { ...options, settings: { ...options.settings, pure: true, allowedPaths: [], nixPath: [] } };
}

function text(source: Uint8Array, name: string, { cwd }: Context): Expression {
  return { kind: "text", text: source, name, folder: bytes(cwd) };
}

/** `x86_64-linux`, from what Node calls the platform. */
function systemOf({ runtime }: Context): string {
  const [platform = "linux", architecture = "x64"] = runtime.platform.split(/[ -]/u);
  const processors: Readonly<Record<string, string>> = { x64: "x86_64", arm64: "aarch64", ia32: "i686" };
  return `${processors[architecture] ?? architecture}-${platform}`;
}

/** Text as the evaluator has it, one character a byte. */
function bytes(value: string): string {
  return Buffer.from(value).toString("latin1");
}

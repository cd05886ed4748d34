/** What the verbs that evaluate expressions take, spelt as `nix-instantiate` spells it. */

import path from "node:path";
import type { EvalRequest, Expression } from "@nivose/nix/evaluation";
import type { Message } from "@nivose/nix/message";
import { toolMessages } from "../report/messages.ts";
import type { Context } from "./context.ts";
import { featuresFlag, readFeatures } from "./experimental-features.ts";
import { readPairs } from "./pairs.ts";
import { unitCacheOf } from "./unit-cache.ts";
import type { Flags } from "./verb.ts";

/** Which expressions, and what they are given. */
export const expressionFlags = {
  expr: { kind: "switch", brief: "Take the arguments for expressions (-E)" },
  attr: { kind: "texts", brief: "The part of the value to print (-A)", placeholder: "PATH", completes: "nothing" },
  arg: { kind: "pairs", brief: "Pass an expression to a function that asks for NAME", placeholder: "NAME EXPR" },
  argstr: { kind: "pairs", brief: "Pass a string to a function that asks for NAME", placeholder: "NAME STRING" },
  include: { kind: "texts", brief: "Where <NAME> is found (-I)", placeholder: "NAME=PATH", completes: "files" },
} as const satisfies Flags;

/** How they are evaluated. */
export const evaluationFlags = {
  showTrace: { kind: "switch", brief: "Show all that led to an error" },
  pureEval: { kind: "switch", brief: "Do not look at the environment or at files" },
  restrictEval: { kind: "switch", brief: "Read only files below the search path" },
  impure: { kind: "switch", brief: "Accepted, because Nix has it; evaluation is impure unless told" },
  timeout: { kind: "text", brief: "Give up after so many seconds", placeholder: "SECONDS", completes: "nothing" },
  option: { kind: "pairs", brief: "A setting of Nix, such as max-call-depth", placeholder: "NAME VALUE" },
  extraExperimentalFeatures: featuresFlag,
} as const satisfies Flags;

export const expressionLetters = { "-E": "expr", "-A": "attr", "-I": "include" } as const;

/** The values of all these flags. */
export interface EvaluationFlags {
  readonly expr: boolean;
  readonly attr?: readonly string[];
  readonly arg?: readonly string[];
  readonly argstr?: readonly string[];
  readonly include?: readonly string[];
  readonly showTrace: boolean;
  readonly pureEval: boolean;
  readonly restrictEval: boolean;
  readonly timeout?: string;
  readonly option?: readonly string[];
  readonly extraExperimentalFeatures?: readonly string[];
}

export type EvaluationOptions = Pick<EvalRequest, "cache" | "selections" | "args" | "maxCallDepth" | "settings">;

/** What is the same for all expressions of a command line; a message if it makes no sense. */
export function readEvaluation(flags: EvaluationFlags, context: Context): EvaluationOptions | Message {
  const features = readFeatures(flags.extraExperimentalFeatures ?? []);
  if ("code" in features) return features;
  const options = new Map(readPairs(flags.option).map(({ name, value }) => [name, value]));
  if (flags.timeout !== undefined && !(Number(flags.timeout) > 0)) {
    return toolMessages["invalid-number"]("--timeout", flags.timeout, "seconds");
  }
  const depth = options.get("max-call-depth");
  if (depth !== undefined && !/^[0-9]+$/u.test(depth)) {
    return toolMessages["invalid-number"]("--option max-call-depth", depth, "calls");
  }
  const isOn = (name: string): boolean => options.get(name) === "true";
  const { environment } = context;
  const pure = flags.pureEval || isOn("pure-eval");
  const nixPath = pure ? [] : [...(flags.include ?? []), ...searchPath(environment["NIX_PATH"] ?? "")];
  const entries = nixPath.map((text) => searchEntry(text, context.cwd));
  const named = ["flakes", "nix-command"].concat(
    (flags.extraExperimentalFeatures ?? []).flatMap((each) => each.split(/\s+/u)),
  );
  const cache = unitCacheOf(context);
  return {
    ...(cache === undefined ? {} : { cache }),
    selections: flags.attr === undefined || flags.attr.length === 0 ? [""] : flags.attr,
    args: [
      ...readPairs(flags.arg).map(({ name, value }) => ({ name, kind: "expression" as const, text: bytes(value) })),
      ...readPairs(flags.argstr).map(({ name, value }) => ({ name, kind: "string" as const, text: bytes(value) })),
    ],
    ...(depth === undefined ? {} : { maxCallDepth: Number(depth) }),
    settings: {
      pure,
      restricted: pure || flags.restrictEval || isOn("restrict-eval"),
      allowedPaths: pure ? [] : entries.map((entry) => entry.path),
      nixPath: entries,
      currentSystem: options.get("eval-system") ?? options.get("system") ?? systemOf(context),
      currentTime: Math.floor(context.now() / 1000),
      home: environment["HOME"] ?? "/homeless-shelter",
      traceVerbose: isOn("trace-verbose"),
      abortOnWarn: isOn("abort-on-warn"),
      experimentalFeatures: new Set(named),
      environment: Object.fromEntries(
        Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, bytes(value)]])),
      ),
    },
  };
}

export async function expressionsOf(
  words: readonly string[],
  isText: boolean,
  context: Context,
): Promise<Expression[]> {
  const given = words.length === 0 && !isText ? ["./default.nix"] : words;
  const expressions: Expression[] = [];
  for (const word of given) {
    if (word === "-") expressions.push(text(await context.stdin.read(), "\u00c2\u00abstdin\u00c2\u00bb", context));
    else if (isText) expressions.push(text(Buffer.from(word), "\u00c2\u00abstring\u00c2\u00bb", context));
    else if (/^<.+>$/u.test(word)) expressions.push({ kind: "file", path: bytes(word) });
    else expressions.push({ kind: "file", path: bytes(path.resolve(context.cwd, word)) });
  }
  return expressions;
}

function text(source: Uint8Array, name: string, { cwd }: Context): Expression {
  return { kind: "text", text: source, name, folder: bytes(cwd) };
}

/** The entries of `NIX_PATH`; a colon behind a scheme belongs to the entry. */
function searchPath(variable: string): string[] {
  return variable.split(/:(?!\/\/)/u).filter((entry) => entry !== "");
}

function searchEntry(entry: string, cwd: string): { readonly prefix: string; readonly path: string } {
  const equals = entry.indexOf("=");
  const target = entry.slice(equals + 1);
  return { prefix: bytes(entry.slice(0, Math.max(0, equals))), path: bytes(path.resolve(cwd, target)) };
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

/** From the flags and arguments of a verb that evaluates to the requests that it makes. */

import path from "node:path";
import type { EvalRequest, Expression } from "@nivose/nix/evaluation";
import type { Message } from "@nivose/nix/message";
import { toolMessages } from "../report/messages.ts";
import type { Context } from "./context.ts";
import { readFeatures } from "./experimental-features.ts";
import { installedNix } from "./installed-nix.ts";
import { readPairs } from "./pairs.ts";
import { unitCacheOf } from "./unit-cache.ts";

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

export type EvaluationOptions = Pick<EvalRequest, "selections" | "args" | "cache" | "maxCallDepth" | "settings">;

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
      importFromDerivation: options.get("allow-import-from-derivation") !== "false",
      ...installedNix(environment),
      programTimeout: Number(flags.timeout ?? 0),
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

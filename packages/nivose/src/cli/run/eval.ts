/** `nivose eval`. */

import path from "node:path";
import type { EvalReply, EvalRequest, Expression, OutputFormat } from "@nivose/nix/evaluation";
import type { Message } from "@nivose/nix/message";
import { toolMessages } from "../../report/messages.ts";
import { type Context, layoutOf } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { readFeatures } from "../experimental-features.ts";
import { readPairs } from "../pairs.ts";
import { refuse } from "../refuse.ts";
import { unitCacheOf } from "../unit-cache.ts";

interface EvalFlags {
  readonly expr: boolean;
  readonly attr?: readonly string[];
  readonly arg?: readonly string[];
  readonly argstr?: readonly string[];
  readonly include?: readonly string[];
  readonly strict: boolean;
  readonly json: boolean;
  readonly xml: boolean;
  readonly raw: boolean;
  readonly noLocation: boolean;
  readonly showTrace: boolean;
  readonly stats: boolean;
  readonly pureEval: boolean;
  readonly restrictEval: boolean;
  readonly timeout?: string;
  readonly option?: readonly string[];
  readonly extraExperimentalFeatures?: readonly string[];
}

export async function run(context: Context, flags: EvalFlags, words: readonly string[]): Promise<ExitCode> {
  const settings = settingsOf(flags, context);
  if ("code" in settings) return refuse(settings, context);
  const expressions = await expressionsOf(words, flags.expr, context);
  for (const expression of expressions) {
    const status = await evaluate({ ...settings, expression }, flags, context);
    if (status !== ExitCode.ok) return status;
  }
  return ExitCode.ok;
}

async function evaluate(request: EvalRequest, flags: EvalFlags, context: Context): Promise<ExitCode> {
  const { stdout, stderr } = context;
  const started = context.now();
  const onTrace = (line: string): void => stderr.write(Buffer.from(`${line}\n`, "latin1"));
  const time = flags.timeout === undefined ? undefined : Number(flags.timeout) * 1000;
  const reply = (await evaluateHere(request, time, onTrace)) ?? (await evaluateAside(request, time, onTrace));
  stdout.write(Buffer.from(reply.output, "latin1"));
  await stdout.drained();
  if (!reply.ok) {
    // what tells of failures is half of what the command would have to load
    const { tellFailure } = await import("../eval-failure.ts");
    return tellFailure(reply.failure, request.expression, flags.showTrace, context);
  }
  if (flags.stats) {
    const { style } = layoutOf(context, stderr);
    const megabytes = (reply.statistics.heapBytes / 2 ** 20).toFixed(1);
    stderr.write(style.faint(`evaluated in ${context.now() - started} ms, ${megabytes} MiB of heap\n`));
  }
  return ExitCode.ok;
}

type Printer = (line: string) => void;

/** Most expressions are evaluated before a thread would have started; one whose time is limited has to be stopped. */
async function evaluateHere(
  request: EvalRequest,
  time: number | undefined,
  print: Printer,
): Promise<EvalReply | undefined> {
  if (time !== undefined) return undefined;
  try {
    const { evaluateBriefly } = await import("@nivose/nix/engine/briefly");
    return evaluateBriefly(request, print);
  } catch (error) {
    // there is no room for the evaluator's memory; the thread will say so
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function evaluateAside(request: EvalRequest, time: number | undefined, onTrace: Printer): Promise<EvalReply> {
  const { evaluate: evaluateInThread } = await import("@nivose/nix/engine");
  return evaluateInThread(request, { time, onTrace });
}

/** What is the same for all expressions of a command line; a message if it makes no sense. */
function settingsOf(flags: EvalFlags, context: Context): Omit<EvalRequest, "expression"> | Message {
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
    output: outputOf(flags),
    strict: flags.strict,
    location: !flags.noLocation,
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

function outputOf({ json, xml, raw }: EvalFlags): OutputFormat {
  if (json) return "json";
  if (xml) return "xml";
  return raw ? "raw" : "value";
}

async function expressionsOf(words: readonly string[], isText: boolean, context: Context): Promise<Expression[]> {
  const given = words.length === 0 && !isText ? ["./default.nix"] : words;
  const expressions: Expression[] = [];
  for (const word of given) {
    if (word === "-") expressions.push(text(await context.stdin.read(), "\u00c2\u00abstdin\u00c2\u00bb", context));
    else if (isText) expressions.push(text(Buffer.from(word), "\u00c2\u00abstring\u00c2\u00bb", context));
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

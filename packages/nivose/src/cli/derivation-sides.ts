/** The two sides of `nivose derivation diff`: evaluated, or read from a file of JSON. */

import path from "node:path";
import type { Message } from "@nivose/nix/message";
import type { DerivationGraph, ShownDerivation } from "@nivose/nix/store";
import { evaluationMessages } from "../report/evaluation-messages.ts";
import type { Context } from "./context.ts";
import { evaluate } from "./evaluate.ts";
import type { EvaluationFlags } from "./evaluation-flags.ts";
import { type EvaluationOptions, expressionsOf, optionsFor } from "./evaluation-options.ts";
import type { ExitCode } from "./exit-codes.ts";
import { readShownDerivations } from "./shown-derivations.ts";
import { readSource } from "./sources.ts";

/** A file or expression, and the part of its value. */
export interface Side {
  readonly word: string;
  readonly selection: string;
}

/** Which two sides a command line means. */
export function sidesOf(words: readonly string[], selections: readonly string[]): readonly [Side, Side] | Message {
  const given = words.length === 0 ? ["./default.nix"] : words;
  const [a, b = a] = given;
  const [selectionA = "", selectionB = selectionA] = selections;
  const isTwo = given.length === 2 ? selections.length <= 2 : selections.length === 2;
  if (!isTwo) return evaluationMessages["not-two-derivations"](given.length, selections.length);
  return [
    { word: a!, selection: selectionA },
    { word: b!, selection: selectionB },
  ];
}

/** The derivations of a side, a message why there are none, or the status with which the verb ends. */
export async function readSide(
  { word, selection }: Side,
  options: EvaluationOptions,
  flags: EvaluationFlags,
  context: Context,
): Promise<DerivationGraph | Message | ExitCode> {
  if (!flags.expr && word.endsWith(".json")) return readJson(word, context);
  const [expression] = await expressionsOf([word], flags, context);
  const rendering = { output: "derivation-closure", strict: false, location: false } as const;
  const request = {
    ...optionsFor(expression!, options),
    ...rendering,
    selections: [selection],
    expression: expression!,
  };
  const reply = await evaluate(request, options, context);
  if (typeof reply === "number") return reply;
  const { roots, texts } = reply.derivations!;
  return graph(roots, (at) => {
    const text = texts.get(at);
    return text === undefined ? undefined : (JSON.parse(Buffer.from(text, "latin1").toString()) as ShownDerivation);
  });
}

function readJson(word: string, { cwd }: Context): DerivationGraph | Message {
  const bytes = readSource({ path: path.resolve(cwd, word), name: word });
  if (!(bytes instanceof Uint8Array)) return bytes;
  const all = readShownDerivations(Buffer.from(bytes).toString());
  if (typeof all === "string") return evaluationMessages["not-derivations-as-json"](word, all);
  const used = new Set(Object.values(all).flatMap(({ inputDrvs }) => Object.keys(inputDrvs)));
  const roots = Object.keys(all).filter((each) => !used.has(each));
  return graph(roots, (at) => (Object.hasOwn(all, at) ? all[at] : undefined));
}

/** A derivation is looked at several times, as an input of others. */
function graph(roots: readonly string[], read: (path: string) => ShownDerivation | undefined): DerivationGraph {
  const known = new Map<string, ShownDerivation | undefined>();
  return {
    roots,
    read(at) {
      if (!known.has(at)) known.set(at, read(at));
      return known.get(at);
    },
  };
}

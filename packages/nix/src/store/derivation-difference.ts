/**
 * Why two derivations differ. Where an input differs, so does everything that depends on it: its path stands in texts, and
 * hashes go on from there. So inputs are matched with each other, their paths are taken for equal, and what still
 * differs is a cause. The walk goes from the top to the bottom and finds each cause by its shortest way.
 */

import { matchInputs, type Pair } from "./input-matching.ts";
import { hashPartOf, nameOf } from "./store-path.ts";

/** A derivation as `nix derivation show` has it. */
export interface ShownDerivation {
  readonly args: readonly string[];
  readonly builder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly inputDrvs: Readonly<Record<string, { readonly outputs: readonly string[] }>>;
  readonly inputSrcs: readonly string[];
  readonly name: string;
  readonly outputs: Readonly<Record<string, ShownOutput>>;
  readonly system: string;
}

export interface ShownOutput {
  readonly path?: string;
  readonly hash?: string;
  readonly hashAlgo?: string;
  readonly method?: string;
}

/** One side of a comparison. */
export interface DerivationGraph {
  readonly roots: readonly string[];
  /** Nothing where the graph ends, because dependencies were not asked for. */
  readonly read: (path: string) => ShownDerivation | undefined;
}

/** `a` or `b` is missing where only one side has such a thing. */
export interface Difference {
  readonly kind: "name" | "system" | "builder" | "argument" | "variable" | "output" | "source" | "input" | "unread";
  /** Of the variable, the output, the source; the number of the argument. */
  readonly name: string;
  readonly a?: string;
  readonly b?: string;
}

export interface Cause {
  /** From the top to the two derivations that differ by themselves; empty where the roots cannot be matched. */
  readonly way: readonly Pair[];
  readonly differences: readonly Difference[];
}

export function* findCauses(a: DerivationGraph, b: DerivationGraph): Generator<Cause, void, undefined> {
  const top = matchInputs(a.roots, b.roots);
  const unmatched = unmatchedInputs(top);
  if (unmatched.length > 0) yield { way: [], differences: unmatched };
  const queue = top.pairs.map((pair): readonly Pair[] => [pair]);
  const seen = new Set<string>();
  // an array hands out what is added to it while it is walked
  for (const way of queue) {
    const pair = way.at(-1)!;
    const key = `${pair.a} ${pair.b}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { differences, pairs } = compare(pair, a, b);
    if (differences.length > 0) yield { way, differences };
    for (const below of pairs) queue.push([...way, below]);
  }
}

interface Comparison {
  readonly differences: readonly Difference[];
  /** Inputs that differ, too. */
  readonly pairs: readonly Pair[];
}

function compare(pair: Pair, graphA: DerivationGraph, graphB: DerivationGraph): Comparison {
  const a = graphA.read(pair.a);
  const b = graphB.read(pair.b);
  if (a === undefined || b === undefined) {
    return { differences: [{ kind: "unread", name: nameOf(pair.a), a: pair.a, b: pair.b }], pairs: [] };
  }
  const inputs = matchInputs(inputsByAppearance(a, graphA), inputsByAppearance(b, graphB));
  const sources = matchInputs(a.inputSrcs, b.inputSrcs);
  const readA = reader([pair, ...inputs.pairs, ...sources.pairs], "a", graphA);
  const readB = reader([pair, ...inputs.pairs, ...sources.pairs], "b", graphB);
  const differences: Difference[] = [];
  const note = (kind: Difference["kind"], name: string, one: string | undefined, other: string | undefined): void => {
    if (one !== undefined && other !== undefined && readA(one) === readB(other)) return;
    if (one === undefined && other === undefined) return;
    differences.push({ kind, name, ...(one !== undefined && { a: one }), ...(other !== undefined && { b: other }) });
  };
  note("name", "", a.name, b.name);
  note("system", "", a.system, b.system);
  note("builder", "", a.builder, b.builder);
  const count = Math.max(a.args.length, b.args.length);
  for (let at = 0; at < count; at++) note("argument", String(at + 1), a.args[at], b.args[at]);
  const [envA, envB] = [variablesOf(a), variablesOf(b)];
  for (const name of keysOf(envA, envB)) note("variable", name, envA[name], envB[name]);
  // numbers lose digits when they are taken out of JSON
  if (differences.length === 0) note("variable", "__json", a.env["__json"], b.env["__json"]);
  for (const name of keysOf(a.outputs, b.outputs)) {
    note("output", name, contentOf(a.outputs[name]), contentOf(b.outputs[name]));
  }
  for (const { a: one, b: other } of sources.pairs)
    differences.push({ kind: "source", name: nameOf(one), a: one, b: other });
  for (const each of sources.onlyA) differences.push({ kind: "source", name: nameOf(each), a: each });
  for (const each of sources.onlyB) differences.push({ kind: "source", name: nameOf(each), b: each });
  differences.push(...unmatchedInputs(inputs), ...usedOutputs(a, b, inputs.pairs));
  return { differences, pairs: inputs.pairs };
}

/** Of inputs with the same name the first that is mentioned on one side is the first on the other. */
function inputsByAppearance(derivation: ShownDerivation, graph: DerivationGraph): string[] {
  const text = [derivation.builder, ...derivation.args, ...Object.values(derivation.env)].join("\n");
  const placed = Object.keys(derivation.inputDrvs).map((path) => {
    const places = Object.values(graph.read(path)?.outputs ?? {}).flatMap(({ path: output }) => {
      const at = output === undefined ? -1 : text.indexOf(output);
      return at < 0 ? [] : [at];
    });
    return { path, at: Math.min(...places) };
  });
  return placed.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).map(({ path }) => path);
}

/** A text in which the paths of things that are matched are the same on both sides. */
function reader(pairs: readonly Pair[], side: "a" | "b", graph: DerivationGraph): (text: string) => string {
  const known = new Map<string, { readonly name: string; readonly sign: string }>();
  for (const [index, pair] of pairs.entries()) {
    const path = pair[side];
    known.set(hashPartOf(path), { name: nameOf(path), sign: `<${index}>` });
    for (const [output, { path: at }] of Object.entries(graph.read(path)?.outputs ?? {})) {
      if (at !== undefined) known.set(hashPartOf(at), { name: nameOf(at), sign: `<${index}!${output}>` });
    }
  }
  return (text) =>
    text.replaceAll(/([0-9a-df-np-sv-z]{32})(-[0-9a-zA-Z+\-._?=]+)?/g, (whole, hash: string, rest = "") => {
      const found = known.get(hash);
      if (found === undefined) return whole;
      const name = `-${found.name}`;
      return found.sign + (rest.startsWith(name) ? rest.slice(name.length) : rest);
    });
}

/** The environment; what stands in JSON there is taken out, one level deep. */
function variablesOf({ env }: ShownDerivation): Readonly<Record<string, string>> {
  const { __json: json, ...others } = env;
  if (json === undefined) return env;
  const members = Object.entries(JSON.parse(json) as Record<string, unknown>);
  const texts = members.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
  return { ...others, ...(Object.fromEntries(texts) as Record<string, string>) };
}

/** What is known of an output beforehand; its path follows from the rest. */
function contentOf(output: ShownOutput | undefined): string | undefined {
  if (output === undefined) return undefined;
  const { hash, hashAlgo, method } = output;
  return [method, hashAlgo, hash].filter((part) => part !== undefined).join(" ");
}

function unmatchedInputs({ onlyA, onlyB }: ReturnType<typeof matchInputs>): Difference[] {
  return [
    ...onlyA.map((path): Difference => ({ kind: "input", name: nameOf(path), a: path })),
    ...onlyB.map((path): Difference => ({ kind: "input", name: nameOf(path), b: path })),
  ];
}

/** Inputs of which different outputs are used. */
function usedOutputs(a: ShownDerivation, b: ShownDerivation, pairs: readonly Pair[]): Difference[] {
  const same = Object.keys(a.inputDrvs).filter((path) => Object.hasOwn(b.inputDrvs, path));
  return [...same.map((path) => ({ a: path, b: path })), ...pairs].flatMap((pair) => {
    const [one, other] = [a.inputDrvs[pair.a]!, b.inputDrvs[pair.b]!].map(({ outputs }) => outputs.join(", "));
    return one === other
      ? []
      : [{ kind: "input" as const, name: nameOf(pair.a), a: `${pair.a} (${one})`, b: `${pair.b} (${other})` }];
  });
}

function keysOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

/**
 * A store derivation as data: what is to be built, from what, and where to. Maps and lists of names or paths are in the
 * order of their bytes, which is the order of the file and enters the hash.
 */

import type { BuilderEnvironment } from "./builder-environment.ts";
import { type ContentAddress, type ContentAddressMethod } from "./content-address.ts";
import { StoreError } from "./error.ts";
import type { HashAlgorithm } from "./hash.ts";
import { makeFixedOutputPath } from "./make-path.ts";
import { storeMessages } from "./messages.ts";
import { outputName, type StorePath } from "./store-path.ts";

/** How an output gets its path. */
export type DerivationOutput =
  /** By the hash of the derivation. */
  | { readonly kind: "input-addressed"; readonly path: StorePath }
  /** By its content, whose hash is known beforehand. */
  | { readonly kind: "fixed"; readonly content: ContentAddress }
  /** By its content, once it is built: an experimental feature of Nix. */
  | { readonly kind: "floating"; readonly method: ContentAddressMethod; readonly algorithm: HashAlgorithm }
  /** By the hash of the derivation, once the floating outputs are built that it depends on. */
  | { readonly kind: "deferred" }
  /** By its content, anew each time it is built: an experimental feature of Nix. */
  | { readonly kind: "impure"; readonly method: ContentAddressMethod; readonly algorithm: HashAlgorithm };

/** Which outputs of a derivation are used. */
export interface UsedOutputs {
  readonly outputs: readonly string[];
  /** For outputs that are derivations themselves, which of theirs: an experimental feature of Nix. */
  readonly dynamic?: ReadonlyMap<string, UsedOutputs>;
}

export interface Derivation {
  readonly name: string;
  readonly outputs: ReadonlyMap<string, DerivationOutput>;
  readonly inputDerivations: ReadonlyMap<StorePath, UsedOutputs>;
  readonly inputSources: readonly StorePath[];
  readonly system: string;
  readonly builder: string;
  readonly args: readonly string[];
  readonly env: BuilderEnvironment;
}

/** The kind that all outputs have in common; throws where they cannot be combined. */
export function outputKind(derivation: Derivation): DerivationOutput["kind"] {
  const kinds = new Set<DerivationOutput["kind"]>();
  const algorithms = new Set<HashAlgorithm>();
  for (const output of derivation.outputs.values()) {
    kinds.add(output.kind);
    if (output.kind === "floating") algorithms.add(output.algorithm);
  }
  if (algorithms.size > 1) refuse("all floating outputs must use the same hash algorithm");
  const [kind, ...others] = kinds;
  if (kind === undefined) refuse("must have at least one output");
  if (others.length > 0) refuse("can't mix derivation output types");
  if (kind === "fixed") {
    if (derivation.outputs.size > 1) refuse("only one fixed output is allowed for now");
    if (!derivation.outputs.has("out")) refuse('single fixed output must be named "out"');
  }
  return kind;
}

/** The path of an output, where it is known before the derivation is built. */
export function outputPath(
  folder: string,
  derivation: string,
  name: string,
  output: DerivationOutput,
): StorePath | undefined {
  switch (output.kind) {
    case "input-addressed":
      return output.path;
    case "fixed":
      return makeFixedOutputPath(folder, outputName(derivation, name), output.content.method, output.content.hash);
    case "floating":
    case "deferred":
    case "impure":
      return undefined;
  }
}

/** What the file of the derivation refers to, in order. */
export function referencesOf({ inputSources, inputDerivations }: Derivation): StorePath[] {
  const references: StorePath[] = [];
  let next = 0;
  for (const derivation of inputDerivations.keys()) {
    while (next < inputSources.length && inputSources[next]! < derivation) references.push(inputSources[next++]!);
    references.push(derivation);
  }
  while (next < inputSources.length) references.push(inputSources[next++]!);
  return references;
}

/** The experimental features of Nix without which it refuses to read the derivation. */
export function experimentalFeatures(derivation: Derivation): string[] {
  const features = new Set<string>();
  for (const output of derivation.outputs.values()) {
    if (output.kind === "floating") features.add("ca-derivations");
    if (output.kind === "impure") features.add("impure-derivations");
    const method = output.kind === "fixed" ? output.content.method : "method" in output ? output.method : "flat";
    if (method === "text") features.add("dynamic-derivations");
  }
  if (hasDynamicInputs(derivation)) features.add("dynamic-derivations");
  return [...features];
}

/** Whether it uses an output of a derivation that is itself an output of one. */
export function hasDynamicInputs(derivation: Derivation): boolean {
  for (const used of derivation.inputDerivations.values()) {
    if (used.dynamic !== undefined && used.dynamic.size > 0) return true;
  }
  return false;
}

function refuse(problem: string): never {
  throw new StoreError(storeMessages["derivation-outputs"](problem));
}

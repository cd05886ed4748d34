/** From what an expression says about a derivation to the derivation, with its own path and those of its outputs. */

import { printer, printMaskedOutputs, printOutputs } from "./aterm-printer.ts";
import type { BuilderEnvironment } from "./builder-environment.ts";
import type { ContentAddress, ContentAddressMethod } from "./content-address.ts";
import { type Derivation, type DerivationOutput, outputPath, referencesOf, type UsedOutputs } from "./derivation.ts";
import { type DerivationHashes, fixedHash, type HashModulo } from "./hash-modulo.ts";
import { type HashAlgorithm, sha256Base16 } from "./hash.ts";
import { makeOutputPath, makeTextPathOf } from "./make-path.ts";
import { inOrder, sortedSet } from "./order.ts";
import { outputPlaceholder } from "./placeholder.ts";
import type { StorePath } from "./store-path.ts";

/** A derivation without paths. Its maps and lists may be in any order, and name things twice. */
export interface DerivationDraft {
  readonly name: string;
  readonly outputs: DraftOutputs;
  readonly inputDerivations: ReadonlyMap<StorePath, UsedOutputs>;
  readonly inputSources: readonly StorePath[];
  readonly system: string;
  readonly builder: string;
  readonly args: readonly string[];
  /** What it says of the outputs is replaced by their paths. */
  readonly env: BuilderEnvironment;
}

export type DraftOutputs =
  | { readonly kind: "input-addressed"; readonly names: readonly string[] }
  /** The one output `out`. */
  | { readonly kind: "fixed"; readonly content: ContentAddress }
  | {
      readonly kind: "floating" | "impure";
      readonly names: readonly string[];
      readonly method: ContentAddressMethod;
      readonly algorithm: HashAlgorithm;
    };

export interface Instantiated {
  readonly path: StorePath;
  readonly derivation: Derivation;
  /** By output; nothing for those that are known only once they are built. */
  readonly outputPaths: ReadonlyMap<string, StorePath | undefined>;
}

/** Computes the paths of a derivation, and makes its hash known to those that will depend on it. */
export function instantiate(draft: DerivationDraft, hashes: DerivationHashes): Instantiated {
  switch (draft.outputs.kind) {
    case "input-addressed":
      return instantiateByHash(draft, draft.outputs.names, hashes);
    case "fixed":
      return instantiateFixed(draft, draft.outputs, hashes);
    case "floating":
    case "impure":
      return instantiateUnknown(draft, draft.outputs, hashes);
  }
}

/**
 * The text is hashed three times: without output paths, which gives them; with the paths of the inputs, which gives the
 * derivation's own; with the hashes of the inputs, by which it enters those that depend on it.
 */
function instantiateByHash(draft: DerivationDraft, names: readonly string[], hashes: DerivationHashes): Instantiated {
  const { folder } = hashes;
  const masked = complete(draft, names, { kind: "deferred" }, () => "");
  const { deferred, inputs } = hashes.inputs(masked);
  const writer = printer.begin(masked);
  const maskedHash = sha256Base16(writer.write(printMaskedOutputs(masked), inputs, () => ""));
  const paths = new Map<string, StorePath>();
  const outputs = new Map<string, DerivationOutput>();
  for (const name of masked.outputs.keys()) {
    const path = deferred ? undefined : makeOutputPath(folder, name, maskedHash, draft.name);
    outputs.set(name, path === undefined ? { kind: "deferred" } : { kind: "input-addressed", path });
    if (path !== undefined) paths.set(name, path);
  }
  const pathOf = (name: string): string => paths.get(name) ?? "";
  for (const name of outputs.keys()) masked.env.set(name, pathOf(name));
  const derivation = { ...masked, outputs };
  const printed = printOutputs(folder, derivation);
  const fileHash = sha256Base16(writer.write(printed, derivation.inputDerivations, pathOf));
  const hash = sha256Base16(writer.write(printed, inputs, pathOf));
  return finish(derivation, fileHash, { deferred, hash, outputs }, hashes);
}

function instantiateFixed(
  draft: DerivationDraft,
  output: DraftOutputs & { kind: "fixed" },
  hashes: DerivationHashes,
): Instantiated {
  const path = outputPath(hashes.folder, draft.name, "out", output)!;
  const derivation = complete(draft, ["out"], output, () => path);
  return finish(derivation, hashOfFile(derivation, hashes), fixedHash(hashes.folder, derivation), hashes);
}

/** Outputs whose paths are not known stand in the environment as placeholders. */
function instantiateUnknown(
  draft: DerivationDraft,
  { kind, names, method, algorithm }: DraftOutputs & { kind: "floating" | "impure" },
  hashes: DerivationHashes,
): Instantiated {
  const derivation = complete(draft, names, { kind, method, algorithm }, outputPlaceholder);
  return finish(derivation, hashOfFile(derivation, hashes), hashes.hash(derivation), hashes);
}

function hashOfFile(derivation: Derivation, { folder }: DerivationHashes): string {
  const outputs = printOutputs(folder, derivation);
  return sha256Base16(printer.begin(derivation).write(outputs, derivation.inputDerivations));
}

function finish(derivation: Derivation, fileHash: string, hash: HashModulo, hashes: DerivationHashes): Instantiated {
  const path = makeTextPathOf(hashes.folder, `${derivation.name}.drv`, fileHash, referencesOf(derivation));
  hashes.add(path, hash);
  const outputPaths = new Map<string, StorePath | undefined>();
  for (const [name, output] of derivation.outputs) {
    outputPaths.set(name, outputPath(hashes.folder, derivation.name, name, output));
  }
  return { path, derivation, outputPaths };
}

/** The draft in order, all its outputs of one kind and in the environment. */
function complete(
  draft: DerivationDraft,
  names: readonly string[],
  output: DerivationOutput,
  valueOf: (output: string) => string,
): Derivation {
  const sortedNames = sortedSet(names);
  const outputs = new Map<string, DerivationOutput>();
  for (const name of sortedNames) outputs.set(name, output);
  return {
    name: draft.name,
    outputs,
    inputDerivations: usedInOrder(draft.inputDerivations),
    inputSources: sortedSet(draft.inputSources),
    system: draft.system,
    builder: draft.builder,
    args: draft.args,
    env: draft.env.with(sortedNames, valueOf),
  };
}

function usedInOrder(inputs: ReadonlyMap<string, UsedOutputs>): ReadonlyMap<string, UsedOutputs> {
  let ordered = inOrder(inputs);
  for (const [input, { outputs, dynamic }] of ordered) {
    const names = sortedSet(outputs);
    if (names === outputs && dynamic === undefined) continue;
    if (ordered === inputs) ordered = new Map(inputs);
    const used = dynamic === undefined ? { outputs: names } : { outputs: names, dynamic: usedInOrder(dynamic) };
    (ordered as Map<string, UsedOutputs>).set(input, used);
  }
  return ordered;
}

/**
 * The hash of a derivation modulo the derivations of fixed outputs that it depends on. It is what output paths are made
 * from: two ways of fetching the same content must not lead to two paths of everything built from it. So an input is
 * hashed not by its path but by its own hash modulo, which for a fixed output is made from the content's hash alone.
 */

import { printMaskedOutputs, printer, printOutputs } from "./aterm-printer.ts";
import { encodeBase16 } from "./base16.ts";
import { printMethodAndAlgorithm } from "./content-address.ts";
import { type Derivation, outputKind, outputPath, type UsedOutputs } from "./derivation.ts";
import { StoreError } from "./error.ts";
import { sha256Base16 } from "./hash.ts";
import { storeMessages } from "./messages.ts";
import { type StorePath } from "./store-path.ts";

export interface HashModulo {
  /** Whether output paths must wait until something that this depends on is built. */
  readonly deferred: boolean;
  /** In base 16, the same for all outputs. */
  readonly hash: string;
  /** By name. */
  readonly outputs: ReadonlyMap<string, unknown>;
}

/** Hashes of derivations, each computed once. */
export class DerivationHashes {
  readonly folder: string;
  readonly #read: (path: StorePath) => Derivation;
  readonly #known = new Map<StorePath, HashModulo>();

  /** `read` is asked for the derivations that nobody has told about with {@link add}. */
  constructor(folder: string, read: (path: StorePath) => Derivation) {
    this.folder = folder;
    this.#read = read;
  }

  /** The hash by which a derivation enters those that depend on it. */
  of(path: StorePath): HashModulo {
    let hash = this.#known.get(path);
    if (hash === undefined) {
      hash = this.hash(this.#read(path));
      this.#known.set(path, hash);
    }
    return hash;
  }

  add(path: StorePath, hash: HashModulo): void {
    this.#known.set(path, hash);
  }

  has(path: StorePath): boolean {
    return this.#known.has(path);
  }

  /** The hash of a derivation whose output paths are known. */
  hash(derivation: Derivation): HashModulo {
    return this.#simpleHash(derivation) ?? this.#hash(derivation, printOutputs(this.folder, derivation));
  }

  /** The hash from which output paths are made, so that it cannot depend on them. */
  maskedHash(derivation: Derivation): HashModulo {
    return this.#simpleHash(derivation) ?? this.#hash(derivation, printMaskedOutputs(derivation), () => "");
  }

  /**
   * The inputs of a derivation by their hashes. Inputs with equal hashes become one, with the outputs of all of them.
   */
  inputs(derivation: Derivation): { readonly deferred: boolean; readonly inputs: readonly [string, UsedOutputs][] } {
    const inputs: [string, UsedOutputs][] = [];
    let deferred = false;
    for (const [path, used] of derivation.inputDerivations) {
      const known = this.of(path);
      deferred ||= known.deferred;
      for (const output of used.outputs) {
        if (known.outputs.has(output)) continue;
        throw new StoreError(storeMessages["missing-output-hash"](output, derivation.name));
      }
      inputs.push([known.hash, used.dynamic === undefined ? used : { outputs: used.outputs }]);
    }
    inputs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return { deferred, inputs: withoutTwins(inputs) };
  }

  /** Of those derivations whose inputs do not matter. */
  #simpleHash(derivation: Derivation): HashModulo | undefined {
    switch (outputKind(derivation)) {
      case "fixed":
        return fixedHash(this.folder, derivation);
      case "impure":
        return { deferred: true, hash: IMPURE, outputs: derivation.outputs };
      case "input-addressed":
      case "deferred":
      case "floating":
        return undefined;
    }
  }

  #hash(derivation: Derivation, outputs: string, valueOf?: (output: string) => string): HashModulo {
    const { deferred, inputs } = this.inputs(derivation);
    const hash = sha256Base16(printer.begin(derivation).write(outputs, inputs, valueOf));
    const { outputs: own } = derivation;
    return { deferred: deferred || outputKind(derivation) === "floating", hash, outputs: own };
  }
}

const IMPURE = sha256Base16("impure");

/** Neighbours with equal hashes become one. */
function withoutTwins(inputs: readonly [string, UsedOutputs][]): readonly [string, UsedOutputs][] {
  if (inputs.every(([hash], index) => index === 0 || inputs[index - 1]![0] !== hash)) return inputs;
  const single: [string, UsedOutputs][] = [];
  for (const [hash, used] of inputs) {
    const last = single.at(-1);
    if (last?.[0] !== hash) single.push([hash, used]);
    else last[1] = { outputs: [...new Set([...last[1].outputs, ...used.outputs])].sort() };
  }
  return single;
}

/** Made from the content's hash and the path, which follows from it and the name. There is one output. */
export function fixedHash(folder: string, derivation: Derivation): HashModulo {
  const { outputs } = derivation;
  for (const [name, output] of outputs) {
    if (output.kind !== "fixed") continue;
    const { method, hash } = output.content;
    const content = `${printMethodAndAlgorithm(method, hash.algorithm)}:${encodeBase16(hash.bytes)}`;
    const path = outputPath(folder, derivation.name, name, output)!;
    return { deferred: false, hash: sha256Base16(`fixed:out:${content}:${path}`), outputs };
  }
  throw new Error("no fixed output");
}

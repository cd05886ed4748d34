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
  /** In base 16, by output. */
  readonly ofOutput: ReadonlyMap<string, string>;
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
    const byHash = new Map<string, string[]>();
    let deferred = false;
    for (const [path, used] of derivation.inputDerivations) {
      const hash = this.of(path);
      deferred ||= hash.deferred;
      for (const output of used.outputs) {
        const own = hash.ofOutput.get(output);
        if (own === undefined) throw new StoreError(storeMessages["missing-output-hash"](output, derivation.name));
        const outputs = byHash.get(own);
        if (outputs === undefined) byHash.set(own, [output]);
        else if (!outputs.includes(output)) outputs.push(output);
      }
    }
    const inputs: [string, UsedOutputs][] = [];
    for (const hash of [...byHash.keys()].sort()) inputs.push([hash, { outputs: byHash.get(hash)!.sort() }]);
    return { deferred, inputs };
  }

  /** Of those derivations whose inputs do not matter. */
  #simpleHash(derivation: Derivation): HashModulo | undefined {
    switch (outputKind(derivation)) {
      case "fixed":
        return fixedHash(this.folder, derivation);
      case "impure":
        return sameForAll(derivation, true, IMPURE);
      case "input-addressed":
      case "deferred":
      case "floating":
        return undefined;
    }
  }

  #hash(derivation: Derivation, outputs: string, valueOf?: (output: string) => string): HashModulo {
    const { deferred, inputs } = this.inputs(derivation);
    const hash = sha256Base16(printer.begin(derivation).write(outputs, inputs, valueOf));
    return sameForAll(derivation, deferred || outputKind(derivation) === "floating", hash);
  }
}

const IMPURE = sha256Base16("impure");

/** The same hash for every output, which is the rule but for fixed ones. */
export function sameForAll(derivation: Derivation, deferred: boolean, hash: string): HashModulo {
  const ofOutput = new Map<string, string>();
  for (const name of derivation.outputs.keys()) ofOutput.set(name, hash);
  return { deferred, ofOutput };
}

/** Made from the content's hash and the path, which follows from it and the name. */
export function fixedHash(folder: string, derivation: Derivation): HashModulo {
  const ofOutput = new Map<string, string>();
  for (const [name, output] of derivation.outputs) {
    if (output.kind !== "fixed") continue;
    const { method, hash } = output.content;
    const content = `${printMethodAndAlgorithm(method, hash.algorithm)}:${encodeBase16(hash.bytes)}`;
    const path = outputPath(folder, derivation.name, name, output)!;
    ofOutput.set(name, sha256Base16(`fixed:out:${content}:${path}`));
  }
  return { deferred: false, ofOutput };
}

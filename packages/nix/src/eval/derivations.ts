/** The derivations of this evaluation, and those of the store that it refers to. */

import { readFileSync } from "node:fs";
import { parseDerivation } from "../store/aterm-parser.ts";
import type { Derivation } from "../store/derivation.ts";
import { DerivationHashes } from "../store/hash-modulo.ts";
import { fail } from "./machine.ts";
import { settings } from "./settings.ts";

const derivations = new Map<string, Derivation>();
let hashes: DerivationHashes | undefined;

export function derivationHashes(): DerivationHashes {
  if (hashes?.folder !== settings.storeDir) hashes = new DerivationHashes(settings.storeDir, derivationAt);
  return hashes;
}

export function rememberDerivation(path: string, derivation: Derivation): void {
  derivations.set(path, derivation);
}

/** A derivation that was evaluated, or else one that lies in the store. */
export function derivationAt(path: string): Derivation {
  const known = derivations.get(path);
  if (known !== undefined) return known;
  let text: string;
  try {
    text = readFileSync(path, "latin1");
  } catch {
    throw fail("invalid-path", `path '${path}' is not valid`);
  }
  const derivation = parseDerivation(settings.storeDir, path, text);
  derivations.set(path, derivation);
  return derivation;
}

/** What the texts refer to that were put into the store, by their path. */
const textReferences = new Map<string, readonly string[]>();

export function rememberText(path: string, references: readonly string[]): void {
  textReferences.set(path, references);
}

/** All that a derivation needs to be built: paths, and for those that are derivations their outputs. */
export function derivationClosure(path: string): Map<string, readonly string[] | undefined> {
  const closure = new Map<string, readonly string[] | undefined>();
  const pending = [path];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (closure.has(next)) continue;
    if (!next.endsWith(".drv")) {
      closure.set(next, undefined);
      pending.push(...(textReferences.get(next) ?? []));
      continue;
    }
    const derivation = derivationAt(next);
    closure.set(next, [...derivation.outputs.keys()]);
    pending.push(...derivation.inputSources, ...derivation.inputDerivations.keys());
  }
  return closure;
}

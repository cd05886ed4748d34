/** The derivations of this evaluation, and those of the store that it refers to. */

import { readFileSync } from "node:fs";
import { parseDerivation } from "../../store/aterm-parser.ts";
import type { Derivation } from "../../store/derivation.ts";
import { DerivationHashes } from "../../store/hash-modulo.ts";
import { typeAt } from "./files.ts";
import { fail } from "../machine/machine.ts";
import { settings } from "../machine/settings.ts";
import { inStore } from "../errors/store-errors.ts";
import { knownDerivation, placeOf, rememberDerivation, storeObject } from "./store-objects.ts";

let hashes: DerivationHashes | undefined;

export function derivationHashes(): DerivationHashes {
  if (hashes?.folder !== settings.storeDir) hashes = new DerivationHashes(settings.storeDir, derivationAt);
  return hashes;
}

/** A derivation that was evaluated, or else one that lies in the store. */
export function derivationAt(path: string): Derivation {
  const known = knownDerivation(path);
  if (known !== undefined) return known;
  const place = placeOf(path);
  let text: string;
  try {
    text = readFileSync(place.kind === "disk" ? place.path : "", "latin1");
  } catch {
    throw fail("io", `opening file '${path}': No such file or directory`);
  }
  const derivation = inStore(() => parseDerivation(settings.storeDir, path, text));
  rememberDerivation(path, derivation);
  return derivation;
}

/** All that a derivation needs to be built: paths, and for those that are derivations their outputs. */
export function derivationClosure(path: string): Map<string, readonly string[] | undefined> {
  const closure = new Map<string, readonly string[] | undefined>();
  const pending = [path];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (closure.has(next)) continue;
    if (!next.endsWith(".drv")) {
      closure.set(next, undefined);
      const object = storeObject(next);
      if (object?.kind === "text") pending.push(...object.references);
      continue;
    }
    if (knownDerivation(next) === undefined && typeAt(next) === undefined) {
      throw fail("invalid-path", `path '${next}' is not valid`);
    }
    const derivation = derivationAt(next);
    closure.set(next, [...derivation.outputs.keys()]);
    pending.push(...derivation.inputSources, ...derivation.inputDerivations.keys());
  }
  return closure;
}

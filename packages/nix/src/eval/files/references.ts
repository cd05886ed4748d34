/** Which store paths a text from the store refers to: those of its object that occur in it. */

import { hashPartOf, splitStorePath } from "../../store/store-path.ts";
import { isInstalled, referencesInStore } from "./installed-nix.ts";
import { EvalError } from "../errors/errors.ts";
import { fail } from "../machine/machine.ts";
import { settings } from "../machine/settings.ts";
import { inStore } from "../errors/store-errors.ts";
import { storeObject } from "./store-objects.ts";

/** The references of the object at a path that occur in a text of its. */
export function referencesIn(text: string, path: string): string[] {
  // what cannot be a hash needs no look at the store, which may not even be there
  if (!mayHaveHash(text)) return [];
  const { path: top } = inStore(() => splitStorePath(settings.storeDir, path));
  if (storeObject(top) === undefined && !isInstalled()) {
    if (!text.includes(`${settings.storeDir}/`)) return [];
    throw fail("limit", `cannot tell what '${path}' refers to: this needs an installed Nix`);
  }
  return referencesOf(top).filter((reference) => text.includes(hashPartOf(reference)));
}

/** The length of the hash in a store path. */
const HASH_LENGTH = 32;

/** Whether so many characters of hashes follow each other. It looks at the last one first, so that it passes over most. */
export function mayHaveHash(text: string): boolean {
  let start = 0;
  let at = HASH_LENGTH - 1;
  while (at < text.length) {
    if (!isOfHash(text.charCodeAt(at))) {
      start = at + 1;
      at = start + HASH_LENGTH - 1;
    } else if (at === start) return true;
    else at--;
  }
  return false;
}

/** Digits and small letters, without `e`, `o`, `t` and `u`. */
function isOfHash(byte: number): boolean {
  if (byte < 0x61) return byte >= 0x30 && byte <= 0x39;
  return byte <= 0x7a && byte !== 0x65 && byte !== 0x6f && byte !== 0x74 && byte !== 0x75;
}

const known = new Map<string, readonly string[]>();

function referencesOf(path: string): readonly string[] {
  const object = storeObject(path);
  if (object !== undefined) return object.kind === "text" ? object.references : [];
  let references = known.get(path);
  if (references === undefined) known.set(path, (references = askStore(path)));
  return references;
}

/** What is in the folder of the store but not known to Nix refers to nothing. */
function askStore(path: string): readonly string[] {
  try {
    return referencesInStore(path);
  } catch (error) {
    if (error instanceof EvalError) return [];
    throw error;
  }
}

/** Under which names the user knows what files of inputs lie in: the hashes in their paths say nothing to anybody. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { DEFAULT_STORE_FOLDER, makeSourcePath, parseSriHash } from "@nivose/nix/store";
import { lockedInputs } from "../fleet/inputs/inputs.ts";

/** The names of the inputs of a flake by their paths in the store, as far as its lock file has them. */
export function sourceNames(folder: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, { locked }] of lockedInputs(lockFileIn(folder))) {
    const place = typeof locked["narHash"] === "string" ? pathOf(locked["narHash"]) : undefined;
    if (place !== undefined) names.set(place, name);
  }
  return names;
}

function lockFileIn(folder: string): Uint8Array | undefined {
  try {
    return readFileSync(path.join(folder, "flake.lock"));
  } catch {
    return undefined; // without a lock file nothing is known by name
  }
}

function pathOf(narHash: string): string | undefined {
  try {
    return makeSourcePath(DEFAULT_STORE_FOLDER, "source", parseSriHash(narHash));
  } catch {
    return undefined; // what is no hash is told of by whoever evaluates
  }
}

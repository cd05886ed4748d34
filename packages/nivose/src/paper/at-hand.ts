/** Whether what a lock file has is on this machine, so that nobody needs paper for it. */

import { existsSync } from "node:fs";
import path from "node:path";
import { DEFAULT_STORE_FOLDER, makeSourcePath, parseSriHash, printHash } from "@nivose/nix/store";
import type { Attributes } from "../fleet/inputs/same-repository.ts";

export interface SourcePlaces {
  /** Where the store is on the disk. */
  readonly store: string;
  /** The cache of sources. */
  readonly cache: string | undefined;
}

export function isAtHand(locked: Attributes, { store, cache }: SourcePlaces): boolean {
  const { narHash, name } = locked;
  if (typeof narHash !== "string") return false;
  try {
    const hash = parseSriHash(narHash);
    const storePath = makeSourcePath(DEFAULT_STORE_FOLDER, typeof name === "string" ? name : "source", hash);
    const kept = path.join(store, path.basename(storePath));
    return existsSync(kept) || (cache !== undefined && existsSync(path.join(cache, printHash(hash, "nix32"))));
  } catch {
    return false; // what is no hash is told of by whoever evaluates
  }
}

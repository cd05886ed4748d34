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

export function isAtHand(locked: Attributes, places: SourcePlaces): boolean {
  return placeAtHand(locked, places) !== undefined;
}

/** Its folder. */
export function placeAtHand(locked: Attributes, { store, cache }: SourcePlaces): string | undefined {
  const { narHash, name } = locked;
  if (typeof narHash !== "string") return undefined;
  try {
    const hash = parseSriHash(narHash);
    const storePath = makeSourcePath(DEFAULT_STORE_FOLDER, typeof name === "string" ? name : "source", hash);
    const kept = [
      path.join(store, path.basename(storePath)),
      ...(cache === undefined ? [] : [path.join(cache, printHash(hash, "nix32"))]),
    ];
    return kept.find((place) => existsSync(place));
  } catch {
    return undefined; // what is no hash is told of by whoever evaluates
  }
}

/** Names in the files of a fleet, kept as long as these are the same by their stamps: parsing a large fleet takes longer. */

import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface Fleet {
  readonly root: string;
  readonly files: readonly string[];
}

/** `find` is asked for what is not known; without a cache it always is. `kind` tells apart what is found in the same files. */
export function keptNames<Names>(
  kind: string,
  { root, files }: Fleet,
  cache: string | undefined,
  find: () => Names,
): Names {
  if (cache === undefined) return find();
  const place = path.join(cache, `${kind}-${digest([root]).slice(0, 32)}.json`);
  const stamp = digest([`${REVISION}`, ...files.map(stampOf)]);
  const kept = read<Names>(place);
  if (kept?.stamp === stamp) return kept.names;
  const names = find();
  mkdirSync(cache, { recursive: true });
  const fresh = `${place}.${randomUUID()}`;
  writeFileSync(fresh, JSON.stringify({ stamp, names }));
  renameSync(fresh, place);
  return names;
}

/** Goes up when other names are found in the same files, so that those that an earlier version has kept are not taken. */
const REVISION = 2;

interface Kept<Names> {
  readonly stamp: string;
  readonly names: Names;
}

function stampOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  return `${file}\0${status?.size}\0${status?.mtimeMs}\0${status?.ctimeMs}\0${status?.ino}`;
}

function digest(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\n")).digest("hex");
}

function read<Names>(place: string): Kept<Names> | undefined {
  try {
    return JSON.parse(readFileSync(place, "utf8")) as Kept<Names>;
  } catch {
    return undefined;
  }
}

/** The names that a fleet selects, kept as long as its files are the same by their stamps: parsing a large fleet takes longer. */

import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** `find` is asked for what is not known; without a cache it always is. */
export function keptNames(
  root: string,
  files: readonly string[],
  cache: string | undefined,
  find: () => readonly string[],
): readonly string[] {
  if (cache === undefined) return find();
  const place = path.join(cache, `names-${digest([root]).slice(0, 32)}.json`);
  const stamp = digest(files.map(stampOf));
  const kept = read(place);
  if (kept?.stamp === stamp) return kept.names;
  const names = find();
  mkdirSync(cache, { recursive: true });
  const fresh = `${place}.${randomUUID()}`;
  writeFileSync(fresh, JSON.stringify({ stamp, names }));
  renameSync(fresh, place);
  return names;
}

function stampOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  return `${file}\0${status?.size}\0${status?.mtimeMs}\0${status?.ctimeMs}\0${status?.ino}`;
}

function digest(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\n")).digest("hex");
}

function read(place: string): { readonly stamp: string; readonly names: readonly string[] } | undefined {
  try {
    return JSON.parse(readFileSync(place, "utf8")) as { readonly stamp: string; readonly names: readonly string[] };
  } catch {
    return undefined;
  }
}

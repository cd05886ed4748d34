/** A flake with the lock file that it has to have, read or made in memory. */

import { canonicalPath } from "../eval/machine/coerce.ts";
import { readBytes, statAt } from "../eval/files/files.ts";
import { fail } from "../eval/machine/machine.ts";
import { inFlake } from "./errors.ts";
import { type FlakeFile, readFlakeFile } from "./flake-file.ts";
import { computeLock, type ComputedLock, type FetchedFlake, isRelativePath, type LockOptions } from "./lock/compute.ts";
import { checkFollows, type InputPath, type LockNode } from "./lock/graph.ts";
import { readLock } from "./lock/read.ts";
import { writeLock } from "./lock/write.ts";
import { type FlakeReference, isLocked, printReference, type Surroundings } from "./reference/index.ts";
import type { Source } from "./source/found.ts";
import { fetchSource } from "./source/source.ts";

export interface LockedFlake {
  readonly reference: FlakeReference;
  readonly source: Source;
  readonly file: FlakeFile;
  readonly lock: ComputedLock;
  /** The lock file that is there; nothing if there is none. */
  readonly oldLock: LockNode;
  /** Whether the lock file that is there is not the one that has to be. */
  readonly isStale: boolean;
}

export interface LockFlakeOptions extends LockOptions {
  /** Whether inputs may be looked up that are not locked. */
  readonly allowUnlocked: boolean;
}

export const keepLock: LockFlakeOptions = { overrides: [], updates: [], isFresh: false, allowUnlocked: true };

export function lockFlake(
  reference: FlakeReference,
  options: LockFlakeOptions,
  surroundings: Surroundings,
): LockedFlake {
  const fetched = new Map<string, Source>();
  const fetch = (each: FlakeReference, isFinal: boolean, path: InputPath): Source => {
    const name = inFlake(() => printReference(each, surroundings));
    const known = fetched.get(name);
    if (known !== undefined) return known;
    if (each.input.attributes.get("type") === "indirect")
      throw fail("limit", `'${name}' is an indirect flake reference, and there is no registry to look it up in`);
    const source = fetchSource(each.input, isFinal, surroundings, path);
    fetched.set(name, source);
    return source;
  };
  const open = (each: FlakeReference, folder: string, path: InputPath, isFinal: boolean): FetchedFlake => {
    const at = isRelativePath(each) ? relativeTo(folder, each) : undefined;
    const source = at === undefined ? fetch(each, isFinal, path) : undefined;
    const place = at ?? canonicalPath(`${source!.storePath}/${each.folder}`);
    const shown = inFlake(() => printReference(each, surroundings));
    const file = readFlakeFile(place, shown, path, surroundings);
    const locked = source === undefined ? each : { input: source.input, folder: each.folder };
    return { file, locked, readLock: () => lockOf(place, surroundings) };
  };
  const source = fetch(reference, false, []);
  const top: FetchedFlake = open(reference, "", [], false);
  const oldLock = inFlake(top.readLock);
  const lock = computeLock({ ...top, readLock: () => oldLock }, options, {
    warn: surroundings.warn,
    flake(each, folder, path) {
      checkUnlocked(each, path, options);
      return open(each, folder, path, false);
    },
    plain(each, folder, path) {
      if (isRelativePath(each)) return { folder: relativeTo(folder, each), locked: each };
      checkUnlocked(each, path, options);
      const found = fetch(each, false, path);
      return { folder: found.storePath, locked: { input: found.input, folder: each.folder } };
    },
  });
  inFlake(() => checkFollows(lock.root));
  const isStale = writeLock(lock.root).text !== writeLock(oldLock).text;
  return { reference, source, file: top.file, lock, oldLock, isStale };
}

function checkUnlocked(reference: FlakeReference, path: InputPath, { allowUnlocked }: LockFlakeOptions): void {
  if (allowUnlocked || isLocked(reference.input) || isRelativePath(reference)) return;
  throw fail("eval", `cannot update unlocked flake input '${path.join("/")}' in pure mode`);
}

function relativeTo(folder: string, { input }: FlakeReference): string {
  return canonicalPath(`${folder}/${String(input.attributes.get("path"))}`);
}

function lockOf(folder: string, surroundings: Surroundings): LockNode {
  const file = `${folder}/flake.lock`;
  if (statAt(file) === undefined) return { inputs: new Map(), lock: undefined };
  return readLock(Buffer.from(readBytes(file)).toString(), file, surroundings);
}

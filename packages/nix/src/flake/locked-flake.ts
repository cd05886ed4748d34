/** A flake with the lock file that it has to have, read or made in memory. */

import { existsSync, readFileSync } from "node:fs";
import { canonicalPath } from "../eval/machine/coerce.ts";
import { readBytes, statAt } from "../eval/files/files.ts";
import { fail } from "../eval/machine/machine.ts";
import { inFlake } from "./errors.ts";
import { type FlakeFile, readFlakeFile } from "./flake-file.ts";
import { computeLock, type ComputedLock, type FetchedFlake, type LockOptions } from "./lock/compute.ts";
import { checkFollows, type InputPath, isRelativePath, type LockNode } from "./lock/graph.ts";
import { readLock } from "./lock/read.ts";
import { writeLock } from "./lock/write.ts";
import {
  attributesAsJson,
  type FlakeReference,
  isLocked,
  printReference,
  referenceAttributes,
  type Surroundings,
} from "./reference/index.ts";
import { resolveReference } from "./registry.ts";
import type { Source } from "./source/found.ts";
import { fetchSource } from "./source/source.ts";

export interface LockedFlake {
  readonly reference: FlakeReference;
  /** What a registry has made of it. */
  readonly resolved: FlakeReference;
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
  readonly useRegistries: boolean;
  /** A lock file to go by instead of that of the flake, on the disk. */
  readonly referenceLock?: string | undefined;
}

export const keepLock: LockFlakeOptions = {
  overrides: [],
  updates: [],
  isFresh: false,
  allowUnlocked: true,
  useRegistries: true,
};

export function lockFlake(
  reference: FlakeReference,
  options: LockFlakeOptions,
  surroundings: Surroundings,
): LockedFlake {
  const fetched = new Map<string, Source>();
  const nameOf = (each: FlakeReference): string => inFlake(() => printReference(each, surroundings));
  const resolve = (each: FlakeReference): FlakeReference => {
    if (each.input.attributes.get("type") === "indirect" && !options.useRegistries)
      throw fail("eval", `'${nameOf(each)}' is an indirect flake reference, but registry lookups are not allowed`);
    return resolveReference(each, surroundings);
  };
  const fetch = (each: FlakeReference, path: InputPath): Source => {
    const key = attributesAsJson(referenceAttributes(each));
    const known = fetched.get(key);
    if (known !== undefined) return known;
    const source = fetchSource(each.input, surroundings, path);
    fetched.set(key, source);
    return source;
  };
  const open = (each: FlakeReference, folder: string, path: InputPath): FetchedFlake => {
    const readAt = (place: string, at: FlakeReference, locked: FlakeReference): FetchedFlake => ({
      file: readFlakeFile(place, nameOf(at), path, surroundings),
      locked,
      readLock: () => lockOf(place, surroundings),
    });
    if (isRelativePath(each)) return readAt(relativeTo(folder, each), each, each);
    const resolved = resolve(each);
    const source = fetch(resolved, path);
    const locked = { input: source.input, folder: resolved.folder };
    return readAt(canonicalPath(`${source.storePath}/${resolved.folder}`), resolved, locked);
  };
  const resolved = resolve(reference);
  const source = fetch(resolved, []);
  const top = open(resolved, "", []);
  const { referenceLock } = options;
  const oldLock = inFlake(() => (referenceLock === undefined ? top.readLock() : lockAt(referenceLock, surroundings)));
  const lock = computeLock({ ...top, readLock: () => oldLock }, options, {
    nameOf,
    warn: surroundings.warn,
    flake(each, folder, path) {
      checkUnlocked(each, path, options);
      return open(each, folder, path);
    },
    plain(each, folder, path) {
      if (isRelativePath(each)) return { folder: relativeTo(folder, each), locked: each };
      checkUnlocked(each, path, options);
      const plain = resolve(each);
      const found = fetch(plain, path);
      return { folder: found.storePath, locked: { input: found.input, folder: plain.folder } };
    },
  });
  inFlake(() => checkFollows(lock.root));
  const isStale = writeLock(lock.root).text !== writeLock(oldLock).text;
  return { reference, resolved, source, file: top.file, lock, oldLock, isStale };
}

function checkUnlocked(reference: FlakeReference, path: InputPath, { allowUnlocked }: LockFlakeOptions): void {
  if (allowUnlocked || isLocked(reference.input) || isRelativePath(reference)) return;
  throw fail("eval", `cannot update unlocked flake input '${path.join("/")}' in pure mode`);
}

function relativeTo(folder: string, { input }: FlakeReference): string {
  return canonicalPath(`${folder}/${String(input.attributes.get("path"))}`);
}

/** One that is not there is empty. */
function lockAt(file: string, surroundings: Surroundings): LockNode {
  const place = Buffer.from(file, "latin1");
  return existsSync(place)
    ? readLock(readFileSync(place, "utf8"), file, surroundings)
    : { inputs: new Map(), lock: undefined };
}

function lockOf(folder: string, surroundings: Surroundings): LockNode {
  const file = `${folder}/flake.lock`;
  if (statAt(file) === undefined) return { inputs: new Map(), lock: undefined };
  return readLock(Buffer.from(readBytes(file)).toString(), file, surroundings);
}

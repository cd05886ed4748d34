/** Flakes on paper that are made on this machine, each in a folder of the cache whose name says what is in it. */

import { randomUUID } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { diskTree, type Hash, hashNar, printHash } from "@nivose/nix/store";

export interface PaperSource {
  readonly folder: string;
  readonly narHash: string;
}

export function layOut(cache: string, kind: string, fill: (folder: string) => void): PaperSource {
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const fresh = mkdtempSync(path.join(cache, ".new-"));
  try {
    fill(fresh);
    const { hash } = hashNar(diskTree, fresh);
    const folder = path.join(cache, `${kind}-${printHash(hash, "nix32").slice(0, 32)}`);
    if (!isWhole(folder, hash)) renameInPlace(fresh, folder);
    return { folder, narHash: printHash(hash, "sri") };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The same for what is large: what was made is remembered by what it was made from. */
export function layOutOnce(
  cache: string,
  kind: string,
  madeFrom: readonly string[],
  fill: (folder: string) => void,
): PaperSource {
  const mark = path.join(cache, `${kind}.json`);
  const made = remembered(mark);
  if (made !== undefined && madeFrom.every((each, index) => each === made.madeFrom[index])) return made;
  const source = layOut(cache, kind, fill);
  // whoever reads meanwhile meets either
  const fresh = `${mark}.${randomUUID()}`;
  writeFileSync(fresh, JSON.stringify({ ...source, madeFrom }));
  renameSync(fresh, mark);
  if (made !== undefined && made.folder !== source.folder) rmSync(made.folder, { recursive: true, force: true });
  return source;
}

function remembered(mark: string): (PaperSource & { readonly madeFrom: readonly string[] }) | undefined {
  try {
    const made = JSON.parse(readFileSync(mark, "utf8")) as PaperSource & { readonly madeFrom: readonly string[] };
    return existsSync(made.folder) ? made : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever evaluates takes the hash on trust, and a disk that was full leaves half a folder. */
function isWhole(folder: string, hash: Hash): boolean {
  if (!existsSync(folder)) return false;
  if (printHash(hashNar(diskTree, folder).hash, "sri") === printHash(hash, "sri")) return true;
  rmSync(folder, { recursive: true, force: true });
  return false;
}

/** Somebody else may have made the same meanwhile. */
function renameInPlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Of a folder that nobody may write to, such as one in a store, the copy may be written to. */
export function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const [source, target] = [realpathSync(path.join(from, name)), path.join(to, name)];
    const status = statSync(source);
    if (status.isDirectory()) copyTree(source, target);
    else if (status.isFile()) {
      copyFileSync(source, target);
      chmodSync(target, (status.mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
}

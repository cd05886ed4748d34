/** The disk as a source tree. Its names are bytes, whatever the system's locale. */

import fs from "node:fs";
import { StoreError } from "./error.ts";
import { storeMessages } from "./messages.ts";
import type { FileStatus, SourceTree } from "./source-tree.ts";

/** Large enough that a read is cheap next to hashing what it brings, small enough to stay in the processor's cache. */
const PIECE_SIZE = 256 * 1024;

const OPEN_FLAGS = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0);

let piece: Buffer | undefined;

export const diskTree: SourceTree = { status, readFolder, readLink, copyFile };

function status(path: string): FileStatus {
  const found = look(path);
  if (found === undefined) throw new StoreError(storeMessages["path-does-not-exist"](path));
  if (found.isFile()) return { type: "regular", size: found.size, executable: (found.mode & 0o100) !== 0 };
  const type = found.isDirectory() ? "directory" : found.isSymbolicLink() ? "symlink" : "unknown";
  return { type, size: 0, executable: false };
}

function readFolder(path: string): readonly string[] {
  return attempt(
    () => fs.readdirSync(systemPath(path), "latin1"),
    () => `reading directory ${path}`,
  );
}

function readLink(path: string): string {
  return attempt(
    () => fs.readlinkSync(systemPath(path), "latin1"),
    () => `reading symbolic link '${path}'`,
  );
}

function copyFile(path: string, write: (piece: Uint8Array) => void, size?: number): void {
  if (size === undefined) checkReadable(path);
  const file = attempt(
    () => fs.openSync(systemPath(path), OPEN_FLAGS),
    () => `opening file '${path}'`,
  );
  // Whoever is written to may copy another file meanwhile, and then needs a piece of its own.
  const into = piece ?? Buffer.allocUnsafeSlow(PIECE_SIZE);
  piece = undefined;
  try {
    for (let left = size ?? fs.fstatSync(file).size; left > 0;) {
      const read = attempt(
        () => fs.readSync(file, into, 0, Math.min(left, PIECE_SIZE), null),
        () => `reading from file '${path}'`,
      );
      if (read === 0) throw new StoreError(storeMessages["unexpected-end-of-file"](path));
      write(read === PIECE_SIZE ? into : into.subarray(0, read));
      left -= read;
    }
  } finally {
    piece = into;
    fs.closeSync(file);
  }
}

function look(path: string): fs.Stats | undefined {
  return attempt(
    () => fs.lstatSync(systemPath(path), { throwIfNoEntry: false }),
    () => `getting status of '${path}'`,
  );
}

/** Refuses what Nix refuses, and a pipe, where Nix waits for somebody who writes to it. */
function checkReadable(path: string): void {
  const found = look(path);
  if (found?.isSymbolicLink()) throw new StoreError(storeMessages["path-is-a-link"](path));
  if (found?.isFIFO()) throw new StoreError(storeMessages["unsupported-file-type"](path));
}

/** Node encodes a string as UTF-8, which is right only for ASCII. */
function systemPath(path: string): string | Buffer {
  return /^[\0-\x7f]*$/.test(path) ? path : Buffer.from(path, "latin1");
}

function attempt<Result>(action: () => Result, what: () => string): Result {
  try {
    return action();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    throw new StoreError(storeMessages["unreadable-file"](what(), reason), { cause: error });
  }
}

/** The C library's words for what the system refused, or nothing where the error is not the system's. */
function systemReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  const code = String(error.code);
  return reasons[code] ?? code;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "Permission denied",
  EIO: "Input/output error",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  EMFILE: "Too many open files",
  ENAMETOOLONG: "File name too long",
  ENOENT: "No such file or directory",
  ENOTDIR: "Not a directory",
  ENXIO: "No such device or address",
  EPERM: "Operation not permitted",
};

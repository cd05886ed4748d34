/**
 * Every operation by which a change alters the disk. Each tells its step before it takes place, so that tests can stop
 * the world between any two of them. What must survive a power cut is synced here or by the caller: a file's bytes by
 * syncing the file, its name by syncing its folder.
 */

import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { FileContent } from "./content.ts";
import { errorCode, unless } from "./problem.ts";

export type StepHook = (operation: string, location: string) => void;

/** Writes a file that must not exist yet, and syncs it. */
export function writeNewFile(step: StepHook, location: string, content: FileContent): void {
  step("create", location);
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  // contents that replace a file's are never more readable than that file, not even for a moment
  const mode = content.owner === undefined ? content.mode : content.mode & 0o700;
  const file = openSync(location, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  try {
    step("write", location);
    writeFileSync(file, content.bytes);
    if (content.owner !== undefined) adopt(file, content.mode, content.owner);
    step("sync", location);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives a file a second name, or copies it where the file system does not allow that. */
export function linkOrCopy(step: StepHook, from: string, to: string, content: FileContent): void {
  step("link", to);
  try {
    linkSync(from, to);
  } catch (error) {
    if (!CANNOT_LINK.has(errorCode(error) ?? "")) throw error;
    writeNewFile(step, to, content);
  }
}

/** Makes a symbolic link where nothing is. Returns whether it did. */
export function makeLink(step: StepHook, location: string, target: string): boolean {
  step("symlink", location);
  try {
    symlinkSync(target, location);
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    return false;
  }
}

/** Takes the place of what is at `to`, at once. */
export function rename(step: StepHook, from: string, to: string): void {
  step("rename", to);
  renameSync(from, to);
}

/** Moves a file to a place where nothing is. Returns whether it did: the place may just have been taken. */
export function renameToFree(step: StepHook, from: string, to: string): boolean {
  step("link", to);
  try {
    linkSync(from, to);
  } catch (error) {
    const code = errorCode(error) ?? "";
    if (code === "EEXIST") return false;
    if (!CANNOT_LINK.has(code)) throw error;
    rename(step, from, to);
    return true;
  }
  removeFile(step, from);
  return true;
}

export function removeFile(step: StepHook, location: string): void {
  step("unlink", location);
  unlinkSync(location);
}

/** Removes a file of our own, if it is there. */
export function clearFile(step: StepHook, location: string): void {
  unless(["ENOENT", "ENOTDIR"], () => {
    if (lstatSync(location, { throwIfNoEntry: false }) !== undefined) removeFile(step, location);
  });
}

export function makeFolder(step: StepHook, location: string, mode?: number): void {
  step("mkdir", location);
  try {
    mkdirSync(location);
    if (mode !== undefined) chmodSync(location, mode);
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || !lstatSync(location).isDirectory()) throw error;
  }
}

/** Removes a folder if it is empty. */
export function removeFolder(step: StepHook, location: string): void {
  step("rmdir", location);
  unless(["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"], () => rmdirSync(location));
}

/** Removes a folder of our own with everything in it. */
export function removeTree(step: StepHook, location: string): void {
  step("remove", location);
  rmSync(location, { recursive: true, force: true });
}

/** Makes the names in a folder survive a power cut. A folder that is gone has none. */
export function syncFolder(step: StepHook, location: string): void {
  step("sync folder", location);
  // some file systems cannot sync folders, and write their names in order instead
  unless(["ENOENT", "ENOTDIR", "ELOOP", "EINVAL", "ENOTSUP", "EACCES"], () => {
    const folder = openSync(location, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  });
}

/** Makes a folder of our own with all that it lies in, so that it survives a power cut. Only its owner can read it. */
export function makePrivateFolders(step: StepHook, location: string): void {
  if (lstatSync(location, { throwIfNoEntry: false }) !== undefined) return;
  const above = dirname(location);
  makePrivateFolders(step, above);
  step("mkdir", location);
  unless(["EEXIST"], () => mkdirSync(location, 0o700));
  syncFolder(step, above);
}

const CANNOT_LINK: ReadonlySet<string> = new Set([
  "EPERM",
  "EXDEV",
  "EMLINK",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EACCES",
]);

/** Gives a new file the owner and the mode of the one that it will replace, as far as that is allowed. */
function adopt(file: number, mode: number, owner: { readonly user: number; readonly group: number }): void {
  const { uid, gid } = fstatSync(file);
  if (uid !== owner.user || gid !== owner.group) {
    unless(["EPERM", "EINVAL", "ENOSYS"], () => fchownSync(file, owner.user, owner.group));
  }
  unless(["EPERM", "ENOSYS"], () => fchmodSync(file, mode));
}

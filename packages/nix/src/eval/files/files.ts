/**
 * The file system as evaluation sees it: absolute paths, symbolic links as Nix treats them, and in restricted mode only
 * what is allowed. What is read here is what an answer depends on.
 */

import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  type Stats,
} from "node:fs";
import { basename } from "node:path/posix";
import { canonicalPath } from "../machine/coerce.ts";
import { CORE_FOLDER, coreFiles, isCorePath, textOfPath } from "./core-files.ts";
import { EvalError } from "../errors/errors.ts";
import { fail } from "../machine/machine.ts";
import { settings } from "../machine/settings.ts";
import { type Place, placeOf, storeObject } from "./store-objects.ts";
import { noteContent, noteNames, noteTarget, noteType } from "./reads.ts";
import { withUntracked } from "./untracked.ts";
import { isDerivationPath, isInStore } from "../../store/store-path.ts";
import { contentDigest } from "../../trace/digest.ts";

export type FileType = "regular" | "directory" | "symlink" | "unknown";

/** A path of the evaluator, whose characters are bytes, as the operating system wants it; nothing that it knows is at `""`. */
function native(path: string, place = placeOf(path)): string | Buffer {
  const found = place.kind === "disk" ? place.path : "";
  for (let at = 0; at < found.length; at++) if (found.charCodeAt(at) > 127) return Buffer.from(found, "latin1");
  return found;
}

/** Store paths that may be read in any mode, because the expression itself has brought them about. */
const ownStorePaths = new Set<string>();

export function allowStorePath(path: string): void {
  ownStorePaths.add(path);
}

function isOwn(path: string): boolean {
  if (!isInStore(settings.storeDir, path)) return false;
  const slash = path.indexOf("/", settings.storeDir.length + 1);
  const top = slash < 0 ? path : path.slice(0, slash);
  return ownStorePaths.has(top) || (!isDerivationPath(top) && storeObject(top) !== undefined);
}

/** Throws where the path may not be read; the error names the first folder on the way that may not. */
export function checkAllowed(path: string): void {
  if (isAllowed(path)) return;
  let end = path.indexOf("/", 1);
  while (end > 0 && isPassed(path.slice(0, end))) end = path.indexOf("/", end + 1);
  const mode = settings.pure ? "pure evaluation mode (use '--impure' to override)" : "restricted mode";
  throw fail("restricted", `access to absolute path '${end < 0 ? path : path.slice(0, end)}' is forbidden in ${mode}`);
}

/** Whether a path leads to one that may be looked at; the folder of the store does as soon as something is in it. */
function isPassed(path: string): boolean {
  return isAllowed(path) || (ownStorePaths.size > 0 && `${settings.storeDir}/`.startsWith(`${path}/`));
}

/** Whether a path may be looked at: what is allowed, what is below it, and the folders that lead there. */
function isAllowed(path: string): boolean {
  if ((!settings.restricted && !settings.pure) || isOwn(path)) return true;
  const below = path === "/" ? "/" : `${path}/`;
  return settings.allowedPaths.some(
    (each) => path === each || path.startsWith(each === "/" ? "/" : `${each}/`) || each.startsWith(below),
  );
}

/** What is known of a file without reading it. Times are in milliseconds. */
export interface FileStat {
  readonly type: FileType;
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  /** The number of the file, and that of the device it is on. */
  readonly number: number;
  readonly device: number;
}

/** What was there when it was first looked at: for one evaluation, the file system stands still, as it does for Nix. */
const stats = new Map<string, FileStat>();

/** Looks anew: for the next evaluation files may be others. */
export function forgetFiles(): void {
  stats.clear();
  plainFolders.clear();
  ownStorePaths.clear();
}

/** What is at a path, links not followed; `undefined` if nothing is there. */
export function statAt(path: string): FileStat | undefined {
  const known = stats.get(path);
  if (known !== undefined) return known;
  try {
    const place = placeOf(path);
    if (place.kind === "nowhere") noteType(place.path, "nothing");
    if (place.kind === "text")
      return { type: "regular", size: place.text.length, modified: 0, changed: 0, number: 0, device: 0 };
    const stat = lstatSync(native(path, place), { throwIfNoEntry: false });
    if (place.kind === "disk") noteType(place.path, stat === undefined ? "nothing" : typeOf(stat));
    if (stat === undefined) return undefined;
    const { size, mtimeMs, ctimeMs, ino, dev } = stat;
    const found = { type: typeOf(stat), size, modified: mtimeMs, changed: ctimeMs, number: ino, device: dev };
    stats.set(path, found);
    return found;
  } catch {
    return undefined; // below a file, or not to be looked at
  }
}

/** The type of what is at a path, links not followed; `undefined` if nothing is there. */
export function typeAt(path: string): FileType | undefined {
  if (isCorePath(path)) return coreFiles.has(path) ? "regular" : path === CORE_FOLDER ? "directory" : undefined;
  return statAt(path)?.type;
}

/** Folders that are known to be no links, so that the path of a file is not looked at part by part each time. */
const plainFolders = new Set<string>();

/** The path without links in it, those of its folders and, unless told otherwise, the one at its end. */
export function resolveLinks(path: string, last: "follow" | "keep" = "follow"): string {
  const canonical = canonicalPath(path);
  const slash = canonical.lastIndexOf("/");
  const known = plainFolders.has(canonical.slice(0, slash));
  const pending = known ? [canonical.slice(slash + 1)] : canonical.split("/").filter(Boolean).toReversed();
  let resolved = known ? canonical.slice(0, slash) : "";
  let followed = 0;
  while (pending.length > 0) {
    const part = pending.pop()!;
    if (part === "..") {
      resolved = resolved.slice(0, Math.max(0, resolved.lastIndexOf("/")));
      continue;
    }
    if (part === "." || part === "") continue;
    const next = `${resolved}/${part}`;
    if ((last === "keep" && pending.length === 0) || typeAt(next) !== "symlink") {
      if (pending.length > 0 && followed === 0) plainFolders.add(next);
      resolved = next;
      continue;
    }
    if (++followed > 1024) throw fail("eval", `infinite symlink recursion in path '${path}'`);
    const target = linkTarget(next);
    if (target.startsWith("/")) resolved = "";
    pending.push(...target.split("/").filter(Boolean).toReversed());
  }
  return resolved === "" ? "/" : resolved;
}

/** The outermost folder above a path that is a link. */
export function linkAbove(path: string): string | undefined {
  for (let slash = path.indexOf("/", 1); slash > 0; slash = path.indexOf("/", slash + 1)) {
    const folder = path.slice(0, slash);
    if (!plainFolders.has(folder) && typeAt(folder) === "symlink") return folder;
  }
  return undefined;
}

/** The target of a link. */
export function linkTarget(path: string): string {
  const place = placeOf(path);
  const target = readlinkSync(native(path, place), "latin1");
  if (place.kind === "disk") noteTarget(place.path, target);
  return target;
}

/** The bytes of a file. */
export function readBytes(path: string): Uint8Array {
  const core = coreFiles.get(path);
  if (core !== undefined) return core;
  if (path === CORE_FOLDER) throw fail("io", "file '/' is not a regular file");
  if (isCorePath(path)) throw fail("io", `file '${textOfPath(path)}' does not exist`);
  checkAllowed(path);
  const real = resolveLinks(path);
  checkAllowed(real);
  const place = placeOf(real);
  if (place.kind === "text") return Buffer.from(place.text, "latin1");
  try {
    const bytes = readAtOnce(native(real, place), path);
    if (place.kind === "disk") noteContent(place.path, () => contentDigest(bytes));
    return bytes;
  } catch (error) {
    if (error instanceof EvalError) throw error;
    const code = codeOf(error, place);
    const attempt = code === "EISDIR" ? "reading from file" : "opening file";
    throw withUntracked(fail("io", `${attempt} '${real}': ${reasons[code] ?? code}`), real);
  }
}

/**
 * As many bytes as the system says that the file has, as Nix does: none of `/dev/zero` and of what is below `/proc`. Nix
 * waits for whoever writes into a pipe; an evaluation of ours waits for nothing.
 */
function readAtOnce(location: string | Buffer, path: string): Uint8Array {
  const file = openSync(location, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (stat.isFIFO() || stat.isSocket())
      throw fail("limit", `'${path}' is a pipe, which evaluation does not wait for`);
    if (stat.isFile() && stat.size > 0) return readBytesOf(file, stat.size);
    if (stat.isDirectory()) readSync(file, new Uint8Array(1)); // fails as it should
    return new Uint8Array(0);
  } finally {
    closeSync(file);
  }
}

/** Node's own function for that asks the system for the size once more. */
function readBytesOf(file: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size);
  let used = 0;
  while (used < size) {
    const read = readSync(file, bytes, used, size - used, null);
    if (read === 0) return bytes.subarray(0, used);
    used += read;
  }
  return bytes;
}

/** The names in a folder and their types, in no particular order. */
export function readFolder(path: string): { readonly name: string; readonly type: FileType }[] {
  if (path === CORE_FOLDER) return [...coreFiles.keys()].map((file) => ({ name: basename(file), type: "regular" }));
  checkAllowed(path);
  const real = resolveLinks(path);
  checkAllowed(real);
  const place = placeOf(real);
  try {
    const entries = readdirSync(native(real, place), { withFileTypes: true, encoding: "latin1" as BufferEncoding });
    const folder = real === "/" ? "" : real;
    const found = entries
      .filter(({ name }) => placeOf(`${folder}/${name}`).kind !== "nowhere" && isAllowed(`${folder}/${name}`))
      .map((entry) => ({ name: entry.name, type: typeOf(entry) }));
    if (place.kind === "disk") noteFolder(place.path, found);
    return found;
  } catch (error) {
    const code = codeOf(error, place);
    throw withUntracked(fail("io", `reading directory ${real}: ${reasons[code] ?? code}`), real);
  }
}

function noteFolder(place: string, entries: readonly { readonly name: string; readonly type: FileType }[]): void {
  noteNames(
    place,
    entries.map(({ name }) => name),
  );
  for (const { name, type } of entries) noteType(`${place}/${name}`, type);
}

function typeOf(entry: Pick<Stats, "isFile" | "isDirectory" | "isSymbolicLink">): FileType {
  if (entry.isFile()) return "regular";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "symlink" : "unknown";
}

/** Why the system could not read something at a place. */
function codeOf(error: unknown, place: Place): string {
  if (place.kind === "text") return "ENOTDIR";
  return place.kind === "nowhere" ? place.reason : String((error as NodeJS.ErrnoException).code);
}

/** What the system says, in the C library's words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "Permission denied",
  EIO: "Input/output error",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENAMETOOLONG: "File name too long",
  ENOENT: "No such file or directory",
  ENOTDIR: "Not a directory",
  ENXIO: "No such device or address",
  EPERM: "Operation not permitted",
};

/**
 * The file system as evaluation sees it: absolute paths, symbolic links as Nix treats them, and in restricted mode only
 * what is allowed. What is read here is what an answer depends on.
 */

import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from "node:fs";
import { canonicalPath } from "./coerce.ts";
import { coreFiles } from "./core-files.ts";
import { fail } from "./machine.ts";
import { settings } from "./settings.ts";

export type FileType = "regular" | "directory" | "symlink" | "unknown";

/** A path of the evaluator, whose characters are bytes, as the operating system wants it. */
function native(path: string): string | Buffer {
  for (let at = 0; at < path.length; at++) if (path.charCodeAt(at) > 127) return Buffer.from(path, "latin1");
  return path;
}

export function checkAllowed(path: string): void {
  if (isAllowed(path)) return;
  const mode = settings.pure ? "pure evaluation mode (use '--impure' to override)" : "restricted mode";
  throw fail("restricted", `access to absolute path '${path}' is forbidden in ${mode}`);
}

/** Whether a path may be looked at: what is allowed, what is below it, and the folders that lead there. */
function isAllowed(path: string): boolean {
  if (!settings.restricted && !settings.pure) return true;
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
  readonly number: number;
}

/** What was there when it was first looked at: for one evaluation, the file system stands still, as it does for Nix. */
const stats = new Map<string, FileStat>();

/** What is at a path, links not followed; `undefined` if nothing is there. */
export function statAt(path: string): FileStat | undefined {
  const known = stats.get(path);
  if (known !== undefined) return known;
  try {
    const stat = lstatSync(native(path), { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    const { size, mtimeMs, ctimeMs, ino } = stat;
    const found = { type: typeOf(stat), size, modified: mtimeMs, changed: ctimeMs, number: ino };
    stats.set(path, found);
    return found;
  } catch {
    return undefined; // below a file, or not to be looked at
  }
}

/** The type of what is at a path, links not followed; `undefined` if nothing is there. */
export function typeAt(path: string): FileType | undefined {
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
    if (++followed > 1024) throw fail("io", `infinite symlink recursion in path '${path}'`);
    const target = linkTarget(next);
    if (target.startsWith("/")) resolved = "";
    pending.push(...target.split("/").filter(Boolean).toReversed());
  }
  return resolved === "" ? "/" : resolved;
}

/** The target of a link. */
export function linkTarget(path: string): string {
  return readlinkSync(native(path), "latin1");
}

/** The bytes of a file. */
export function readBytes(path: string): Uint8Array {
  const core = coreFiles.get(path);
  if (core !== undefined) return core;
  checkAllowed(path);
  const real = resolveLinks(path);
  checkAllowed(real);
  try {
    return readFileSync(native(real));
  } catch (error) {
    const code = codeOf(error);
    const attempt = code === "EISDIR" ? "reading from file" : "opening file";
    throw fail("io", `${attempt} '${path}': ${reasons[code] ?? code}`);
  }
}

/** The names in a folder and their types, in no particular order. */
export function readFolder(path: string): { readonly name: string; readonly type: FileType }[] {
  checkAllowed(path);
  const real = resolveLinks(path);
  checkAllowed(real);
  try {
    const entries = readdirSync(native(real), { withFileTypes: true, encoding: "latin1" as BufferEncoding });
    return entries
      .filter(({ name }) => isAllowed(`${real === "/" ? "" : real}/${name}`))
      .map((entry) => ({ name: entry.name, type: typeOf(entry) }));
  } catch (error) {
    throw fail("io", `reading directory ${path}: ${reasons[codeOf(error)] ?? codeOf(error)}`);
  }
}

function typeOf(entry: Pick<Stats, "isFile" | "isDirectory" | "isSymbolicLink">): FileType {
  if (entry.isFile()) return "regular";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "symlink" : "unknown";
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}

/** What the system says, in the C library's words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "Permission denied",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENAMETOOLONG: "File name too long",
  ENOENT: "No such file or directory",
  ENOTDIR: "Not a directory",
};

/**
 * The file system as evaluation sees it: absolute paths, symbolic links as Nix treats them, and in restricted mode only
 * what is allowed. What is read here is what an answer depends on.
 */

import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { canonicalPath } from "./coerce.ts";
import { coreFiles } from "./core-files.ts";
import { fail } from "./machine.ts";
import { settings } from "./settings.ts";

export type FileType = "regular" | "directory" | "symlink" | "unknown";

/** A path of the evaluator, whose characters are bytes, as the operating system wants it. */
function native(path: string): Buffer {
  return Buffer.from(path, "latin1");
}

export function checkAllowed(path: string): void {
  if (!settings.restricted && !settings.pure) return;
  const allowed = settings.allowedPaths.some(
    (each) => path === each || path.startsWith(each === "/" ? "/" : `${each}/`) || each.startsWith(`${path}/`),
  );
  if (allowed) return;
  const mode = settings.pure ? "pure evaluation mode (use '--impure' to override)" : "restricted mode";
  throw fail("restricted", `access to absolute path '${path}' is forbidden in ${mode}`);
}

/** The type of what is at a path, links not followed; `undefined` if nothing is there. */
export function typeAt(path: string): FileType | undefined {
  let stat;
  try {
    stat = lstatSync(native(path));
  } catch {
    return undefined;
  }
  if (stat.isFile()) return "regular";
  if (stat.isDirectory()) return "directory";
  return stat.isSymbolicLink() ? "symlink" : "unknown";
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
    const target = readlinkSync(native(next)).toString();
    if (target.startsWith("/")) resolved = "";
    pending.push(...target.split("/").filter(Boolean).toReversed());
  }
  return resolved === "" ? "/" : resolved;
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
    throw unreadable(path, error);
  }
}

/** The names in a folder and their types, in no particular order. */
export function readFolder(path: string): { readonly name: string; readonly type: FileType }[] {
  checkAllowed(path);
  const real = resolveLinks(path);
  try {
    return readdirSync(native(real), { withFileTypes: true, encoding: "latin1" as BufferEncoding }).map((entry) => ({
      name: entry.name,
      type: entry.isFile()
        ? "regular"
        : entry.isDirectory()
          ? "directory"
          : entry.isSymbolicLink()
            ? "symlink"
            : "unknown",
    }));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return fail("io", `path '${path}' does not exist`);
  if (code === "EISDIR") return fail("io", `path '${path}' is not a regular file`);
  const reason = code === "EACCES" ? "Permission denied" : String(code);
  return fail("io", `opening file '${path}': ${reason}`);
}

/**
 * What is at a path: a file, a symbolic link, nothing, or something that no plan touches. Nothing here follows a
 * symbolic link: below a link to a folder there is, for a plan, nothing.
 */

import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readlinkSync, type Stats } from "node:fs";
import { join } from "node:path";
import { fingerprintOfFile } from "./fingerprint.ts";
import { foldersAbove } from "./path.ts";
import { errorCode } from "./problem.ts";

export type Content = Absent | FileContent | LinkContent | Foreign;

export interface Absent {
  readonly kind: "absent";
}

export interface FileContent {
  readonly kind: "file";
  readonly bytes: Uint8Array;
  readonly mode: number;
  /** Who owns the file that this content was read from. */
  readonly owner?: { readonly user: number; readonly group: number };
  /** How many names that file has. */
  readonly names?: number;
}

export interface LinkContent {
  readonly kind: "link";
  readonly target: string;
}

/** A folder, a socket, a device, a link whose target is no text. */
export interface Foreign {
  readonly kind: "foreign";
  readonly what: string;
  readonly folder: boolean;
}

/** A content without its bytes: what the journal writes down, and by which a change is recognised. */
export type State =
  | Absent
  | { readonly kind: "file"; readonly fingerprint: string; readonly mode: number }
  | LinkContent
  | { readonly kind: "foreign" };

export const ABSENT: Absent = { kind: "absent" };

/** What is at a path below the root. */
export function readContent(root: string, path: string): Content {
  return firstNonFolder(root, path) === undefined ? readAt(join(root, path)) : ABSENT;
}

/** What is at an absolute path. */
export function readAt(location: string): Content {
  const found = lstatSync(location, { throwIfNoEntry: false });
  if (found === undefined) return ABSENT;
  if (found.isSymbolicLink()) {
    const target = readlinkSync(location, "buffer");
    const text = target.toString("utf8");
    if (!Buffer.from(text).equals(target)) return { kind: "foreign", what: "a link to no text", folder: false };
    return { kind: "link", target: text };
  }
  if (found.isDirectory()) return { kind: "foreign", what: "a folder", folder: true };
  if (!found.isFile()) return { kind: "foreign", what: "a special file", folder: false };
  const file = openSync(location, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { mode, uid, gid, nlink } = fstatSync(file);
    const owner = { user: uid, group: gid };
    return { kind: "file", bytes: readFileSync(file), mode: mode & 0o7777, owner, names: nlink };
  } finally {
    closeSync(file);
  }
}

export function stateOf(content: Content): State {
  switch (content.kind) {
    case "file":
      return { kind: "file", fingerprint: fingerprintOfFile(content.bytes), mode: content.mode };
    case "foreign":
      return { kind: "foreign" };
    default:
      return content;
  }
}

export function sameState(one: State, other: State): boolean {
  if (one.kind === "file" && other.kind === "file") {
    return one.fingerprint === other.fingerprint && one.mode === other.mode;
  }
  if (one.kind === "link" && other.kind === "link") return one.target === other.target;
  return one.kind === "absent" && other.kind === "absent";
}

/** The permission bits of a folder, or `undefined` if there is none at a path. */
export function folderMode(root: string, path: string): number | undefined {
  if (firstNonFolder(root, path) !== undefined) return undefined;
  const found = statusOf(join(root, path));
  return found?.isDirectory() === true ? found.mode & 0o7777 : undefined;
}

/** The outermost part of a path, above its last one, that is there and is no folder. */
export function firstNonFolder(root: string, path: string): { folder: string; link: boolean } | undefined {
  for (const folder of foldersAbove(path).toReversed()) {
    const found = statusOf(join(root, folder));
    if (found === undefined) return undefined;
    if (!found.isDirectory()) return { folder, link: found.isSymbolicLink() };
  }
  return undefined;
}

function statusOf(location: string): Stats | undefined {
  try {
    return lstatSync(location, { throwIfNoEntry: false });
  } catch (error) {
    if (errorCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

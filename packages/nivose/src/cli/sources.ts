/**
 * From the files and folders that a user names to the Nix files that are meant. Of a folder these are the ones that Git
 * knows or would add, so that what `.gitignore` leaves out stays out; outside of a repository, those below it, without
 * the folders that are never the user's own text.
 */

import {
  closeSync,
  type Dirent,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { MAX_SOURCE_BYTES } from "@nivose/nix/syntax";
import { git } from "../change/git.ts";
import { toolMessages } from "../report/messages.ts";
import type { Context } from "./context.ts";
import { cacheHome } from "./unit-cache.ts";

export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** As the user would name it. */
  readonly name: string;
}

export interface Selection {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Message[];
}

/** Each file once, those of a folder in the order of their names. */
export function selectSources(names: readonly string[], context: Context): Selection {
  const files = new Map<string, SourceFile>();
  const problems: Message[] = [];
  for (const name of names) {
    const place = path.resolve(context.cwd, name);
    if (name === "") {
      // what an unset variable of a shell leaves; it must not mean the whole folder
      problems.push(toolMessages["file-not-found"](name));
      continue;
    }
    try {
      if (!statSync(place).isDirectory()) {
        if (!files.has(place)) files.set(place, { path: place, name });
        continue;
      }
      const below = committable(place, context) ?? walk(place, name, problems);
      const isCached = cachedBelow(place, context);
      const named = below.filter((file) => file.endsWith(".nix") && !isCached(file));
      for (const file of named.filter(isMangled)) {
        problems.push(toolMessages["file-not-readable"](path.join(name, file), "its name is no UTF-8"));
      }
      const found = named.filter((file) => !isMangled(file) && isPlainFile(path.join(place, file)));
      if (named.length === 0) problems.push(toolMessages["no-nix-files"](name));
      for (const file of found.toSorted()) {
        const full = path.join(place, file);
        if (!files.has(full)) files.set(full, { path: full, name: path.join(name, file) });
      }
    } catch (error) {
      problems.push(fileProblem(error, name));
    }
  }
  return { files: [...files.values()], problems };
}

/** Whether a file below a folder is one that this program keeps for itself: where the home is a repository, that is in it. */
export function cachedBelow(folder: string, context: Pick<Context, "environment">): (name: string) => boolean {
  const cache = cacheHome(context);
  const below = cache === undefined || !existsSync(cache) ? "" : path.relative(folder, realpathSync(cache));
  return below === "" || below.startsWith("..") ? () => false : (name) => name.startsWith(`${below}/`);
}

/** What is in a file, or why it is not read. */
export function readSource({ path: file, name }: SourceFile): Uint8Array | Message {
  try {
    const kind = statSync(file);
    if (kind.isFile() || kind.isDirectory()) return readFileSync(file);
    // a pipe that a shell has opened is there to be read; any other may never be written to
    if (!/^\/(?:dev|proc)\//u.test(file)) return toolMessages["file-not-readable"](name, "it is a pipe or a device");
    return readStream(file);
  } catch (error) {
    return fileProblem(error, name);
  }
}

/** Of what has no end, more than any source has: that it is too large will be said of it. */
function readStream(file: string): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const chunks: Uint8Array[] = [];
    for (let length = 0; length <= MAX_SOURCE_BYTES;) {
      const chunk = new Uint8Array(CHUNK);
      const read = readSync(descriptor, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      length += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}

const CHUNK = 65_536;

/** The message for an error of the file system. Throws what is none. */
export function fileProblem(error: unknown, name: string): Message {
  const code = (error as NodeJS.ErrnoException).code;
  if (!(error instanceof Error) || code === undefined) throw error;
  if (code === "ENOENT") return toolMessages["file-not-found"](name);
  if (code === "ENOTDIR") return toolMessages["not-a-directory"](name);
  return toolMessages["file-not-readable"](name, reasonOf(error));
}

/** `permission denied` of `EACCES: permission denied, open '…'`. */
function reasonOf(error: Error): string {
  return /^[A-Z0-9]+: (.*?)(?:, \w+(?: '.*)?)?$/su.exec(error.message)?.[1] ?? error.message;
}

/** What Git tracks or would add, relative to the folder; nothing if that is in no repository or Git is not there. */
function committable(folder: string, context: Context): string[] | undefined {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  try {
    // a file that is deleted and not committed yet is still listed
    return git(folder, list, context.environment)
      .split("\0")
      .filter((file) => file !== "");
  } catch {
    return undefined;
  }
}

/** What is in a folder. One that cannot be read does not keep the others from being read. */
function entriesOf(folder: string, named: string, problems: Message[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(fileProblem(error, named));
    return [];
  }
}

const SKIPPED = new Set([".git", ".hg", ".jj", ".direnv", "node_modules"]);

/** Links are not followed: they lead to the store (`result`), out of the folder, or to what is listed anyway. */
function walk(folder: string, named: string, problems: Message[]): string[] {
  const files: string[] = [];
  const pending = [""];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    for (const entry of entriesOf(path.join(folder, below), path.join(named, below), problems)) {
      const name = path.join(below, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) pending.push(name);
      else if (entry.isFile()) files.push(name);
    }
  }
  return files;
}

/** A name that was no UTF-8 cannot be found again by what it was decoded to. */
function isMangled(name: string): boolean {
  return name.includes("\ufffd");
}

function isPlainFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

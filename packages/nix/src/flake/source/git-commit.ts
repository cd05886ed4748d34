/** The files of a commit, written beside the cache of sources exactly as they are in Git. */

import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path/posix";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { askGit, git, gitBytes } from "./git-program.ts";
import { readModules } from "../../git/working-tree.ts";

/** The folder with them. */
export function checkOutCommit(repository: string, revision: string, withSubmodules: boolean): string {
  if (settings.sourceCache === undefined)
    throw fail("limit", "there is no folder for a cache, which the files of a Git commit are written to");
  const folder = `${settings.sourceCache}/git-${revision}${withSubmodules ? "-submodules" : ""}`;
  if (existsSync(native(folder))) return folder;
  const fresh = `${folder}.${randomUUID()}`;
  try {
    writeCommit(repository, revision, fresh, withSubmodules);
    renameSync(native(fresh), native(folder));
  } catch (error) {
    rmSync(native(fresh), { recursive: true, force: true });
    // somebody else has written it meanwhile
    if (!existsSync(native(folder))) throw error;
  }
  return folder;
}

interface Entry {
  readonly mode: string;
  readonly object: string;
  readonly size: number;
  readonly file: string;
}

function writeCommit(repository: string, revision: string, folder: string, withSubmodules: boolean): void {
  mkdirSync(native(folder), { recursive: true });
  const blobs: Entry[] = [];
  const modules = new Map<string, string>();
  for (const line of git(repository, ["ls-tree", "-r", "-l", "-z", "--full-tree", revision]).split("\0")) {
    const [, mode, type, object, size, file] = /^(\d+) (\w+) ([0-9a-f]+) +(-|\d+)\t(.*)$/s.exec(line) ?? [];
    if (file === undefined) continue;
    if (type === "blob") blobs.push({ mode: mode!, object: object!, size: Number(size), file });
    else {
      // a submodule that nobody asks for is an empty folder
      mkdirSync(native(`${folder}/${file}`), { recursive: true });
      modules.set(file, object!);
    }
  }
  for (const batch of batches(blobs)) writeBlobs(repository, batch, folder);
  if (!withSubmodules || !blobs.some(({ file }) => file === ".gitmodules")) return;
  for (const module of readModules(["--blob", `${revision}:.gitmodules`], (args) => git(repository, args))) {
    const wanted = modules.get(module.path);
    if (wanted === undefined) continue;
    writeCommit(placeOfModule(repository, module, wanted), wanted, `${folder}/${module.path}`, true);
  }
}

/** A repository on this machine that has the commit of a submodule: what a commit holds is the same everywhere. */
function placeOfModule(
  repository: string,
  { name, path, url }: { readonly name: string; readonly path: string; readonly url: string },
  revision: string,
): string {
  const origin = askGit(repository, ["config", "--get", "remote.origin.url"])?.trim() ?? repository;
  const named = url.startsWith("./") || url.startsWith("../") ? `${origin}/${url}` : url;
  const places = [`${repository}/${path}`, `${repository}/.git/modules/${name}`, named.replace(/^file:\/\//, "")];
  const hasIt = (place: string): boolean =>
    place.startsWith("/") &&
    existsSync(native(place)) &&
    askGit(place, ["cat-file", "-e", `${revision}^{commit}`]) !== undefined;
  const found = places.find(hasIt);
  if (found !== undefined) return found;
  throw fail("limit", `the submodule '${path}' of '${repository}' is not on this machine; evaluation uses no network`);
}

const BATCH_BYTES = 64 * 2 ** 20;

/** So much at once as is no burden for memory. */
function* batches(entries: readonly Entry[]): Iterable<Entry[]> {
  let [batch, bytes]: [Entry[], number] = [[], 0];
  for (const entry of entries) {
    if (batch.length > 0 && bytes + entry.size > BATCH_BYTES) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(entry);
    bytes += entry.size;
  }
  if (batch.length > 0) yield batch;
}

function writeBlobs(repository: string, entries: readonly Entry[], folder: string): void {
  const output = gitBytes(repository, ["cat-file", "--batch"], {
    input: entries.map(({ object }) => `${object}\n`).join(""),
  });
  let at = 0;
  for (const { mode, object, size, file } of entries) {
    const start = output.indexOf(0x0a, at) + 1;
    if (output.toString("latin1", at, start) !== `${object} blob ${size}\n`)
      throw fail("eval", `the Git object ${object} of '${repository}' cannot be read`);
    writeEntry(mode, output.subarray(start, start + size), `${folder}/${file}`);
    at = start + size + 1;
  }
}

function writeEntry(mode: string, content: Buffer, path: string): void {
  mkdirSync(native(dirname(path)), { recursive: true });
  if (mode === "120000") symlinkSync(content, native(path));
  else {
    writeFileSync(native(path), content);
    if (mode === "100755") chmodSync(native(path), 0o755);
  }
}

function native(path: string): Buffer {
  return Buffer.from(path, "latin1");
}

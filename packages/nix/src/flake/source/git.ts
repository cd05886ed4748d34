/** `git+file:` sources: the files that Git knows of a working tree, or those of a commit. */

import { existsSync, lstatSync } from "node:fs";
import { dirname } from "node:path/posix";
import { hashNar, makeSourcePath, printHash } from "../../store/index.ts";
import { inStore } from "../../eval/errors/store-errors.ts";
import { evaluationTree, rememberObject, type StoreObject } from "../../eval/files/store-objects.ts";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { inFlake } from "../errors.ts";
import { type Attribute, type Input, parseUrl, type Surroundings } from "../reference/index.ts";
import { checkOutCommit } from "./git-commit.ts";
import { askGit, git } from "./git-program.ts";
import { type Source, withAttributes } from "./found.ts";

/** Nothing for a repository that is somewhere else. */
export function gitSource(input: Input, surroundings: Surroundings): Source | undefined {
  const { attributes } = input;
  const url = inFlake(() => parseUrl(String(attributes.get("url")), surroundings.warn));
  if (url.scheme !== "file") return undefined;
  const folder = url.path;
  if (!existsSync(Buffer.from(folder, "latin1"))) throw fail("eval", `path '${folder}' does not exist`);
  if (attributes.get("submodules") === true) throw fail("limit", "submodules of Git sources are not supported yet");
  const isBare = !existsSync(Buffer.from(`${folder}/.git`, "latin1"));
  if (isBare || attributes.has("ref") || attributes.has("rev")) return commitSource(input, folder);
  return workingTreeSource(input, folder, surroundings);
}

function workingTreeSource(input: Input, folder: string, surroundings: Surroundings): Source {
  const files = trackedFiles(folder);
  const object: StoreObject = {
    kind: "copy",
    file: folder,
    flat: false,
    leftOut: new Set(),
    kept: withFolders(folder, files),
  };
  const { storePath, narHash } = stored(object);
  const head = askGit(folder, ["rev-parse", "--verify", "--quiet", "HEAD"])?.trim();
  const isDirty =
    git(folder, ["status", "--porcelain", "--untracked-files=no", "-z", "--ignore-submodules=dirty"]) !== "";
  const lastModified = head === undefined ? 0n : timeOf(folder, head);
  if (!isDirty) {
    const rev = head ?? "0".repeat(40);
    const ref = askGit(folder, ["symbolic-ref", "--quiet", "HEAD"])?.trim();
    const revCount = head === undefined ? 0n : countOf(folder, head);
    return { storePath, input: withAttributes(input, { lastModified, narHash, ref, rev, revCount }) };
  }
  surroundings.warn(`Git tree '${folder}' is dirty`);
  const dirty: Record<string, Attribute> =
    head === undefined ? {} : { dirtyRev: `${head}-dirty`, dirtyShortRev: `${head.slice(0, 7)}-dirty` };
  return { storePath, input: withAttributes(input, { ...dirty, lastModified, narHash }) };
}

function commitSource(input: Input, folder: string): Source {
  const { attributes } = input;
  const given = attributes.get("ref");
  const ref =
    typeof given === "string" ? given : (askGit(folder, ["symbolic-ref", "--quiet", "HEAD"])?.trim() ?? "master");
  const wanted = attributes.get("rev");
  const rev =
    typeof wanted === "string"
      ? wanted
      : askGit(folder, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`])?.trim();
  if (rev === undefined || askGit(folder, ["cat-file", "-e", `${rev}^{commit}`]) === undefined)
    throw fail("eval", `Cannot find Git revision '${wanted ?? ref}' in ref '${ref}' of repository '${folder}'!`);
  const { storePath, narHash } = stored({
    kind: "copy",
    file: checkOutCommit(folder, rev),
    flat: false,
    leftOut: new Set(),
  });
  const isShallow = attributes.get("shallow") === true;
  return {
    storePath,
    input: withAttributes(input, {
      lastModified: timeOf(folder, rev),
      narHash,
      ref,
      rev,
      ...(isShallow ? {} : { revCount: countOf(folder, rev) }),
    }),
  };
}

/** Under the path that it has in the store. */
function stored(object: StoreObject & { readonly kind: "copy" }): {
  readonly storePath: string;
  readonly narHash: string;
} {
  // its own path is known only once it is hashed, so it is looked at under a name that no other object has
  const aside = `${settings.storeDir}/${"0".repeat(32)}-source`;
  rememberObject(aside, object, true);
  const { hash } = inStore(() => hashNar(evaluationTree, aside));
  const storePath = makeSourcePath(settings.storeDir, "source", hash);
  rememberObject(storePath, object);
  return { storePath, narHash: printHash(hash, "sri") };
}

/** What Git's index has and is still there. */
function trackedFiles(folder: string): string[] {
  return git(folder, ["ls-files", "-z", "--cached"])
    .split("\0")
    .filter(
      (file) =>
        file !== "" && lstatSync(Buffer.from(`${folder}/${file}`, "latin1"), { throwIfNoEntry: false }) !== undefined,
    );
}

/** Files by their absolute paths, and the folders around them up to the top. */
function withFolders(top: string, files: readonly string[]): Set<string> {
  const kept = new Set([top]);
  for (const file of files) {
    for (let path = `${top}/${file}`; !kept.has(path); path = dirname(path)) kept.add(path);
  }
  return kept;
}

function timeOf(folder: string, revision: string): bigint {
  return BigInt(git(folder, ["show", "--no-patch", "--format=%ct", revision]).trim());
}

function countOf(folder: string, revision: string): bigint {
  return BigInt(git(folder, ["rev-list", "--count", revision]).trim());
}

/** What differs from the commit in a working tree, by paths below its folder, in the order of their bytes. */
export function changedFiles(input: Input): {
  readonly folder: string;
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
} {
  const folder = inFlake(() => parseUrl(String(input.attributes.get("url")), () => {})).path;
  const names = git(folder, ["diff", "--name-only", "--no-renames", "-z", "HEAD"])
    .split("\0")
    .filter((name) => name !== "");
  const isThere = (name: string): boolean =>
    lstatSync(Buffer.from(`${folder}/${name}`, "latin1"), { throwIfNoEntry: false }) !== undefined;
  const sorted = [...new Set(names)].toSorted();
  return { folder, changed: sorted.filter(isThere), deleted: sorted.filter((name) => !isThere(name)) };
}

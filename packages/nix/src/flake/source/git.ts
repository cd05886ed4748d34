/** `git+file:` sources: the files that Git knows of a working tree, or those of a commit. */

import { existsSync, lstatSync } from "node:fs";
import { dirname } from "node:path/posix";
import { inStore } from "../../eval/errors/store-errors.ts";
import { noteObstacle, noteSource } from "../../eval/files/reads.ts";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { inFlake } from "../errors.ts";
import { type Attribute, type Input, parseUrl, type Surroundings } from "../reference/index.ts";
import { checkOutCommit } from "./git-commit.ts";
import { leftOutOfExport } from "./git-export.ts";
import { askGit, git } from "./git-program.ts";
import { readWorkingTree as readTree, type WorkingTree } from "../../git/working-tree.ts";
import { nameOfSource, type Source, withAttributes } from "./found.ts";
import { stampOf, trustedStamp } from "../../trace/stamp.ts";
import { storeSource } from "./stored.ts";

/** Nothing for a repository that is somewhere else. */
export function gitSource(input: Input, surroundings: Surroundings): Source | undefined {
  const { attributes } = input;
  const folder = repositoryOf(input);
  if (folder === undefined) return undefined;
  if (attributes.get("exportIgnore") === true && attributes.get("submodules") === true)
    throw fail("eval", "exportIgnore and submodules are not supported together yet");
  if (isToBeVerified(input))
    throw fail("limit", `the signature of a commit of '${folder}' would have to be verified, which is not supported`);
  if (!isThere(folder)) throw fail("eval", `path '${folder}' does not exist`);
  if (!isThere(`${folder}/.git`)) return commitSource(input, folder, true, surroundings);
  if (attributes.has("ref") || attributes.has("rev")) return commitSource(input, folder, false, surroundings);
  return workingTreeSource(input, folder, surroundings);
}

function isToBeVerified({ attributes }: Input): boolean {
  return (attributes.get("verifyCommit") ?? (attributes.has("publicKey") || attributes.has("publicKeys"))) === true;
}

/** The folder of a repository that is on this machine. */
export function repositoryOf({ attributes }: Input): string | undefined {
  const url = inFlake(() => parseUrl(String(attributes.get("url")), () => {}));
  return url.scheme === "file" ? url.path : undefined;
}

function workingTreeSource(input: Input, folder: string, surroundings: Surroundings): Source {
  const { attributes } = input;
  const tree = readWorkingTree(folder);
  const modules =
    attributes.get("submodules") === true ? filesOfModules(folder, tree, surroundings) : { files: [], isDirty: false };
  const kept = withFolders(folder, [...tree.files, ...modules.files]);
  const leftOut =
    attributes.get("exportIgnore") === true
      ? leftOutOfExport(folder, undefined, tree.files, folder)
      : new Set<string>();
  for (const path of leftOut) kept.delete(path);
  const stamp = inStore(() => stampOf(folder, kept));
  const object = { kind: "copy", file: folder, flat: false, leftOut, kept } as const;
  const { storePath, narHash } = storeSource(object, nameOfSource(input), stamp);
  const { head } = tree;
  const isDirty = tree.changed.length > 0 || tree.deleted.length > 0 || modules.isDirty;
  noteSource({
    folder,
    kind: "git",
    storePath,
    narHash,
    ...trustedStamp(stamp, settings.currentTime),
    whole: { isDirty, ...(head === undefined ? {} : { head }) },
  });
  if (attributes.get("submodules") === true || leftOut.size > 0)
    noteObstacle("a source has submodules, or leaves files out");
  const lastModified = head === undefined ? 0n : timeOf(folder, head);
  if (!isDirty) {
    const rev = head ?? "0".repeat(40);
    const revCount = head === undefined ? 0n : countOf(folder, head);
    return { storePath, input: withAttributes(input, { lastModified, narHash, ref: branchOf(folder), rev, revCount }) };
  }
  surroundings.warn(`Git tree '${folder}' is dirty`);
  const dirty: Record<string, Attribute> =
    head === undefined ? {} : { dirtyRev: `${head}-dirty`, dirtyShortRev: `${head.slice(0, 7)}-dirty` };
  return { storePath, input: withAttributes(input, { ...dirty, lastModified, narHash }) };
}

function readWorkingTree(folder: string): WorkingTree {
  return readTree(folder, (args) => git(folder, args));
}

/** The files of the submodules that are checked out, and of theirs, relative to the top. */
function filesOfModules(
  folder: string,
  { submodules }: WorkingTree,
  surroundings: Surroundings,
): { readonly files: readonly string[]; readonly isDirty: boolean } {
  const parts = submodules.map(({ path }) => {
    const place = `${folder}/${path}`;
    if (!isThere(`${place}/.git`)) throw fail("eval", `the submodule '${path}' of '${folder}' is not checked out`);
    const tree = readWorkingTree(place);
    const inner = filesOfModules(place, tree, surroundings);
    const isDirty = inner.isDirty || tree.changed.length > 0 || tree.deleted.length > 0;
    if (isDirty) surroundings.warn(`Git tree '${place}' is dirty`);
    return { files: [...tree.files, ...inner.files].map((file) => `${path}/${file}`), isDirty };
  });
  return { files: parts.flatMap(({ files }) => files), isDirty: parts.some(({ isDirty }) => isDirty) };
}

function commitSource(input: Input, folder: string, isBare: boolean, surroundings: Surroundings): Source {
  const { attributes } = input;
  if (!attributes.has("rev")) noteObstacle("a branch of a repository was looked up");
  const isShallow = attributes.get("shallow") === true;
  const given = attributes.get("ref");
  const ref = typeof given === "string" ? given : (branchOf(folder) ?? withoutBranch(folder, surroundings));
  const rev = revisionOf(attributes.get("rev"), ref, folder, isBare);
  if (!isShallow && !isBare && git(folder, ["rev-parse", "--is-shallow-repository"]).trim() === "true")
    throw fail(
      "eval",
      `'${folder}' is a shallow Git repository, but shallow repositories are only allowed when \`shallow = true;\` is specified`,
    );
  const place = checkOutCommit(folder, rev, attributes.get("submodules") === true);
  const leftOut =
    attributes.get("exportIgnore") === true
      ? leftOutOfExport(folder, rev, filesOf(folder, rev), place)
      : new Set<string>();
  const stamp = inStore(() => stampOf(place));
  const marked = { ...stamp, text: leftOut.size === 0 ? stamp.text : `${stamp.text} export` };
  const object = { kind: "copy", file: place, flat: false, leftOut } as const;
  const { storePath, narHash } = storeSource(object, nameOfSource(input), marked);
  const revCount = isShallow ? undefined : countOf(folder, rev);
  return {
    storePath,
    input: withAttributes(input, { lastModified: timeOf(folder, rev), narHash, ref, rev, revCount }),
  };
}

function revisionOf(wanted: Attribute | undefined, ref: string, folder: string, isBare: boolean): string {
  if (typeof wanted !== "string") {
    // somebody else's repository is fetched branch by branch
    const name = isBare && !ref.startsWith("refs/") && ref !== "HEAD" ? `refs/heads/${ref}` : ref;
    const found = askGit(folder, ["rev-parse", "--verify", "--quiet", name])?.trim();
    if (found !== undefined) return found;
    throw fail("eval", `resolving Git reference '${ref}': revspec '${ref}' not found`);
  }
  if (askGit(folder, ["cat-file", "-e", `${wanted}^{commit}`]) !== undefined) return wanted;
  throw fail("eval", `getting Git object '${wanted}': object not found - no match for id (${wanted})`);
}

function withoutBranch(folder: string, { warn }: Surroundings): string {
  warn(`could not read HEAD ref from repo at '${folder}', using 'master'`);
  return "master";
}

function branchOf(folder: string): string | undefined {
  return askGit(folder, ["symbolic-ref", "--quiet", "HEAD"])?.trim();
}

function filesOf(folder: string, revision: string): string[] {
  return git(folder, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", revision]).split("\0").filter(Boolean);
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
  return BigInt(git(folder, ["log", "-1", "--no-show-signature", "--format=%ct", revision]).trim());
}

function countOf(folder: string, revision: string): bigint {
  return BigInt(git(folder, ["rev-list", "--count", revision]).trim());
}

function isThere(path: string): boolean {
  const native = Buffer.from(path, "latin1");
  return existsSync(native) || lstatSync(native, { throwIfNoEntry: false }) !== undefined;
}

/** What the files of a repository name by paths, and what they do with it. */

import path from "node:path";
import { Node, type Ref } from "@nivose/nix/syntax";
import { type FileReference, importGraph } from "../source/imports.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface Reference extends FileReference {
  readonly file: SourceFile;
}

export interface UsedReference {
  readonly file: SourceFile;
  readonly at: Ref;
  /** What is wanted, relative to the repository: of a folder that is imported, its `default.nix`. */
  readonly target: string;
  /** Whether it is imported, or read, so that it has to be there. */
  readonly isNeeded: boolean;
}

/**
 * All that must be there for the file to work. Left out is what is only the beginning of a path, what somebody asks with
 * `pathExists` before, what is in a submodule, and the files of templates, which are for another repository.
 */
export function referencesIn(repository: Repository): readonly Reference[] {
  const before = known.get(repository);
  if (before !== undefined) return before;
  const found = findReferences(repository);
  known.set(repository, found);
  return found;
}

const known = new WeakMap<Repository, readonly Reference[]>();

function findReferences(repository: Repository): readonly Reference[] {
  const sources = [...repository.files.values()].filter(({ name, tree }) => tree.ok && !isTemplate(name));
  const asked = new Set(
    sources
      .filter((file) => file.mentions(...askers))
      .flatMap((file) => wholePathsIn(file, repository).filter(({ givenTo }) => askers.has(givenTo ?? "")))
      .map(({ target }) => target),
  );
  const all = sources.flatMap((file) => wholePathsIn(file, repository).map((reference) => ({ ...reference, file })));
  return all.filter(({ target }) => {
    if (target === "." || foldersOf(target).some((each) => asked.has(each))) return false;
    // a submodule, a link to elsewhere
    return !foldersOf(path.posix.dirname(target)).some((each) => repository.tracked.has(each));
  });
}

/** As one word within the repository: nothing is computed in it or added to it. */
function wholePathsIn({ name, tree }: SourceFile, repository: Repository): readonly FileReference[] {
  const all = importGraph(repository).from(name);
  return all.filter(({ at, target }) => tree.isToken(at) && target !== ".." && !target.startsWith("../"));
}

/** How it is used; nothing if it need not be there. Looks further around than is worth it for each path. */
export function usedReference(reference: Reference, repository: Repository): UsedReference | undefined {
  const { exists, read, tracked, untracked } = repository;
  const { file, at, target, listedIn, givenTo = "" } = reference;
  if (isOptional(file, at)) return undefined;
  const isImported = listedIn === "imports" || imports.has(givenTo);
  // Git knows links and submodules by their names, and of folders only what is in them
  const isKnown = tracked.has(target) || untracked.has(target);
  const isFolder = !isKnown && exists(target) && read(target) === undefined;
  return {
    file,
    at,
    target: isImported && isFolder ? `${target}/default.nix` : target,
    isNeeded: isImported || readers.has(givenTo),
  };
}

const imports: ReadonlySet<string> = new Set(["import", "callPackage"]);
const readers: ReadonlySet<string> = new Set([
  "readFile",
  "readDir",
  "fromJSON",
  "fromTOML",
  "importJSON",
  "importTOML",
]);
const askers: ReadonlySet<string> = new Set([
  "pathExists",
  "maybeMissing",
  "pathIsDirectory",
  "pathIsRegularFile",
  "pathType",
]);

function isTemplate(name: string): boolean {
  return /(?:^|\/)(?:templates?|examples?)\//u.test(name);
}

/** `a/b/c`, `a/b`, `a`. */
function foldersOf(target: string): string[] {
  if (target === "." || target === "") return [];
  return [target, ...foldersOf(path.posix.dirname(target))];
}

function isOptional(file: SourceFile, at: Ref): boolean {
  const { tree } = file;
  const around = tree.pathTo(tree.start(at)).slice(0, -1);
  const binding = around.findLast((ref) => tree.kind(ref) === Node.Binding);
  if (binding !== undefined && tree.text(tree.child(binding, 0)) === "disabledModules") return true;
  if (!file.mentions(...askers)) return false;
  if (binding !== undefined && tree.child(binding, 1) === at && asksFor(file, tree.text(tree.child(binding, 0))))
    return true;
  return around.some((ref, index) => asksBefore(file, ref, around[index + 1] ?? at));
}

/** `pathExists rules`, where the path has the name `rules`. */
function asksFor(file: SourceFile, name: string): boolean {
  const { tree } = file;
  return file
    .nodes(Node.Apply)
    .some(
      (ref) =>
        tree.text(tree.child(ref, 1)) === name && askers.has(tree.text(tree.child(ref, 0)).replace(/^.*\./u, "")),
    );
}

/** `if pathExists … then …`, `lib.optional (pathExists …) …`, `filter pathExists [ … ]`. */
function asksBefore({ tree }: SourceFile, ref: Ref, within: Ref): boolean {
  const kind = tree.kind(ref);
  const conditions = kind === Node.If ? [tree.child(ref, 0)] : kind === Node.Apply ? tree.children(ref).slice(1) : [];
  return conditions.some((each) => each !== within && [...askers].some((word) => tree.text(each).includes(word)));
}

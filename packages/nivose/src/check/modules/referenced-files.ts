/** What the files of a repository name by paths, and what they do with it. */

import path from "node:path";
import { Node, type Ref, Token } from "@nivose/nix/syntax";
import { lastName } from "../../schema/definitions.ts";
import { withoutParentheses } from "./module-functions.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";
import { pathsIn } from "../source/paths.ts";

export interface Reference {
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
      .flatMap((file) => pathsIn(file).filter(({ at }) => isAskedAbout(file, at)))
      .map(({ target }) => target),
  );
  const all = sources.flatMap((file) => pathsIn(file).map((literal) => ({ file, ...literal })));
  return all.flatMap(({ file, at, target }) => {
    if (target === "" || foldersOf(target).some((each) => asked.has(each))) return [];
    // a submodule, a link to elsewhere
    if (foldersOf(path.posix.dirname(target)).some((each) => repository.tracked.has(each))) return [];
    return [{ file, at, target, isNeeded: false }];
  });
}

/** How it is used; nothing if it need not be there. Looks further around than is worth it for each path. */
export function usedReference(reference: Reference, { exists, read }: Repository): Reference | undefined {
  const { file, at, target } = reference;
  const around = file.tree.pathTo(file.tree.start(at)).slice(0, -1);
  if (isOptional(file, around, at)) return undefined;
  const isImported = isModule(file, around, at) || isArgumentOf(file, around, at, imports);
  const isFolder = exists(target) && read(target) === undefined;
  return {
    ...reference,
    target: isImported && isFolder ? `${target}/default.nix` : target,
    isNeeded: isImported || isArgumentOf(file, around, at, readers),
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

function isAskedAbout(file: SourceFile, at: Ref): boolean {
  return isArgumentOf(file, file.tree.pathTo(file.tree.start(at)).slice(0, -1), at, askers);
}

function isOptional(file: SourceFile, around: readonly Ref[], at: Ref): boolean {
  const { tree } = file;
  const parent = around.findLast((ref) => tree.kind(ref) !== Node.Paren);
  if (parent !== undefined && tree.kind(parent) === Node.Binary && tree.kind(tree.child(parent, 1)) === Token.Plus)
    return true;
  const binding = around.findLast((ref) => tree.kind(ref) === Node.Binding);
  if (binding !== undefined && tree.text(tree.child(binding, 0)) === "disabledModules") return true;
  return file.mentions(...askers) && around.some((ref, index) => asksBefore(file, ref, around[index + 1] ?? at));
}

/** `if pathExists … then …`, `lib.optional (pathExists …) …`, `filter pathExists [ … ]`. */
function asksBefore({ tree }: SourceFile, ref: Ref, within: Ref): boolean {
  const kind = tree.kind(ref);
  const conditions = kind === Node.If ? [tree.child(ref, 0)] : kind === Node.Apply ? tree.children(ref).slice(1) : [];
  return conditions.some((each) => each !== within && [...askers].some((word) => tree.text(each).includes(word)));
}

function isModule({ tree }: SourceFile, around: readonly Ref[], at: Ref): boolean {
  const list = around.at(-1)!;
  if (tree.kind(list) !== Node.List || !tree.children(list).includes(at)) return false;
  const binding = around.findLast((ref) => tree.kind(ref) === Node.Binding);
  return binding !== undefined && tree.text(tree.child(binding, 0)) === "imports";
}

function isArgumentOf({ tree }: SourceFile, around: readonly Ref[], at: Ref, names: ReadonlySet<string>): boolean {
  const call = around.findLast((ref) => tree.kind(ref) !== Node.Paren);
  if (call === undefined || tree.kind(call) !== Node.Apply) return false;
  if (withoutParentheses(tree, tree.child(call, 1)) !== at) return false;
  return names.has(lastName(tree, tree.child(call, 0)) ?? "");
}

/**
 * The names that an expression is about, item by item: attributes of the sets that it is made of, elements of lists that a function
 * is mapped over, entries of folders that are read. What a mapping function does with a name is no concern here.
 */

import path from "node:path";
import { Node, NONE, type Ref, Token, view } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { lastName } from "../../schema/definitions.ts";
import { boundAttribute } from "./bound-attribute.ts";
import { bodyOf, type Located, literalName, pathOf, resolved } from "./places.ts";
import { isSystem } from "./systems.ts";

export type SaidName =
  /** A binding of a set, or an element of a list. */
  | {
      readonly by: "item";
      readonly name: string;
      readonly file: SourceFile;
      readonly collection: Ref;
      readonly item: Ref;
    }
  /** An entry of a folder that is read. */
  | { readonly by: "folder"; readonly name: string; readonly folder: string; readonly entry: string };

export function saidIn(repository: Repository, at: Located): readonly SaidName[] {
  const found: SaidName[] = [];
  visit(repository, at, found, new Set());
  return found;
}

function visit(repository: Repository, at: Located, found: SaidName[], seen: Set<string>): void {
  const { file, ref } = at;
  if (ref === NONE) return;
  const { tree } = file;
  const go = (inner: Ref, within: SourceFile = file): void =>
    visit(repository, { file: within, ref: inner }, found, seen);
  const node = view(tree, ref);
  switch (node.kind) {
    case "paren":
      return go(node.expression);
    case "let":
    case "with":
    case "assert":
      return go(node.body);
    case "binary":
      if (node.operator === Token.PipeInto) return go(node.left);
      if (node.operator === Token.PipeFrom) return go(node.right);
      if (node.operator !== Token.Update && node.operator !== Token.Concat) return readFolder(repository, at, found);
      go(node.left);
      return go(node.right);
    case "attr-set":
      return ofSet(file, ref, found);
    case "list":
      for (const element of node.elements) ofElement(repository, file, ref, element, found, seen);
      return;
    case "path":
      return readFolder(repository, at, found);
    case "identifier":
    case "select": {
      const to = resolved(repository, at);
      const mark = `${to.file.name}:${to.ref}`;
      if (to.ref !== ref || to.file !== file) {
        if (seen.has(mark)) return;
        seen.add(mark);
        return go(to.ref, to.file);
      }
      const whole = node.kind === "select" ? boundAttribute(repository, at) : undefined;
      return whole === undefined ? undefined : go(whole.ref, whole.file);
    }
    case "apply": {
      const to = resolved(repository, at);
      if (to.ref !== ref || to.file !== file) return go(to.ref, to.file);
      if (lastName(tree, node.function) === "import")
        return readFolder(repository, { file, ref: node.arguments[0]! }, found);
      // what calls a function of a file has its names in what the file says
      const callee = resolved(repository, { file, ref: node.function });
      if (callee.file !== file && isCallOfImport(file, node.function))
        go(bodyOf(callee.file.tree, callee.ref), callee.file);
      for (const argument of mapped(file, node.function, node.arguments)) go(argument);
      return;
    }
    default:
  }
}

function isCallOfImport(file: SourceFile, callee: Ref): boolean {
  return lastName(file.tree, callee) === "import";
}

/** Of functions that map, what they map over; of others what can be read as names: folders and lists, not sets of settings. */
function mapped(file: SourceFile, callee: Ref, args: readonly Ref[]): readonly Ref[] {
  const name = lastName(file.tree, callee) ?? "";
  if (maps.test(name)) return args;
  return args.filter((ref) => file.tree.kind(ref) !== Node.AttrSet);
}

const maps =
  /^(?:map|flip|pipe|concat|for(?:Each|All)|gen|list|from|filter|fold|merge|recursive|optional|attr|read|remove|zip|inter|unique|sort)|(?:Hosts?|Hive|Nodes|Systems|Machines|Configurations)$/u;

function ofSet(file: SourceFile, set: Ref, found: SaidName[]): void {
  const { tree } = file;
  for (const item of tree.children(set)) {
    if (tree.kind(item) !== Node.Binding) continue;
    const name = literalName(tree, tree.child(tree.child(item, 0), 0));
    if (name !== undefined) found.push({ by: "item", name, file, collection: set, item });
  }
}

function ofElement(
  repository: Repository,
  file: SourceFile,
  collection: Ref,
  item: Ref,
  found: SaidName[],
  seen: Set<string>,
): void {
  const inner = inParens(file, item);
  const node = view(file.tree, inner);
  if (node.kind === "attr-set" && recordName(file, inner) === undefined)
    return visit(repository, { file, ref: inner }, found, seen);
  const name = elementName(file, inner);
  if (name !== undefined) found.push({ by: "item", name, file, collection, item });
}

/** The name that an element of a list is about: itself, an argument of its call, its own `name`, the file that it names. */
function elementName(file: SourceFile, ref: Ref): string | undefined {
  const { tree } = file;
  const inner = inParens(file, ref);
  const node = view(tree, inner);
  switch (node.kind) {
    case "string": {
      const text = literalName(tree, inner);
      return text === undefined || isSystem(text) ? undefined : text;
    }
    case "attr-set":
      return recordName(file, inner);
    case "path": {
      const stem = path.posix.basename(pathOf({ file, ref: inner }) ?? "", ".nix");
      return /^[\w@-]+$/u.test(stem) && stem !== "default" ? stem : undefined;
    }
    case "apply":
      return node.arguments.map((each) => elementName(file, each)).find((name) => name !== undefined);
    default:
      return undefined;
  }
}

function recordName(file: SourceFile, set: Ref): string | undefined {
  const { tree } = file;
  for (const binding of tree.children(set)) {
    if (tree.kind(binding) !== Node.Binding) continue;
    const attrPath = tree.child(binding, 0);
    const isName = tree.childCount(attrPath) === 1 && /^(?:name|host|hostname)$/iu.test(tree.text(attrPath));
    if (isName) return literalName(tree, tree.child(binding, 1));
  }
  return undefined;
}

export function inParens(file: SourceFile, ref: Ref): Ref {
  const node = view(file.tree, ref);
  return node.kind === "paren" ? inParens(file, node.expression) : ref;
}

function readFolder(repository: Repository, at: Located, found: SaidName[]): void {
  const folder = pathOf(at);
  if (folder === undefined || repository.files.has(folder) || !repository.exists(folder)) return;
  const entries = entriesOf(repository, folder);
  found.push(...(entries.length > 0 ? entries : foldersAlike(repository, folder)));
}

/** Folders that all have a file of one name, by which a function of the fleet's own knows them: `hosts/luna/config.nix`. */
function foldersAlike(repository: Repository, folder: string): readonly (SaidName & { by: "folder" })[] {
  const below = [...repository.files.keys()]
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => file.slice(folder.length + 1).split("/"));
  const folders = [...new Set(below.filter(({ length }) => length > 1).map(([first]) => first!))];
  const isInAll = (base: string): boolean => folders.every((name) => repository.files.has(`${folder}/${name}/${base}`));
  const isShared = below.some(([, base, ...rest]) => base !== undefined && rest.length === 0 && isInAll(base));
  if (folders.length < 2 || !isShared || below.some(({ length }) => length === 1)) return [];
  return folders.map((name) => ({ by: "folder", name, folder, entry: `${folder}/${name}` }));
}

/** What a function finds that reads a folder for hosts. */
export function entriesOf(repository: Repository, folder: string): readonly (SaidName & { by: "folder" })[] {
  const entries = new Map<string, SaidName & { by: "folder" }>();
  for (const file of repository.files.keys()) {
    if (!file.startsWith(`${folder}/`)) continue;
    const [first, ...rest] = file.slice(folder.length + 1).split("/") as [string, ...string[]];
    const isFile = rest.length === 0;
    const isMain = isFile ? first !== "default.nix" : rest.length === 1 && mainFiles.has(rest[0]!);
    const name = isFile ? first.slice(0, -".nix".length) : first;
    if (isMain && !/^[._]/u.test(name)) entries.set(name, { by: "folder", name, folder, entry: `${folder}/${first}` });
  }
  return [...entries.values()];
}

/** By one of these a folder is a host. */
export const mainFiles: ReadonlySet<string> = new Set([
  "default.nix",
  "configuration.nix",
  "darwin-configuration.nix",
  "home.nix",
  "home-configuration.nix",
]);

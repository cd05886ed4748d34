/** How files of a repository are taken by others, as siblings of a new one are: by a path in a list or in a set, or because their folder is read. */

import path from "node:path/posix";
import { Edit, Node, type Ref, type Tree } from "@nivose/nix/syntax";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { type FileReference, importGraph } from "../../../check/source/imports.ts";
import type { Repository } from "../../../check/source/repository.ts";
import { bindingsOf } from "../../../schema/definitions.ts";
import { nixName } from "../../nix.ts";
import { edited, insertItem, itemsOf, removeItem } from "../../edit/items.ts";
import { attributeAt, listOf } from "../../edit/attributes.ts";
import { readsOwnFolder } from "../../site/own-folder.ts";
import { moduleSet } from "./module-body.ts";
import type { WorkingFiles } from "./working-files.ts";

/** Has a file take part as its siblings do. Nothing has to be said if their folder is read. */
export function wireLike(
  siblings: readonly string[],
  name: string,
  files: WorkingFiles,
  repository: Repository,
): boolean {
  const main = repository.files.get(`${path.dirname(name.replace(/\/default\.nix$/u, ""))}/default.nix`);
  if (siblings.length > 0 && main !== undefined && readsOwnFolder(main)) return true;
  const named = siblings.flatMap((sibling) =>
    importGraph(repository)
      .to(sibling)
      .filter(isPlain)
      .map((reference) => ({ sibling, reference })),
  );
  if (named.length === 0) return siblings.length > 0;
  // some siblings have parts of their own, which they import
  const count = (importer: string): number => named.filter(({ reference }) => reference.from === importer).length;
  const most = Math.max(...named.map(({ reference }) => count(reference.from)));
  const last = named.findLast(({ reference }) => count(reference.from) === most)!;
  const importer = last.reference.from;
  const from = files.get(importer);
  const place = from === undefined ? undefined : namedIn(from, importer, last.sibling);
  if (from === undefined || place === undefined) return false;
  const written = pathFrom(importer, name, from.text(place.path));
  if (mentions(from, place.collection, written)) return true;
  const text = place.kind === "element" ? written : `${nixName(stem(name))} = ${written};`;
  const after = neighbour(from, place, written);
  files.set(
    importer,
    insertItem(from, place.collection, text, { ...(after === undefined ? {} : { after }), gap: false }),
  );
  return true;
}

/** Imports a file from a module, by a path in its `imports`. */
export function importFrom(importer: string, name: string, files: WorkingFiles): boolean {
  const file = files.get(importer);
  if (file === undefined) return false;
  const written = pathFrom(importer, name, "./.");
  const body = moduleSet(file);
  if (body === undefined) return false;
  const found = bindingsOf(file.tree, body).find(({ path: names }) => names.length === 1 && names[0] === "imports");
  if (found === undefined) {
    files.set(importer, withFirst(file, body, `imports = [ ${written} ];`));
    return true;
  }
  // of `[ … ] ++ other` the list that is written out
  const list = listOf(file.tree, found.value);
  if (list === undefined) return false;
  if (!mentions(file, list, written)) files.set(importer, insertItem(file, list, written));
  return true;
}

/** Takes away whatever names a file by a path. Nothing else may need it. */
export function unwire(name: string, files: WorkingFiles, repository: Repository): void {
  for (const { from } of importGraph(repository).to(name).filter(isPlain)) {
    let file = files.get(from);
    for (
      let place = file === undefined ? undefined : namedIn(file, from, name);
      file !== undefined && place !== undefined;
    ) {
      file = withoutEmptyImports(removeItem(file, place.collection, place.item), place);
      place = namedIn(file, from, name);
    }
    files.set(from, file === undefined ? undefined : withOneLine(file, repository));
  }
}

/** A list of one module, as most of the repository has them. */
function withOneLine(file: SourceFile, repository: Repository): SourceFile {
  const found = attributeAt(file, ["imports"]);
  if (found === undefined || file.tree.kind(found.value) !== Node.List) return file;
  const [only, ...others] = itemsOf(file.tree, found.value);
  if (only === undefined || others.length > 0) return file;
  const text = file.text(found.value);
  if (text.replaceAll(/\s/gu, "") !== `[${file.text(only)}]` || !text.includes("\n")) return file;
  const all = [...repository.files.values()].map(({ bytes }) => Buffer.from(bytes.subarray(0, HEAD)).toString());
  const onOne = all.filter((each) => /\bimports = \[ \S+ \];/u.test(each)).length;
  const onThree = all.filter((each) => /\bimports = \[\n\s*\S+\n\s*\];/u.test(each)).length;
  if (onOne < onThree || onOne === 0) return file;
  const range = { start: file.tree.start(found.value), end: file.tree.end(found.value) };
  return edited(file, [Edit.replace(range, Buffer.from(`[ ${file.text(only)} ]`))]);
}

/** Where imports stand in a file, as a rule. */
const HEAD = 4000;

interface Named {
  readonly kind: "element" | "attribute";
  readonly collection: Ref;
  readonly item: Ref;
  readonly path: Ref;
}

function isPlain({ kind, files }: FileReference): boolean {
  return (kind === "imports" || kind === "path" || kind === "import") && files.length === 1;
}

function isPath(tree: Tree, ref: Ref): boolean {
  return /^(?:\.{1,2}\/|\.$|\.\.$)/u.test(textOf(tree, ref));
}

function textOf(tree: Tree, ref: Ref): string {
  return Buffer.from(tree.source.subarray(tree.start(ref), tree.end(ref))).toString();
}

function namedIn(file: SourceFile, from: string, name: string): Named | undefined {
  const { tree } = file;
  const search = (ref: Ref): Named | undefined => {
    if (tree.isToken(ref)) return undefined;
    const kind = tree.kind(ref);
    for (const child of tree.children(ref)) {
      if (child === 0) continue;
      const value = kind === Node.AttrSet && tree.kind(child) === Node.Binding ? tree.child(child, 1) : child;
      const isItem = kind === Node.List || value !== child;
      if (isItem && isPath(tree, value) && leadsTo(textOf(tree, value), from, name))
        return { kind: kind === Node.List ? "element" : "attribute", collection: ref, item: child, path: value };
      const found = search(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(tree.root);
}

function leadsTo(written: string, from: string, name: string): boolean {
  const target = path.join(path.dirname(from), written);
  return target === name || path.join(target, "default.nix") === name;
}

/** In the order of the alphabet if the siblings are, else behind the last of them. */
function neighbour(file: SourceFile, { collection, kind }: Named, written: string): Ref | undefined {
  const { tree } = file;
  const items = itemsOf(tree, collection);
  const pathIn = (item: Ref): string => textOf(tree, kind === "element" ? item : tree.child(item, 1));
  const alike = items.filter(
    (item) =>
      (kind === "element" || tree.kind(item) === Node.Binding) &&
      isPath(tree, kind === "element" ? item : tree.child(item, 1)) &&
      path.dirname(pathIn(item)) === path.dirname(written),
  );
  const names = alike.map(pathIn);
  const isSorted = names.every((each, index) => index === 0 || names[index - 1]! <= each);
  const before = isSorted ? alike.findLast((_, index) => names[index]! < written) : alike.at(-1);
  return before ?? alike.at(-1);
}

function mentions(file: SourceFile, collection: Ref, written: string): boolean {
  return itemsOf(file.tree, collection).some((item) => file.text(item).replace(/^.*=\s*|;$/gsu, "") === written);
}

/** As siblings are written: `./x` of a folder, `./x.nix` of a file. */
function pathFrom(from: string, name: string, like: string): string {
  const isFolder = name.endsWith("/default.nix") && !like.endsWith(".nix");
  const target = isFolder ? path.dirname(name) : name;
  const relative = path.relative(path.dirname(from), target);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

function stem(name: string): string {
  const base = path.basename(name, ".nix");
  return base === "default" ? path.basename(path.dirname(name)) : base;
}

function withFirst(file: SourceFile, body: Ref, text: string): SourceFile {
  const [first] = itemsOf(file.tree, body);
  if (first === undefined) return insertItem(file, body, text);
  const source = Buffer.from(file.bytes).toString("latin1");
  let at = source.lastIndexOf("\n", file.tree.start(first) - 1) + 1;
  if (at <= file.tree.start(body)) return insertItem(file, body, text);
  // above the comment of what was first
  for (;;) {
    const above = source.lastIndexOf("\n", at - 2) + 1;
    if (above <= file.tree.start(body) || !/^[ \t]*#/u.test(source.slice(above, at))) break;
    at = above;
  }
  const indent = /^[ \t]*/u.exec(source.slice(at))![0];
  return edited(file, [Edit.insert(at, `${indent}${text}\n\n`)]);
}

/** The list of imports that was written for it alone. */
function withoutEmptyImports(file: SourceFile, { kind }: Named): SourceFile {
  if (kind !== "element") return file;
  const found = attributeAt(file, ["imports"]);
  if (found === undefined || file.tree.kind(found.value) !== Node.List) return file;
  return itemsOf(file.tree, found.value).length > 0 ? file : removeItem(file, found.set, found.binding);
}

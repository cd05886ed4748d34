/** Which of the files that have a host's name a host must have to take part, and what each of them is. */

import path from "node:path";
import { Node, type Ref } from "@nivose/nix/syntax";
import { type FileReference, importGraph } from "../../check/source/imports.ts";
import { COMPUTED } from "../../check/source/file-references.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { HostItem, SaidHost } from "./said-host.ts";
import { isOfClass, type ModuleStart } from "./leaves.ts";
import { isWithin, type OwnRoot, ownRoots } from "./own-files.ts";
import { renamedText } from "./renaming.ts";
import { mainFiles } from "./said.ts";
import type { HostModule } from "./usual.ts";

export interface HostFile {
  readonly root: OwnRoot;
  readonly name: string;
  readonly is: "module" | "home" | "hardware" | "disk" | "other";
}

/** The roots of a host, that of a home in the names of its parts, too. */
export function rootsOf(repository: Repository, { name, flake }: SaidHost): readonly OwnRoot[] {
  const [, host] = name.split("@");
  return [name, ...(host === undefined ? [] : [host])].flatMap((each) => ownRoots(repository, each, flake));
}

/** In the order in which they are found. */
export function neededFiles(repository: Repository, host: SaidHost, all: readonly SaidHost[]): readonly HostFile[] {
  const found = new Map<string, HostFile>();
  for (const root of rootsOf(repository, host)) {
    const named = [
      ...mainsOf(root, host),
      ...host.items.filter(({ file }) => isWithin(file.name, root.path)).map(({ file }) => file.name),
      ...host.items
        .filter(({ file }) => !isWithin(file.name, root.path))
        .flatMap((item) => namedBy(repository, item, root)),
      ...computedTo(repository, root, all),
      ...sharedPlaces(repository, root, host, all),
    ];
    for (const name of named) found.set(name, { root, name, is: kindOfFile(name, root, host) });
  }
  return [...found.values()];
}

/** Those of the files that are the host's own. */
export function ownHostFiles(repository: Repository, host: SaidHost, names: readonly string[]): readonly HostFile[] {
  const roots = rootsOf(repository, host);
  return [...new Set(names)].flatMap((name) => {
    const root = roots.find(({ path: each }) => isWithin(name, each));
    return root === undefined ? [] : [{ root, name, is: kindOfFile(name, root, host) }];
  });
}

/** Where modules of the host begin in one of its files: as a whole, or within what the flake is made of. */
export function moduleOf(repository: Repository, host: SaidHost, name: string): HostModule | undefined {
  const file = repository.files.get(name);
  if (file === undefined) return undefined;
  const items = host.items.filter((item) => item.file === file && isDendritic(item));
  const starts =
    items.length > 0 ? items.map((item) => startOf(item, host.name)) : [{ ref: file.expression, path: [] }];
  return { file, starts, name: host.name, roots: rootsOf(repository, host).map((root) => root.path) };
}

/** Whether the item is a module itself, in a set that the flake is made of. */
export function isDendritic({ output }: HostItem): boolean {
  return /(?:^|\.)(?:(?:modules|configurations)\.\w+|den\.aspects)$/u.test(output);
}

function startOf({ file, item }: HostItem, host: string): ModuleStart {
  const { tree } = file;
  if (tree.kind(item) !== Node.Binding) return { ref: item, path: [] };
  const [attrPath, value] = [tree.child(item, 0), tree.child(item, 1)];
  const names = namesOf(file.tree, attrPath);
  const at = names.findIndex((name) => name === host || name.endsWith(`/${host}`));
  return { ref: value, path: names.slice(at + 1).filter((name, index) => index > 0 || !isOfClass(name)), item };
}

function namesOf(tree: HostItem["file"]["tree"], attrPath: Ref): readonly string[] {
  return tree.children(attrPath).map((name) => tree.text(name).replace(/^"(.*)"$/u, "$1"));
}

function mainsOf(root: OwnRoot, { entries }: SaidHost): readonly string[] {
  if (!entries.some((entry) => isWithin(entry, root.path))) return [];
  if (root.isFile) return [root.path];
  return root.files.filter((file) => mainFiles.has(path.posix.basename(file)) && isEntry(file, entries)).slice(0, 1);
}

function isEntry(file: string, entries: readonly string[]): boolean {
  return entries.some((entry) => path.posix.dirname(file) === entry);
}

function namedBy(repository: Repository, { file, item }: HostItem, root: OwnRoot): readonly string[] {
  const { start, end } = file.tree.range(item);
  return importGraph(repository)
    .from(file.name)
    .filter(({ range }) => range.start >= start && range.end <= end)
    .flatMap((reference) => [...reference.files, ...(root.files.includes(reference.target) ? [reference.target] : [])])
    .filter((name) => isWithin(name, root.path));
}

/** What `./hosts/${name}` and the like lead to, in files that are no host's own. */
function computedTo(repository: Repository, root: OwnRoot, all: readonly SaidHost[]): readonly string[] {
  const graph = importGraph(repository);
  const owned = ownedBy(repository, all);
  return [...repository.files.keys()]
    .filter((name) => !owned.has(name))
    .flatMap((name) => graph.from(name))
    .filter((reference) => reference.target.includes(COMPUTED) && isNeeded(reference))
    .flatMap(({ files }) => files.filter((name) => isWithin(name, root.path)));
}

/** What most hosts of the kind have in the same place, and nobody names by its path. */
function sharedPlaces(
  repository: Repository,
  root: OwnRoot,
  host: SaidHost,
  all: readonly SaidHost[],
): readonly string[] {
  const graph = importGraph(repository);
  const alike = all.filter(({ kind, flake }) => kind === host.kind && flake === host.flake);
  if (alike.length < 2) return [];
  return root.files.filter((file) => {
    if (!file.endsWith(".nix") || isSecret(file)) return false;
    // by its path it is a module as any other, and the host's name a word
    if (graph.to(file).some(({ from, target }) => from !== file && !target.includes(COMPUTED))) return false;
    const has = alike.filter(({ name }) => repository.files.has(renamedText(file, [{ from: host.name, to: name }])));
    return has.length * 2 > alike.length;
  });
}

function isNeeded({ kind, isConditional, target }: FileReference): boolean {
  // what ends with something computed may be a whole path
  return !isConditional && kind !== "source" && target !== COMPUTED;
}

const ownedFiles = new WeakMap<Repository, ReadonlySet<string>>();

function ownedBy(repository: Repository, all: readonly SaidHost[]): ReadonlySet<string> {
  const known = ownedFiles.get(repository);
  if (known !== undefined) return known;
  const found = new Set(all.flatMap((host) => rootsOf(repository, host).flatMap(({ files }) => files)));
  ownedFiles.set(repository, found);
  return found;
}

function isSecret(file: string): boolean {
  return /(?:^|\/)secrets?(?:\/|\.nix$)/u.test(file);
}

function kindOfFile(name: string, root: OwnRoot, host: SaidHost): HostFile["is"] {
  if (!name.endsWith(".nix") || isSecret(name)) return "other";
  const stem = path.posix.parse(name).name;
  if (host.kind === "home" || /(?:^|\/)(?:home|homes|home-manager|users)\//u.test(root.path)) return "home";
  if (name !== root.path && /hardware/iu.test(stem)) return "hardware";
  if (name !== root.path && /^(?:disks?|disko|file-?systems?|partitions?)/iu.test(stem)) return "disk";
  return "module";
}

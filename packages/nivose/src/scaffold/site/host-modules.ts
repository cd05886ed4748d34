/** The new files of a host: as those of the model are, without what is the model's alone, and with a machine of its own. */

import path from "node:path";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import { Edit, Node } from "@nivose/nix/syntax";
import { namedPathsIn } from "../../check/source/file-references.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import { nixString } from "../nix.ts";
import { type HostFile, isDendritic, moduleOf, neededFiles, ownHostFiles } from "./host-files.ts";
import { keptAsFound, withBootLoader } from "./as-found.ts";
import type { HostItem, SaidHost } from "./said-host.ts";
import { formattedText, type Machine, withoutPlatform } from "./machine.ts";
import { MachineFiles, moduleText } from "./machine-files.ts";
import { isWithin } from "./own-files.ts";
import { literalName } from "./places.ts";
import { makesHosts } from "./built-hosts.ts";
import { type Renaming, renamed, renamedText } from "./renaming.ts";
import { ownNames } from "./own-names.ts";
import { mainFiles } from "./said.ts";
import { skeletonOf } from "./skeleton.ts";
import { importKey, importsOf } from "./imports-of.ts";
import { leavesIn, piecesOf } from "./leaves.ts";
import { type HostModule, Usual } from "./usual.ts";

export interface NewHost {
  readonly renamings: readonly Renaming[];
  readonly system: { readonly from: string | undefined; readonly to: string };
  readonly stateVersion: string | undefined;
  readonly machine: Machine;
  /** What is imported besides, as it is written in other hosts' files. */
  readonly imports: readonly ImportWish[];
}

export interface ImportWish {
  /** A file of the repository, or an expression. */
  readonly target: string | undefined;
  readonly text: string;
}

export interface HostModules {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly string[];
  /** A file of the model that is put together in a way that is not understood. */
  readonly notUnderstood?: SourceFile;
}

export function hostModules(
  repository: Repository,
  model: SaidHost,
  all: readonly SaidHost[],
  host: NewHost,
): HostModules {
  const needed = [...neededFiles(repository, model, all)];
  const files = new Map<string, Uint8Array>();
  const notes: string[] = [];
  // of what the flake is made of, what has nothing in it, and how much has something
  const empty = new Map<string, HostItem>();
  let modules = 0;
  const idle = new Set<string>();
  const kept = keptAsFound(repository, model, all, host.machine);
  const drawn = saysPlatform(repository, model, needed) ? withoutPlatform(host.machine) : host.machine;
  const machine = new MachineFiles(kept?.machine ?? drawn);
  let bootLoader = kept?.bootLoader ?? [];
  const newName = (name: string): string => newPath(name, host);
  // what a new file names is needed, too: the list grows while it is walked
  for (const { name, is, root } of needed) {
    const target = newName(name);
    if (is === "other") {
      notes.push(`${target} is named as ${name} is, and has to be written: nothing was put there.`);
      continue;
    }
    if ((is === "hardware" || is === "disk") && machine.take(is, target)) continue;
    const own = moduleOf(repository, model, name)!;
    const items = model.items.filter((item) => item.file === own.file);
    if (items.some((item) => !isDendritic(item)) || makesHosts(own.file)) {
      files.set(target, madeAs(own.file, model, host));
    } else {
      const isInFolder = is === "module" && !root.isFile && items.length === 0;
      const besides = importsWithin(repository, name, root.path).map(newName);
      const usual = usualOf(repository, name, model, all, is);
      const skeleton = skeletonOf(own, target, usual, {
        renamings: host.renamings,
        system: host.system.to,
        stateVersion: host.stateVersion,
        imports: [
          ...(isInFolder ? machine.filesBeside(besides, target, needed) : []),
          ...(is === "module" && root.isFile ? machine.inline() : []),
          ...(is === "module" ? lacking(host.imports, own, usual).map((wish) => importText(wish, target)) : []),
        ],
      });
      if (skeleton === undefined) return { files, notes, notUnderstood: own.file };
      if (skeleton.isEmpty && items.length > 0) {
        empty.set(target, items[0]!);
        continue;
      }
      modules += items.length;
      if (skeleton.isEmpty && isInFolder && !mainFiles.has(path.posix.basename(name))) idle.add(target);
      files.set(target, isInFolder ? withBootLoader(skeleton.file, bootLoader).bytes : skeleton.file.bytes);
      if (isInFolder) bootLoader = [];
    }
    needed.push(...alsoNamed(repository, model, name, new SourceFile(target, files.get(target)!), needed, newName));
  }
  for (const [name, text] of machine.files(model, needed, newName))
    files.set(name, text === host.machine.asFound?.hardware ? new TextEncoder().encode(text) : formattedText(text));
  for (const name of idle) if (!isNamed(files, name)) files.delete(name);
  const [first] = empty;
  // a module that is named has to be there
  if (first !== undefined && modules === 0 && machine.isEmpty)
    files.set(first[0], formattedText(moduleText(model, first[1], "{ }", newName)));
  return { files, notes: [...notes, ...machine.left()] };
}

function isNamed(files: ReadonlyMap<string, Uint8Array>, target: string): boolean {
  return [...files].some(([name, bytes]) =>
    namedPathsIn(new SourceFile(name, bytes), "").some((each) => each.target === target),
  );
}

/** A file in which a host is made, for another one. */
function madeAs(file: SourceFile, { kind, name }: SaidHost, { renamings, system }: NewHost): Uint8Array {
  const platforms = file
    .nodes(Node.String)
    .filter((ref) => system.from !== undefined && literalName(file.tree, ref) === system.from)
    .map((ref) => Edit.replace(file.tree.range(ref), nixString(system.to)));
  return Edit.applySplices(file.bytes, [
    ...renamed(file, file.expression, renamings),
    ...ownNames(file, kind, name, renamings),
    ...platforms,
  ]);
}

/** Whether one of the files says it that are not the machine's: then that of the new host does, too. */
function saysPlatform(repository: Repository, model: SaidHost, files: readonly HostFile[]): boolean {
  return files
    .filter(({ is }) => is === "module")
    .flatMap(({ name }) => moduleOf(repository, model, name) ?? [])
    .flatMap(({ file, starts }) => leavesIn(starts.flatMap((start) => piecesOf(file, start) ?? [])))
    .some(({ path: option, value }) => value !== undefined && option.join(".") === "nixpkgs.hostPlatform");
}

/** Those of the wishes that the new file would not import anyway. */
function lacking(wishes: readonly ImportWish[], own: HostModule, usual: Usual): readonly ImportWish[] {
  const leaves = leavesIn(own.starts.flatMap((start) => piecesOf(own.file, start) ?? []));
  const imported = leaves.flatMap(({ path: option, value }) =>
    value === undefined || option.at(-1) !== "imports" ? [] : importsOf(own.file, value),
  );
  const kept = new Set(
    imported.flatMap(({ ref }) => (usual.isUsualImport(own, ref) ? [importKey(own.file, ref)] : [])),
  );
  return wishes.filter(({ target, text }) => !kept.has(target ?? text.replaceAll(/\s+/gu, " ")));
}

/** Files of the model's own of which a new file names the new host's. */
function alsoNamed(
  repository: Repository,
  model: SaidHost,
  name: string,
  after: SourceFile,
  known: readonly HostFile[],
  newName: (name: string) => string,
): readonly HostFile[] {
  const targets = new Set(namedPathsIn(after, "").map(({ target }) => target));
  const candidates = importGraph(repository)
    .from(name)
    .filter(({ target }) => newName(target) !== target && targets.has(newName(target)))
    .flatMap(({ files }) => files);
  return ownHostFiles(repository, model, candidates).filter((each) => !known.some((other) => other.name === each.name));
}

/** Where a file of the model is for the new host. */
function newPath(name: string, { renamings, system }: Pick<NewHost, "renamings" | "system">): string {
  return name
    .split("/")
    .map((part) => (part === system.from ? system.to : renamedText(part, renamings)))
    .join("/");
}

function importsWithin(repository: Repository, name: string, root: string): readonly string[] {
  return importGraph(repository)
    .from(name)
    .flatMap(({ files, target }) => (files.length > 0 ? files : [target]))
    .filter((target) => isWithin(target, root));
}

function importText({ target, text }: ImportWish, file: string): string {
  if (target === undefined) return text;
  const relative = path.posix.relative(path.posix.dirname(file), target);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/** What hosts of the same kind have in common in files like this one. */
function usualOf(
  repository: Repository,
  name: string,
  model: SaidHost,
  all: readonly SaidHost[],
  is: HostFile["is"],
): Usual {
  const alike = all.filter(({ kind, flake }) => kind === model.kind && flake === model.flake);
  const modules = alike.map((host) =>
    (host === model
      ? [...new Set([name, ...neededOf(repository, host, all, is)])]
      : neededOf(repository, host, all, is)
    )
      .map((each) => moduleOf(repository, host, each))
      .filter((each) => each !== undefined),
  );
  return new Usual(modules.filter((each) => each.length > 0));
}

function neededOf(
  repository: Repository,
  host: SaidHost,
  all: readonly SaidHost[],
  kind: HostFile["is"],
): readonly string[] {
  return neededFiles(repository, host, all)
    .filter(({ is }) => is === kind)
    .map(({ name }) => name);
}

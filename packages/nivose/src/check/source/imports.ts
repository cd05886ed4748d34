/**
 * Which file leads to which, by the paths that they name. It knows nothing of values, so it says where a way is, and never that
 * one is taken; and a file that no way leads to may still be read by name, by a program.
 */

import path from "node:path";
import { COMPUTED, type NamedPath, namedPathsIn } from "./file-references.ts";
import type { Repository } from "./repository.ts";

export interface FileReference extends NamedPath {
  readonly from: string;
  /** The Nix files that are read if it is imported: of a folder its `default.nix`. Several if it is computed. */
  readonly files: readonly string[];
  /** Folders that it names without importing them: anything below may be meant. */
  readonly folders: readonly string[];
}

export class ImportGraph {
  readonly #repository: Repository;
  readonly #from = new Map<string, readonly FileReference[]>();
  readonly #folders: ReadonlySet<string>;
  #modules: ReadonlySet<string> | undefined;
  #to: ReadonlyMap<string, readonly FileReference[]> | undefined;

  constructor(repository: Repository) {
    this.#repository = repository;
    this.#folders = new Set([...repository.files.keys()].flatMap(foldersAbove));
  }

  /** What a file names, in its order. */
  from(name: string): readonly FileReference[] {
    const known = this.#from.get(name);
    if (known !== undefined) return known;
    const file = this.#repository.files.get(name);
    const found =
      file === undefined
        ? []
        : namedPathsIn(file, this.flakeOf(name)).map((named) => ({
            ...named,
            from: name,
            ...this.#leadsTo(named, name),
          }));
    this.#from.set(name, found);
    return found;
  }

  /** What names a file by a path to it or to its folder; not what names a folder further up. */
  to(name: string): readonly FileReference[] {
    this.#to ??= this.#referrers();
    return this.#to.get(name) ?? [];
  }

  /** The files that stand by themselves in lists of modules, and so are modules. */
  get modules(): ReadonlySet<string> {
    return (this.#modules ??= new Set(
      [...this.#repository.files.keys()]
        .flatMap((name) => this.from(name))
        .flatMap(({ listedIn, target, files }) => (listedIn === undefined || target.includes(COMPUTED) ? [] : files)),
    ));
  }

  /** All files that ways lead to, the given ones among them. Folders count as a whole, unless it is said otherwise. */
  reach(
    starts: Iterable<string>,
    isTaken: (reference: FileReference) => boolean = () => true,
    withFolders = true,
  ): ReadonlySet<string> {
    const reached = new Set([...starts].filter((name) => this.#repository.files.has(name)));
    const folders = new Set<string>();
    // a set is walked in the order in which it grows
    for (const name of reached)
      for (const reference of this.from(name)) {
        if (!isTaken(reference)) continue;
        for (const file of reference.files) reached.add(file);
        for (const folder of withFolders ? reference.folders : []) {
          if (folders.has(folder)) continue;
          folders.add(folder);
          for (const file of this.within(folder)) reached.add(file);
        }
      }
    return reached;
  }

  /** The Nix files in a folder and below. */
  within(folder: string): readonly string[] {
    const names = [...this.#repository.files.keys()];
    return folder === "." ? names : names.filter((name) => name.startsWith(`${folder}/`));
  }

  /** The folder of the flake that a file belongs to. */
  flakeOf(name: string): string {
    const folders = new Set(this.#repository.flakes.map(({ folder }) => folder));
    return foldersAbove(name).find((folder) => folders.has(folder === "." ? "" : folder)) ?? "";
  }

  #referrers(): ReadonlyMap<string, readonly FileReference[]> {
    const found = new Map<string, FileReference[]>();
    for (const reference of [...this.#repository.files.keys()].flatMap((from) => this.from(from)))
      for (const file of reference.files) found.set(file, [...(found.get(file) ?? []), reference]);
    return found;
  }

  #leadsTo({ target, kind }: NamedPath, from: string): Pick<FileReference, "files" | "folders"> {
    if (target.includes(COMPUTED)) return this.#mayLeadTo(target, kind);
    const files = this.#importedAt(target);
    // what has no file to import, or only the one that says so, is given to a function that reads the folder
    const isRead = kind === "imports" && files.every((name) => name === from);
    const isOpen = (kind === "path" || isRead) && this.#folders.has(target);
    return { files, folders: isOpen ? [target] : [] };
  }

  #mayLeadTo(target: string, kind: NamedPath["kind"]): Pick<FileReference, "files" | "folders"> {
    if (target.startsWith("..")) return { files: [], folders: [] };
    const beginning = target.slice(0, target.indexOf(COMPUTED));
    // `./hosts + name`: what is added has slashes of its own
    const isOpen = target.endsWith(COMPUTED) && kind !== "source" && this.#folders.has(beginning);
    const pattern = patternOf(target);
    const files = [...this.#repository.files.keys()].filter((name) => pattern.test(name));
    const folders = [...this.#folders].filter((name) => name !== "." && pattern.test(name));
    const imported = folders.map((name) => this.#importedAt(name));
    // of a folder that cannot be imported files are named that are not to be seen
    const others = kind === "source" ? [] : folders.filter((_, index) => imported[index]!.length === 0);
    return { files: [...new Set([...files, ...imported.flat()])], folders: isOpen ? [beginning, ...others] : others };
  }

  /** The file that is read if a path is imported. */
  #importedAt(name: string): string[] {
    return [name, path.posix.join(name, "default.nix")].filter((each) => this.#repository.files.has(each)).slice(0, 1);
  }
}

/** One for each repository. */
export function importGraph(repository: Repository): ImportGraph {
  const known = kept.get(repository);
  if (known !== undefined) return known;
  const made = new ImportGraph(repository);
  kept.set(repository, made);
  return made;
}

const kept = new WeakMap<Repository, ImportGraph>();

/** From the nearest to the top, which is `.`. */
function foldersAbove(name: string): string[] {
  const found: string[] = [];
  for (let folder = path.posix.dirname(name); ; folder = path.posix.dirname(folder)) {
    found.push(folder);
    if (folder === ".") return found;
  }
}

function patternOf(target: string): RegExp {
  const parts = target.split(COMPUTED).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^/]*")}$`, "u");
}

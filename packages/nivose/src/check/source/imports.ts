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
  /** The folder that it names without importing it: anything below may be meant. */
  readonly folder: string | undefined;
}

export class ImportGraph {
  readonly #repository: Repository;
  readonly #from = new Map<string, readonly FileReference[]>();
  readonly #folders: ReadonlySet<string>;
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
        const { folder } = reference;
        if (!withFolders || folder === undefined || folders.has(folder)) continue;
        folders.add(folder);
        for (const file of this.within(folder)) reached.add(file);
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

  #leadsTo({ target, kind }: NamedPath, from: string): Pick<FileReference, "files" | "folder"> {
    const { files } = this.#repository;
    const asFile = (name: string): string[] => {
      const inFolder = path.posix.join(name, "default.nix");
      return files.has(name) ? [name] : files.has(inFolder) ? [inFolder] : [];
    };
    if (!target.includes(COMPUTED)) {
      const found = asFile(target);
      // what has no file to import, or only the one that says so, is given to a function that reads the folder
      const isRead = kind === "imports" && found.every((name) => name === from);
      const isOpen = (kind === "path" || isRead) && this.#folders.has(target);
      return { files: found, folder: isOpen ? target : undefined };
    }
    if (target.startsWith("..")) return { files: [], folder: undefined };
    const pattern = patternOf(target);
    const candidates = [...files.keys(), ...this.#folders].filter((name) => pattern.test(name));
    // what is computed may go further down, which is not to be seen
    const open = target.endsWith(COMPUTED) && kind !== "source" ? path.posix.dirname(target) : undefined;
    const folder = open === undefined || open.includes(COMPUTED) ? undefined : open;
    return { files: [...new Set(candidates.flatMap(asFile))], folder };
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

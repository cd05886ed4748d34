/** The files and folders that have a host's name. */

import path from "node:path";
import type { Repository } from "../../check/source/repository.ts";

/** A folder of the name, or a file whose name it is. */
export interface OwnRoot {
  readonly path: string;
  readonly isFile: boolean;
  /** All files in it, or itself. */
  readonly files: readonly string[];
}

export function ownRoots({ tracked, untracked, files }: Repository, name: string, flake: string): readonly OwnRoot[] {
  const found = new Map<string, { isFile: boolean; files: string[] }>();
  const base = flake === "" ? "" : `${flake}/`;
  for (const file of new Set([...tracked, ...untracked, ...files.keys()])) {
    if (!file.startsWith(base)) continue;
    const names = file.slice(base.length).split("/");
    const at = names.findIndex(
      (each, index) => isNamedFor(each, name) || (index === names.length - 1 && stemOf(each) === name),
    );
    if (at < 0) continue;
    const root = base + names.slice(0, at + 1).join("/");
    const known = found.get(root) ?? { isFile: at === names.length - 1, files: [] };
    known.files.push(file);
    found.set(root, known);
  }
  return [...found].map(([root, each]) => ({ path: root, ...each }));
}

/** Whether a folder is that of a host: of its name, or with what kinds of systems it is about behind it, as `luna [N]`. */
export function isNamedFor(folder: string, name: string): boolean {
  return folder === name || (folder.startsWith(`${name} [`) && folder.endsWith("]"));
}

export function isWithin(file: string, root: string): boolean {
  return file === root || file.startsWith(`${root}/`);
}

function stemOf(file: string): string {
  const { name } = path.posix.parse(file);
  return name;
}

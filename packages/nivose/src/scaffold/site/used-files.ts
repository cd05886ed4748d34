/** Which of the files that are made something leads to: what nothing leads to is not written. */

import { COMPUTED } from "../../check/source/file-references.ts";
import { type FileReference, importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { GrownFile } from "../growth.ts";
import { grownRepository } from "./grown-repository.ts";

/**
 * A computed path of a file that stays as it is leads nowhere new: what is computed there has its names from somewhere, and
 * nobody has said the new one. A folder that is read takes what is in it.
 */
export function withoutUnused(
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
): ReadonlyMap<string, GrownFile | undefined> {
  const isNew = (name: string): boolean => files.get(name) !== undefined && !repository.files.has(name);
  const after = grownRepository(repository, files);
  const isByFolder = /snowfall|blueprint|haumea|easy-hosts|ez-configs|flakelight/u.test(
    Buffer.from(repository.read("flake.nix") ?? []).toString(),
  );
  if (isByFolder) return files;
  const references = [...after.files.keys()].flatMap((name) => importGraph(after).from(name));
  const used = new Set<string>();
  const isTaken = ({ from, target }: FileReference): boolean =>
    (!isNew(from) || used.has(from)) &&
    (!target.includes(COMPUTED) || files.has(from) || after.files.get(from)!.mentions("readDir"));
  for (let size = -1; size < used.size;) {
    size = used.size;
    for (const reference of references.filter(isTaken))
      for (const name of files.keys())
        if (reference.files.includes(name) || reference.folders.some((folder) => name.startsWith(`${folder}/`)))
          used.add(name);
  }
  return new Map([...files].filter(([name]) => !isNew(name) || used.has(name)));
}

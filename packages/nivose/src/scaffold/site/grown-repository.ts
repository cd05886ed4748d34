/** A repository as it will be, for looking at what was made before it is written. */

import type { Repository } from "../../check/source/repository.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import type { GrownFile } from "../growth.ts";

export function grownRepository(
  repository: Repository,
  changes: ReadonlyMap<string, GrownFile | undefined>,
): Repository {
  const files = new Map(repository.files);
  const tracked = new Set(repository.tracked);
  const untracked = new Set(repository.untracked);
  for (const [name, change] of changes) {
    if (change === undefined) {
      for (const names of [files, tracked, untracked]) names.delete(name);
      continue;
    }
    tracked.add(name);
    if (name.endsWith(".nix")) files.set(name, new SourceFile(name, change.bytes));
  }
  const all = new Set([...tracked, ...untracked, ...files.keys()]);
  const gone = [...changes].filter(([, change]) => change === undefined).map(([name]) => name);
  return {
    ...repository,
    files: new Map([...files].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    tracked,
    untracked,
    flakes: repository.flakes.map((flake) => ({ ...flake, file: files.get(flake.file.name) ?? flake.file })),
    read: (name) => (changes.has(name) ? changes.get(name)?.bytes : repository.read(name)),
    exists: (name) => {
      const isIn = (each: string): boolean => each === name || each.startsWith(`${name}/`);
      if (changes.has(name)) return changes.get(name) !== undefined;
      return [...all].some(isIn) || (repository.exists(name) && !gone.some(isIn));
    },
  };
}

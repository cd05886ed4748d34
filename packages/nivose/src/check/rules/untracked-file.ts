/** Finds paths to files that are there and that Git does not know. */

import path from "node:path";
import { referencesIn, type UsedReference, usedReference } from "../modules/referenced-files.ts";
import type { RepositoryRule } from "../rule.ts";
import { importGraph } from "../source/imports.ts";
import type { Repository } from "../source/repository.ts";

export const rule: RepositoryRule = {
  code: "untracked-file",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "A file that Git does not know yet",
  explain:
    "A flake in a Git repository is made of the files that Git knows. A new one that was never added is not there for Nix, " +
    "which says that the path does not exist, although everybody can see it. `git add --intent-to-add FILE` makes " +
    "it known without adding what is in it. Left alone is whatever a fleet asks about with `builtins.pathExists`, and what is named only " +
    "in new files that nothing names yet.",
  example: {
    bad: {
      "machine.nix": "{\n  imports = [ ./disks.nix ];\n}\n",
      "untracked:disks.nix": "{\n  services.fstrim.enable = true;\n}\n",
    },
    good: {
      "machine.nix": "{\n  imports = [ ./disks.nix ];\n}\n",
      "disks.nix": "{\n  services.fstrim.enable = true;\n}\n",
    },
  },
  *check(repository) {
    const { tracked, isGit, flakes, exists } = repository;
    if (!isGit || flakes.length === 0) return;
    const folders = foldersOf(tracked);
    const isKnown = (name: string): boolean => tracked.has(name) || folders.has(name);
    // what a flake would have if all that it names were known
    const reached = importGraph(repository).reach([...tracked, "flake.nix"]);
    for (const found of referencesIn(repository)) {
      if (!reached.has(found.from)) continue;
      if (isKnown(found.target) && (tracked.has(found.target) || tracked.has(`${found.target}/default.nix`))) continue;
      const reference = usedReference(found, repository);
      if (reference === undefined || isKnown(reference.target) || !exists(reference.target)) continue;
      yield finding(reference, repository);
    }
  },
};

function finding({ file, at, target }: UsedReference, { untracked }: Repository) {
  const isIgnored = !untracked.has(target) && ![...untracked].some((name) => name.startsWith(`${target}/`));
  return {
    text: isIgnored
      ? `Git ignores '${target}', so a flake does not have it`
      : `Git does not know '${target}' yet, so a flake does not have it`,
    at: file.at(at),
    hint: `make it known: git add ${isIgnored ? "--force " : ""}--intent-to-add ${quoted(target)}`,
  };
}

function quoted(name: string): string {
  return /^[\w./@+-]+$/u.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`;
}

function foldersOf(names: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of names) {
    for (
      let folder = path.posix.dirname(name);
      folder !== "." && !found.has(folder);
      folder = path.posix.dirname(folder)
    )
      found.add(folder);
  }
  return found;
}

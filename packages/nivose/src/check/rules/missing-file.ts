/** Finds paths that lead to nothing. */

import path from "node:path";
import { didYouMean, namesSpelledLike } from "../../advice/names.ts";
import { referencesIn, usedReference } from "../modules/referenced-files.ts";
import type { RepositoryRule } from "../rule.ts";
import type { Repository } from "../source/repository.ts";

export const rule: RepositoryRule = {
  code: "missing-file",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "A path to something that is not there",
  explain:
    "A path in a file leads to no file and no folder. It is relative to the file that it is written in; a folder that is imported needs a " +
    "`default.nix`. What is computed in part is left alone, and so are paths that the repository asks about with " +
    "`builtins.pathExists`, paths into submodules, and templates. If nothing imports or reads the file right there, the finding is " +
    "heuristic.",
  example: {
    bad: {
      "machine.nix": "{\n  imports = [ ./disk.nix ];\n}\n",
      "disks.nix": "{\n  services.fstrim.enable = true;\n}\n",
    },
    good: {
      "machine.nix": "{\n  imports = [ ./disks.nix ];\n}\n",
      "disks.nix": "{\n  services.fstrim.enable = true;\n}\n",
    },
  },
  *check(repository) {
    const { exists, files } = repository;
    for (const found of referencesIn(repository)) {
      if (files.has(found.target) || files.has(`${found.target}/default.nix`)) continue;
      const reference = usedReference(found, repository);
      if (reference === undefined || exists(reference.target)) continue;
      const { file, at, target, isNeeded } = reference;
      yield {
        text: `there is no '${target}'`,
        at: file.at(at),
        hint: didYouMean(namesNear(target, repository)) ?? "a path is relative to the file that it stands in",
        ...(isNeeded ? {} : { class: "heuristic" }),
      };
    }
  },
};

/** What else is in the folder; or the same name in another one. */
function namesNear(target: string, { tracked, untracked }: Repository): string[] {
  const folder = path.posix.dirname(target);
  const all = [...tracked, ...untracked];
  const beside = all.filter((name) => path.posix.dirname(name) === folder);
  const near = namesSpelledLike(
    path.posix.basename(target),
    beside.map((name) => path.posix.basename(name)),
  );
  if (near.length > 0) return near.map((name) => path.posix.join(folder, name));
  return all.filter((name) => nameIn(name) === nameIn(target)).slice(0, MOST);
}

/** Many folders have a `default.nix`: which one it is, the folder's name tells. */
function nameIn(file: string): string {
  const name = path.posix.basename(file);
  return name === "default.nix" ? file.split("/").slice(-2).join("/") : name;
}

const MOST = 3;

/** The flakes of a repository. */

import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { askGit } from "../change/git.ts";
import { repositoryAround } from "../change/repository.ts";
import { isFlakeFile } from "../fleet/flake-file.ts";
import type { Context } from "./context.ts";

export interface FlakesHere {
  readonly root: string;
  /** Folders relative to it; empty for the root itself. */
  readonly flakes: readonly string[];
}

/** A folder that has a flake itself is taken alone, unless it is the top of a repository. */
export function flakesAt(folder: string, context: Context): FlakesHere {
  const place = path.resolve(context.cwd, folder);
  const real = existsSync(place) && statSync(place).isDirectory() ? realpathSync(place) : place;
  const top = repositoryAround(real)?.top;
  const root = top ?? real;
  const below = path.relative(root, real);
  if (below !== "" && existsSync(path.join(real, "flake.nix"))) return { root, flakes: [below] };
  return { root, flakes: flakesBelow(root, top !== undefined, context) };
}

/** Without Git the flake at the top is all that is known. */
function filesOfGit(root: string, environment: Context["environment"]): string[] {
  const answer = askGit(root, ["ls-files", "-z"], environment);
  return answer.ok ? answer.output.split("\0") : ["flake.nix"];
}

/** Templates are flakes for somebody else. */
function flakesBelow(root: string, isRepository: boolean, { environment }: Context): string[] {
  const files = isRepository
    ? filesOfGit(root, environment)
    : existsSync(root)
      ? readdirSync(root).filter((name) => name === "flake.nix")
      : [];
  return (
    files
      .filter((file) => path.basename(file) === "flake.nix" && existsSync(path.join(root, file)))
      .map((file) => (path.dirname(file) === "." ? "" : path.dirname(file)))
      .filter((folder) => !folder.split("/").some((part) => part === "templates" || part === "tests"))
      // what stands at the top is meant as a flake, whatever is in it
      .filter((folder) => folder === "" || isFlakeFile(readFileSync(path.join(root, folder, "flake.nix"))))
      .toSorted()
  );
}

/** Where a new repository goes, and Git's part in it. */

import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { git } from "../../change/git.ts";
import { repositoryAround } from "../../change/repository.ts";
import type { Context } from "../context.ts";

export interface Target {
  /** The folder of the new files. */
  readonly folder: string;
  /** The repository around it, or the folder itself where there is none yet. */
  readonly root: string;
  readonly hasRepository: boolean;
}

export function targetOf(folder: string, cwd: string): Target {
  const absolute = realOf(path.resolve(cwd, folder));
  const around = repositoryAround(absolute);
  return { folder: absolute, root: around?.top ?? absolute, hasRepository: around !== undefined };
}

/** The path without links, also if its end does not exist yet. */
function realOf(location: string): string {
  if (existsSync(location)) return realpathSync(location);
  const above = path.dirname(location);
  return above === location ? location : path.join(realOf(above), path.basename(location));
}

/** Whether something that is no folder stands where the folder, or one above it, should be. */
export function obstacleAt(location: string): string | undefined {
  if (existsSync(location)) return statSync(location).isDirectory() ? undefined : location;
  const above = path.dirname(location);
  return above === location ? undefined : obstacleAt(above);
}

export function makeRepository({ folder, hasRepository }: Target, { environment }: Context): void {
  mkdirSync(folder, { recursive: true });
  if (!hasRepository) git(folder, ["init", "--quiet", "--initial-branch=main"], environment);
}

/** Nix reads only files that Git knows of. */
export function announceFiles({ root }: Target, paths: readonly string[], { environment }: Context): void {
  for (let start = 0; start < paths.length; start += 500)
    git(root, ["add", "--intent-to-add", "--", ...paths.slice(start, start + 500)], environment);
}

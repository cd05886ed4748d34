/** Which Git repository a folder belongs to. Git itself is not asked: it may not be there, or not want to answer. */

import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export interface Repository {
  /** The folder of the working tree. */
  readonly top: string;
  /** Git's own folder of this working tree. */
  readonly gitFolder: string;
}

/** The innermost repository around an absolute path, which need not exist. */
export function repositoryAround(location: string): Repository | undefined {
  const gitFolder = gitFolderOf(join(location, ".git"));
  if (gitFolder !== undefined) return { top: location, gitFolder };
  const above = dirname(location);
  return above === location ? undefined : repositoryAround(above);
}

function gitFolderOf(location: string): string | undefined {
  try {
    const found = statSync(location);
    if (found.isDirectory()) return statSync(join(location, "HEAD")).isFile() ? location : undefined;
    // worktrees and submodules have a file that says where the folder is
    const [, target] = /^gitdir: (.+)$/m.exec(readFileSync(location, "utf8")) ?? [];
    if (target === undefined) return undefined;
    const folder = resolve(dirname(location), target);
    return statSync(folder).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}

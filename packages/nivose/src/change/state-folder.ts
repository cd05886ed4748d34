/**
 * Where the journals of a root are kept: in the `.git` of its repository, which no tool reads as a part of the fleet
 * and which is on the same disk; without a repository, in the user's state folder.
 */

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { repositoryAround } from "./repository.ts";

/** `stateHome` is `$XDG_STATE_HOME`, or what stands for it. `root` is an absolute path without symbolic links. */
export function stateFolderOf(root: string, stateHome: string): string {
  const repository = repositoryAround(root);
  if (repository !== undefined) return join(repository.gitFolder, "nivose");
  return join(stateHome, "nivose", createHash("sha256").update(root).digest("hex").slice(0, 32));
}

/** Those that {@link stateFolderOf} keeps for folders in no repository. */
export function stateFoldersBelow(stateHome: string): string[] {
  const folder = join(stateHome, "nivose");
  try {
    const names = readdirSync(folder).filter((name) => /^[0-9a-f]{32}$/u.test(name));
    return names.map((name) => join(folder, name));
  } catch {
    return []; // nothing was ever changed there
  }
}

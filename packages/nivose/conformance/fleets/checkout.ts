/** A checkout of a public repository. */

import { spawnSync } from "node:child_process";
import path from "node:path";

/** Folders that have a lock file of a flake; the one of the top comes first. */
export function lockedFlakes(checkout: string): string[] {
  return git(checkout, ["ls-files", "flake.lock", "*/flake.lock"])
    .split("\n")
    .filter((file) => file !== "")
    .map((file) => path.join(checkout, path.dirname(file)))
    .toSorted((left, right) => left.length - right.length);
}

export function headOf(checkout: string): string {
  return git(checkout, ["rev-parse", "HEAD"]).trim();
}

function git(folder: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", words, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${words.join(" ")} in ${folder}: ${stderr}`);
  return stdout;
}

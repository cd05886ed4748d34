/** Asks the system's git, with errors of an evaluation. */

import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { type GitOptions, runGit } from "../../git/run-git.ts";

/** The output of a git command as bytes; nothing if it says no. */
export function askGit(folder: string, args: readonly string[], options: GitOptions = {}): string | undefined {
  return askGitForBytes(folder, args, options)?.toString("latin1");
}

export function git(folder: string, args: readonly string[], options: GitOptions = {}): string {
  return gitBytes(folder, args, options).toString("latin1");
}

export function gitBytes(folder: string, args: readonly string[], options: GitOptions = {}): Buffer {
  const output = askGitForBytes(folder, args, options);
  if (output === undefined) throw fail("eval", `program 'git' failed: git ${args.join(" ")} in '${folder}'`);
  return output;
}

function askGitForBytes(folder: string, args: readonly string[], options: GitOptions): Buffer | undefined {
  const result = runGit(folder, args, settings.environment, options);
  if ("error" in result) {
    const { code, message } = result.error;
    throw fail("limit", code === "ENOENT" ? "git is not installed, which reads Git repositories" : `git: ${message}`);
  }
  return result.status === 0 ? result.output : undefined;
}

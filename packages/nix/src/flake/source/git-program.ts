/** Runs the system's git, in a repository and with nothing in its environment that points it to another one. */

import { spawnSync } from "node:child_process";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";

export interface GitOptions {
  readonly input?: string;
  /** An index to take instead of the repository's own. */
  readonly index?: string;
}

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

const ALWAYS = ["-c", "core.fsmonitor=false", "-c", "core.quotepath=false"];

function askGitForBytes(folder: string, args: readonly string[], { input, index }: GitOptions): Buffer | undefined {
  const native = (text: string): string => Buffer.from(text, "latin1").toString();
  const { error, status, stdout } = spawnSync("git", [...ALWAYS, ...args.map(native)], {
    cwd: native(folder),
    env: { ...gitEnvironment(), ...(index === undefined ? {} : { GIT_INDEX_FILE: native(index) }) },
    maxBuffer: 1 << 30,
    ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : { input: Buffer.from(input, "latin1") }),
  });
  if (error !== undefined) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw fail("limit", isMissing ? "git is not installed, which reads Git repositories" : `git: ${error.message}`);
  }
  return status === 0 ? stdout : undefined;
}

const KEPT = ["PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL"];

function gitEnvironment(): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = settings.environment(name);
    return value === undefined ? [] : [[name, Buffer.from(value, "latin1").toString()] as const];
  });
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
}

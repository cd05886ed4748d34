/** Runs the system's git, in a repository and with nothing in its environment that points it to another one. */

import { spawnSync } from "node:child_process";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";

/** The output of a git command as bytes; nothing if it says no. */
export function askGit(folder: string, args: readonly string[], input?: string): string | undefined {
  const { error, status, stdout } = spawnSync(
    "git",
    ["-c", "core.fsmonitor=false", "-c", "core.quotepath=false", ...args],
    {
      cwd: Buffer.from(folder, "latin1").toString(),
      env: gitEnvironment(),
      maxBuffer: 1 << 30,
      encoding: "latin1",
      ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : { input }),
    },
  );
  if (error !== undefined) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw fail("limit", isMissing ? "git is not installed, which reads Git repositories" : `git: ${error.message}`);
  }
  return status === 0 ? stdout : undefined;
}

export function git(folder: string, args: readonly string[]): string {
  const output = askGit(folder, args);
  if (output === undefined) throw fail("eval", `program 'git' failed: git ${args.join(" ")} in '${folder}'`);
  return output;
}

function gitEnvironment(): Record<string, string> {
  const names = [
    "PATH",
    "HOME",
    "XDG_CONFIG_HOME",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_GLOBAL",
  ];
  const kept = names.flatMap((name) => {
    const value = settings.environment(name);
    return value === undefined ? [] : [[name, Buffer.from(value, "latin1").toString()] as const];
  });
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
}

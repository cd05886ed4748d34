/** Runs the system's git, in a repository and with nothing in its environment that points it to another one. */

import { spawnSync } from "../run-program.ts";

export interface GitOptions {
  readonly input?: string;
  /** An index to take instead of the repository's own. */
  readonly index?: string;
}

export type GitResult =
  | { readonly status: number | null; readonly output: Buffer }
  | { readonly error: NodeJS.ErrnoException };

const ALWAYS = ["-c", "core.fsmonitor=false", "-c", "core.quotepath=false"];

/** Paths and arguments are bytes, one character each. */
export function runGit(
  folder: string,
  args: readonly string[],
  environment: (name: string) => string | undefined,
  { input, index }: GitOptions = {},
): GitResult {
  const native = (text: string): string => Buffer.from(text, "latin1").toString();
  const { error, status, stdout } = spawnSync("git", [...ALWAYS, ...args.map(native)], {
    cwd: native(folder),
    env: { ...gitEnvironment(environment), ...(index === undefined ? {} : { GIT_INDEX_FILE: native(index) }) },
    maxBuffer: 1 << 30,
    ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : { input: Buffer.from(input, "latin1") }),
  });
  return error === undefined ? { status, output: stdout } : { error };
}

const KEPT = ["PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL"];

function gitEnvironment(environment: (name: string) => string | undefined): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = environment(name);
    return value === undefined ? [] : [[name, Buffer.from(value, "latin1").toString()] as const];
  });
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
}

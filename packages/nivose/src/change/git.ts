/** Runs the system's git, without a shell, and with nothing in its environment that points it to another repository. */

import { spawnSync } from "node:child_process";
import { changeMessages } from "./messages.ts";
import { refuse } from "./problem.ts";

/** The output of a git command. Throws a refusal if it cannot be had. */
export function git(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const answer = askGit(folder, args, environment);
  return answer.ok ? answer.output : refuse(changeMessages["change-git-failed"](answer.reason), folder, answer.cause);
}

export type GitAnswer =
  | { readonly ok: true; readonly output: string }
  /** In Git's own words, if it was there to say any. */
  | { readonly ok: false; readonly reason: string; readonly cause?: unknown };

/** The same for callers that have words of their own for what goes wrong. */
export function askGit(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): GitAnswer {
  // a repository's settings must not start programs just because somebody asks for its state
  // this one command takes nothing but plain paths, and no word about it
  const literal = args[0] === "check-ignore" ? [] : ["--literal-pathspecs"];
  const result = spawnSync("git", ["-c", "core.fsmonitor=false", ...literal, ...args], {
    cwd: folder,
    env: { ...withoutRepository(environment), GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.error !== undefined) {
    const missing = "code" in result.error && result.error.code === "ENOENT";
    return { ok: false, reason: missing ? "it is not installed" : result.error.message, cause: result.error };
  }
  if (result.status !== 0) {
    const [first = ""] = result.stderr.toString("utf8").trim().split("\n");
    return { ok: false, reason: first || `it ended with ${result.status ?? result.signal}` };
  }
  return { ok: true, output: result.stdout.toString("utf8") };
}

/** A hook of another repository may have started us, and Git hands its hooks the place of that repository. */
function withoutRepository(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !OF_A_REPOSITORY.has(name)));
}

/** What `git rev-parse --local-env-vars` lists, but for settings. */
const OF_A_REPOSITORY: ReadonlySet<string> = new Set([
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_DIR",
  "GIT_GRAFT_FILE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_INTERNAL_SUPER_PREFIX",
  "GIT_NAMESPACE",
  "GIT_NO_REPLACE_OBJECTS",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_REPLACE_REF_BASE",
  "GIT_SHALLOW_FILE",
  "GIT_WORK_TREE",
]);

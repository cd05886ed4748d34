/**
 * Refuses to change files whose present contents Git could not bring back: modified, staged, untracked or ignored
 * ones. Outside of a repository there is nothing to ask; the journal keeps the old contents in any case.
 */

import { dirname, join, relative } from "node:path";
import type { ChangeContext } from "./context.ts";
import type { Effect } from "./effect.ts";
import { git } from "./git.ts";
import { changeMessages } from "./messages.ts";
import { problem, type ChangeProblem } from "./problem.ts";
import { repositoryAround } from "./repository.ts";

/** One problem for every file with unsaved changes. Throws a refusal if git does not answer. */
export function unsavedProblems(effect: Effect, context: Pick<ChangeContext, "root" | "environment">): ChangeProblem[] {
  const { root, environment } = context;
  // a path may be in a repository within the repository
  const byRepository = new Map<string, Map<string, { path: string; exists: boolean }>>();
  for (const { path, before } of effect.paths) {
    const top = repositoryAround(dirname(join(root, path)))?.top;
    if (top === undefined) continue;
    const files = byRepository.get(top) ?? new Map<string, { path: string; exists: boolean }>();
    files.set(relative(top, join(root, path)), { path, exists: before.kind !== "absent" });
    byRepository.set(top, files);
  }
  const problems: ChangeProblem[] = [];
  for (const [top, files] of byRepository) {
    const states = unsavedStates(top, [...files.keys()], environment);
    for (const [file, { path, exists }] of files) {
      const state = states.get(file) ?? (exists ? undefined : "saved");
      if (state !== "saved") problems.push(problem(changeMessages["change-unsaved"](state ?? UNTRACKED), path));
    }
  }
  return problems;
}

const UNTRACKED = "not tracked by Git";

/** For every tracked file its state, which is `saved` if its contents are those of the last commit. */
function unsavedStates(
  top: string,
  files: readonly string[],
  environment: ChangeContext["environment"],
): Map<string, string> {
  const states = new Map<string, string>();
  for (const some of commandLines(files)) {
    for (const line of records(git(top, ["ls-files", "-z", "-v", "--cached", "--", ...some], environment))) {
      const [tag, file] = [line.slice(0, 1), line.slice(2)];
      // git status does not look at files that it was told to take for unchanged
      states.set(file, tag === "H" ? "saved" : "marked for Git as unchanged (assume-unchanged or skip-worktree)");
    }
    const status = [
      "status",
      "--porcelain=v1",
      "-z",
      "--no-renames",
      "--untracked-files=no",
      "--ignore-submodules=all",
    ];
    for (const line of records(git(top, [...status, "--", ...some], environment))) {
      states.set(line.slice(3), describe(line.slice(0, 2)));
    }
  }
  return states;
}

/** The files in as few command lines as they fit into: systems limit their length. */
function commandLines(files: readonly string[]): string[][] {
  const lines: string[][] = [];
  let room = 0;
  for (const file of files) {
    const length = Buffer.byteLength(file) + 1;
    if (length > room || lines.length === 0) {
      lines.push([]);
      room = COMMAND_LINE;
    }
    lines.at(-1)!.push(file);
    room -= length;
  }
  return lines;
}

/** Bytes. Every system that Nix runs on allows several times as much. */
const COMMAND_LINE = 64 * 1024;

function records(output: string): string[] {
  return output.split("\0").filter((record) => record !== "");
}

/** The two letters of `git status`: the index against the commit, and the file against the index. */
function describe(letters: string): string {
  const [index, file] = letters;
  if (letters.includes("U") || letters === "AA" || letters === "DD") return "in an unresolved merge";
  if (file === "D") return "deleted, and the deletion is in no commit";
  if (file !== " ") return index === " " ? "modified since the last commit" : "staged, and modified after that";
  if (index === "D") return "deleted in the index, and the deletion is in no commit";
  return "staged, but in no commit";
}

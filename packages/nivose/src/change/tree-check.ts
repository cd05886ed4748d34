/** Whether a plan fits the tree that it meets: its files are there and unchanged, and its new places are free. */

import { firstNonFolder, type Content } from "./content.ts";
import type { Folder, PathEffect } from "./effect.ts";
import { fingerprintOfFile, fingerprintOfLink } from "./fingerprint.ts";
import { changeMessages } from "./messages.ts";
import type { Change } from "./plan.ts";
import { attempt, problem, type ChangeProblem } from "./problem.ts";

/** What is wrong with the file that a change is about. */
export function sourceProblems(change: Change, before: ReadonlyMap<string, Content>, root: string): ChangeProblem[] {
  if (change.kind === "create" || change.kind === "link") return [];
  const { path } = change;
  const content = before.get(path)!;
  switch (content.kind) {
    case "absent": {
      const above = attempt(path, () => firstNonFolder(root, path));
      if (above?.link) return [problem(changeMessages["change-through-link"](above.folder), path)];
      return [problem(changeMessages["change-missing"](), path)];
    }
    case "foreign":
      return [problem(changeMessages["change-not-a-file"](content.what), path)];
    case "link":
      if (change.kind === "edit") return [problem(changeMessages["change-not-a-file"]("a symbolic link"), path)];
      return change.before === fingerprintOfLink(content.target) ? [] : outdated(path);
    case "file":
      return change.before === fingerprintOfFile(content.bytes) ? [] : outdated(path);
  }
}

/** What stands where the plan puts something. */
export function targetProblems(
  changes: readonly Change[],
  paths: readonly PathEffect[],
  lostFolders: readonly Folder[],
  root: string,
): ChangeProblem[] {
  // what the plan edits, moves or deletes, it may replace
  const sources = new Set(changes.flatMap((change) => ("before" in change ? [change.path] : [])));
  const vacated = new Set(paths.flatMap(({ path, after }) => (after.kind === "absent" ? [path] : [])));
  const lost = new Set(lostFolders.map(({ path }) => path));
  return paths.flatMap(({ path, before, after }): ChangeProblem[] => {
    if (after.kind === "absent" || after === before) return [];
    const above = attempt(path, () => firstNonFolder(root, path));
    if (above !== undefined && !vacated.has(above.folder)) {
      const { folder, link } = above;
      const { "change-through-link": throughLink, "change-occupied": occupied } = changeMessages;
      return [problem(link ? throughLink(folder) : occupied(folder, "a file"), path)];
    }
    if (before.kind === "absent" || sources.has(path) || lost.has(path)) return [];
    return [problem(changeMessages["change-occupied"](path, NAMES[before.kind] ?? "something else"), path)];
  });
}

const NAMES: Partial<Record<Content["kind"], string>> = {
  file: "a file",
  link: "a symbolic link",
  foreign: "a folder",
};

function outdated(path: string): ChangeProblem[] {
  return [problem(changeMessages["change-outdated"](), path)];
}

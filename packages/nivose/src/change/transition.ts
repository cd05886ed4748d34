/**
 * Takes a prepared change forward, or back. Both are the same walk over the same journal with "before" and "after"
 * exchanged, and each of its steps can be repeated: wherever a walk was interrupted, it is simply made again.
 *
 * The rule behind every step: what is found at a path is replaced or removed only if it is what the journal expects
 * there. Anything else was put there by somebody else in the meantime, and is worth more than the walk.
 */

import { join } from "node:path";
import { ABSENT, firstNonFolder, readAt, readContent, sameState, stateOf, type State } from "./content.ts";
import {
  clearFile,
  linkOrCopy,
  makeFolder,
  makeLink,
  removeFile,
  removeFolder,
  rename,
  renameToFree,
  syncFolder,
  type StepHook,
} from "./disk.ts";
import type { Folder } from "./effect.ts";
import type { JournalEntry, OpenJournal } from "./journal.ts";
import { changeMessages } from "./messages.ts";
import { comparePaths, folderOf, foldersAbove } from "./path.ts";
import { attempt, refuse, unless } from "./problem.ts";

/** Gives every path its "after". Throws a refusal if a file is neither what it was nor what it shall become. */
export function goForward(step: StepHook, open: OpenJournal): void {
  const { entries, newFolders, lostFolders } = open.journal;
  const goals = entries.map(({ path, before, after, newTemporary }) => ({
    path,
    from: before,
    to: after,
    temporary: newTemporary,
  }));
  walk(step, open, goals, { lost: lostFolders, made: newFolders }, ({ path, to, temporary }) => {
    // an earlier walk came this far, and the new content was edited since
    const reached = to.kind !== "absent" && stateAt(open.root, temporary).kind === "absent";
    if (!reached) refuse(changeMessages["change-outdated"](), path);
  });
}

/**
 * Gives every path its "before" again, and returns those that were left alone. What the user deleted in the meantime
 * comes back, as nothing is lost by that.
 */
export function goBack(step: StepHook, open: OpenJournal): string[] {
  const { entries, newFolders, lostFolders } = open.journal;
  for (const entry of entries) attempt(entry.path, () => bringOld(step, open, entry));
  const goals = entries.map(({ path, before, after, oldTemporary }) => ({
    path,
    from: after,
    to: before,
    temporary: oldTemporary,
    orAbsent: true,
  }));
  const leftAlone: string[] = [];
  const folders = { lost: newFolders.toReversed(), made: lostFolders.toReversed() };
  walk(step, open, goals, folders, ({ path }) => leftAlone.push(path));
  clearTemporaries(step, open);
  return leftAlone.toSorted(comparePaths);
}

/** Whether {@link goForward} would get to its end without meeting anything that was changed by somebody else. */
export function canGoForward(open: OpenJournal): boolean {
  const { entries, newFolders, lostFolders } = open.journal;
  const folders = pathsOf([...newFolders, ...lostFolders]);
  return entries.every(({ path, before, after, newTemporary }) => {
    const present = attempt(path, () => stateAt(open.root, path, folders));
    if (sameState(present, after)) return true;
    if (after.kind === "absent") return sameState(present, before);
    const waiting = attempt(path, () => stateAt(open.root, newTemporary));
    // without its temporary file, a path had been reached, and was edited afterwards
    if (waiting.kind === "absent") return !sameState(present, before);
    return sameState(waiting, after) && sameState(present, before);
  });
}

export function clearTemporaries(step: StepHook, open: OpenJournal): void {
  for (const { path, newTemporary, oldTemporary } of open.journal.entries) {
    for (const temporary of [newTemporary, oldTemporary]) {
      if (firstNonFolder(open.root, temporary) === undefined) {
        attempt(path, () => clearFile(step, join(open.root, temporary)));
      }
    }
  }
}

/** What one path should become. */
interface Goal {
  readonly path: string;
  readonly from: State;
  readonly to: State;
  /** A file beside it that is `to` already. */
  readonly temporary: string;
  /** Whether it is all right if nothing is there instead of `from`. */
  readonly orAbsent?: boolean;
}

function walk(
  step: StepHook,
  open: OpenJournal,
  goals: readonly Goal[],
  folders: { lost: readonly Folder[]; made: readonly Folder[] },
  onForeign: (goal: Goal) => void,
): void {
  const { root } = open;
  // what is given up goes first: a file may have to make way for a folder, and a folder for a file
  const made = pathsOf(folders.made);
  for (const goal of goals) {
    if (goal.to.kind === "absent") attempt(goal.path, () => reach(step, root, goal, onForeign, made));
  }
  for (const { path } of folders.lost) attempt(path, () => removeFolderAt(step, root, path));
  for (const { path, mode } of folders.made) attempt(path, () => makeFolderAt(step, root, path, mode));
  for (const goal of goals) {
    if (goal.to.kind !== "absent") attempt(goal.path, () => reach(step, root, goal, onForeign));
  }
  const touched = [...goals, ...folders.lost, ...folders.made].map(({ path }) => folderOf(path));
  const staged = goals.map(({ temporary }) => folderOf(temporary));
  for (const folder of new Set([...touched, ...staged])) attempt(folder, () => syncFolder(step, join(root, folder)));
}

function reach(
  step: StepHook,
  root: string,
  goal: Goal,
  onForeign: (goal: Goal) => void,
  folders?: ReadonlySet<string>,
): void {
  const { path, from, to, temporary } = goal;
  const present = stateAt(root, path, folders);
  if (sameState(present, to)) return clearFile(step, join(root, temporary));
  const expected = sameState(present, from) || (goal.orAbsent === true && present.kind === "absent");
  if (!expected || firstNonFolder(root, path) !== undefined) return onForeign(goal);
  if (to.kind === "absent") return removeFile(step, join(root, path));
  makeFoldersAbove(step, root, path);
  if (!place(step, root, goal, present.kind === "absent")) onForeign(goal);
}

/**
 * Puts the new content in its place. Between the look at what is there and this lies a moment in which somebody may
 * write to it: a free place that is no longer free is noticed, and a file that is replaced lives on in the journal.
 */
function place(step: StepHook, root: string, goal: Goal, free: boolean): boolean {
  const [temporary, location] = [join(root, goal.temporary), join(root, goal.path)];
  if (free && goal.to.kind === "link") {
    if (!makeLink(step, location, goal.to.target)) return false;
    clearFile(step, temporary);
    return true;
  }
  if (free) return renameToFree(step, temporary, location);
  rename(step, temporary, location);
  return true;
}

/** What is behind a link is never a folder of ours. */
function removeFolderAt(step: StepHook, root: string, path: string): void {
  if (firstNonFolder(root, path) === undefined) removeFolder(step, join(root, path));
}

/** Where a folder cannot be, the files that should be in it will be met as foreign. */
function makeFolderAt(step: StepHook, root: string, path: string, mode?: number): void {
  if (firstNonFolder(root, path) !== undefined) return;
  unless(["EEXIST", "ENOTDIR"], () => makeFolder(step, join(root, path), mode));
}

/** Puts the old content of a path beside it, unless it is there still. */
function bringOld(step: StepHook, open: OpenJournal, entry: JournalEntry): void {
  const { path, before, after, backup, oldTemporary } = entry;
  if (before.kind === "absent" || before.kind === "foreign") return;
  const present = stateAt(open.root, path);
  if (sameState(present, before)) return;
  // a file that is neither will be left alone; a folder may be one that makes way
  if ((present.kind === "file" || present.kind === "link") && !sameState(present, after)) return;
  const temporary = join(open.root, oldTemporary);
  if (firstNonFolder(open.root, oldTemporary) !== undefined) return;
  clearFile(step, temporary);
  makeFoldersAbove(step, open.root, oldTemporary);
  if (before.kind === "link") {
    makeLink(step, temporary, before.target);
    return;
  }
  const location = join(open.location, backup ?? "old");
  const kept = readAt(location);
  if (kept.kind !== "file") return refuse(changeMessages["change-backup-damaged"](location), path);
  // not compared with "before": an editor may have written to the file at the very moment when it was replaced
  linkOrCopy(step, location, temporary, kept);
}

function makeFoldersAbove(step: StepHook, root: string, path: string): void {
  for (const folder of foldersAbove(path).toReversed()) {
    if (readContent(root, folder).kind === "absent") makeFolder(step, join(root, folder));
  }
}

/** The state of a path. A folder in the place of a file is nothing, if it is one of those that the walk makes or removes. */
function stateAt(root: string, path: string, folders?: ReadonlySet<string>): State {
  const content = readContent(root, path);
  const ours = content.kind === "foreign" && content.folder && folders?.has(path) === true;
  return ours ? ABSENT : stateOf(content);
}

function pathsOf(folders: readonly Folder[]): Set<string> {
  return new Set(folders.map(({ path }) => path));
}

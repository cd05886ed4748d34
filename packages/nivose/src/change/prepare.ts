/**
 * Prepares an effect up to the point where it can be committed: the journal is written, the old contents are kept, the
 * new ones lie in temporary files beside their places, and all of it is on the disk. No file of the user has been
 * touched yet, and from here on it takes only renames and removals, which need no space.
 */

import { join } from "node:path";
import { folderMode, readAt, readContent, sameState, stateOf, type State } from "./content.ts";
import type { ChangeContext } from "./context.ts";
import { linkOrCopy, makeLink, syncFolder, writeNewFile, type StepHook } from "./disk.ts";
import type { Effect, PathEffect } from "./effect.ts";
import { beginJournal, nextJournalId, rewriteJournal, type JournalEntry, type OpenJournal } from "./journal.ts";
import { changeMessages } from "./messages.ts";
import { folderOf, foldersAbove } from "./path.ts";
import { attempt, refuse } from "./problem.ts";

export function beginChange(context: ChangeContext, step: StepHook, effect: Effect, undoes?: string): OpenJournal {
  const { root, stateFolder, processes, now } = context;
  const id = nextJournalId(stateFolder, processes.own);
  return beginJournal(step, stateFolder, id, root, {
    title: effect.title,
    time: new Date(now()).toISOString(),
    ...(undoes !== undefined && { undoes }),
    entries: entriesOf(effect, root, id),
    newFolders: effect.newFolders,
    lostFolders: effect.lostFolders,
  });
}

/** Keeps the old contents and puts the new ones beside their places. */
export function prepare(step: StepHook, open: OpenJournal, effect: Effect): void {
  const { root, location } = open;
  const { entries } = open.journal;
  const movedAway = new Set(effect.paths.map(({ movedFrom }) => movedFrom));
  const entriesAndPaths = entries.map((entry, index) => [entry, effect.paths[index]!] as const);
  for (const [entry, path] of entriesAndPaths) {
    attempt(entry.path, () => keepOld(step, open, entry, path, movedAway.has(entry.path)));
  }
  const prepared = entriesAndPaths.map(([entry, path]) =>
    attempt(entry.path, () => ({ ...entry, after: putNew(step, join(root, entry.newTemporary), path, entry.after) })),
  );
  if (prepared.some(({ after }, index) => after !== entries[index]!.after)) {
    rewriteJournal(step, open, { ...open.journal, entries: prepared });
  }
  attempt(location, () => syncFolder(step, join(location, "old")));
  for (const folder of new Set(entries.map(({ newTemporary }) => folderOf(newTemporary)))) {
    attempt(folder, () => syncFolder(step, join(root, folder)));
  }
  for (const { path, before } of entries) {
    const present = attempt(path, () => stateOf(readContent(root, path)));
    const folderMakesWay = before.kind === "absent" && effect.lostFolders.some((folder) => folder.path === path);
    if (!folderMakesWay && !sameState(present, before)) refuse(changeMessages["change-outdated"](), path);
  }
}

function entriesOf(effect: Effect, root: string, id: string): JournalEntry[] {
  const lost = new Set(effect.lostFolders.map(({ path }) => path));
  return effect.paths.map(({ path, before, after }, index) => {
    const beside = join(steadyFolder(root, path, lost), `.nivose-${id}-${index}`);
    return {
      path,
      before: stateOf(before),
      after: stateOf(after),
      newTemporary: `${beside}.new`,
      oldTemporary: `${beside}.old`,
      ...(before.kind === "file" && { backup: `old/${index}` }),
    };
  });
}

/** The innermost folder around a path that is there both before and after the change: a file system never ends below it. */
function steadyFolder(root: string, path: string, lost: ReadonlySet<string>): string {
  return foldersAbove(path).find((folder) => folderMode(root, folder) !== undefined && !lost.has(folder)) ?? ".";
}

function keepOld(step: StepHook, open: OpenJournal, entry: JournalEntry, path: PathEffect, moved: boolean): void {
  const { before } = path;
  if (before.kind !== "file" || entry.backup === undefined) return;
  const backup = join(open.location, entry.backup);
  // a file that keeps another name could be written to under it: only one that leaves the tree is kept as it is
  if (before.names === 1 && !moved) linkOrCopy(step, join(open.root, entry.path), backup, before);
  else writeNewFile(step, backup, before);
}

/** The state of what was put there, which on some file systems is not quite the mode that was asked for. */
function putNew(step: StepHook, temporary: string, path: PathEffect, expected: State): State {
  const { after, sameAs } = path;
  if (after.kind === "link") makeLink(step, temporary, after.target);
  if (after.kind !== "file") return expected;
  if (sameAs === undefined) writeNewFile(step, temporary, after);
  else linkOrCopy(step, sameAs, temporary, after);
  const written = stateOf(readAt(temporary));
  if (sameState(written, expected)) return expected;
  if (written.kind !== "file" || expected.kind !== "file" || written.fingerprint !== expected.fingerprint) {
    refuse(changeMessages["change-outdated"](), path.path);
  }
  return written;
}

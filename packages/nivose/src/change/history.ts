/** The changes that were applied, and how long they are remembered. */

import type { StepHook } from "./disk.ts";
import { listJournals, openJournal, removeJournal, removeKept, type OpenJournal } from "./journal.ts";
import { ChangeRefused } from "./problem.ts";
import { stateFoldersBelow } from "./state-folder.ts";

/** So many changes are kept, undone ones and the undoing itself included. */
export const HISTORY_LENGTH = 20;

export interface HistoryEntry {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly time: string;
  readonly paths: readonly string[];
  readonly undone: boolean;
}

/**
 * The last first. The undoing of a change is no entry of its own. Throws a refusal if the state folder cannot be read,
 * as when it was made by `sudo`.
 */
export function history(stateFolder: string): HistoryEntry[] {
  const applied = appliedJournals(stateFolder);
  const undone = new Set(applied.map(({ journal }) => journal.undoes));
  return applied
    .filter(({ journal }) => journal.undoes === undefined)
    .map(({ id, journal }) => ({
      id,
      title: journal.title,
      time: journal.time,
      paths: journal.entries.map(({ path }) => path),
      undone: undone.has(id),
    }))
    .toReversed();
}

/** The last change that can be undone. */
export function lastChange(stateFolder: string): OpenJournal | undefined {
  const applied = appliedJournals(stateFolder);
  const undone = new Set(applied.map(({ journal }) => journal.undoes));
  return applied.findLast(({ id, journal }) => journal.undoes === undefined && !undone.has(id));
}

/** What the last change that counts made that was not there before. */
export function createdByLast(
  stateFolder: string,
): { readonly title: string; readonly paths: readonly string[] } | undefined {
  try {
    const last = lastChange(stateFolder)?.journal;
    if (last === undefined) return undefined;
    const created = last.entries.filter(({ before, after }) => before.kind === "absent" && after.kind !== "absent");
    return { title: last.title, paths: created.map(({ path }) => path) };
  } catch (error) {
    if (error instanceof ChangeRefused) return undefined;
    throw error;
  }
}

/** The folders outside of repositories in which there is a change to undo, in the order of their names. */
export function foldersWithChanges(stateHome: string): string[] {
  const roots = stateFoldersBelow(stateHome).flatMap((stateFolder) => {
    try {
      return lastChange(stateFolder)?.root ?? [];
    } catch (error) {
      if (error instanceof ChangeRefused) return []; // it cannot be read, so nothing of it can be undone
      throw error;
    }
  });
  return [...new Set(roots)].toSorted();
}

/**
 * Forgets the oldest changes, and what undone ones have kept: it is back in its place. That this fails is no reason to
 * take back the change that was just made.
 */
export function prune(step: StepHook, stateFolder: string): void {
  try {
    const finished = listJournals(stateFolder).filter(({ phase }) => phase === "applied" || phase === "reverted");
    for (const found of finished.slice(0, -HISTORY_LENGTH)) removeJournal(step, stateFolder, found);
    const applied = appliedJournals(stateFolder);
    const undone = new Set(applied.map(({ journal }) => journal.undoes));
    for (const { id, location } of applied) if (undone.has(id)) removeKept(step, location);
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
  }
}

function appliedJournals(stateFolder: string): OpenJournal[] {
  return listJournals(stateFolder).flatMap((found) => {
    if (found.phase !== "applied") return [];
    try {
      return [openJournal(stateFolder, found)];
    } catch (error) {
      // written by another version, or about a folder that is gone: it cannot be undone here
      if (error instanceof ChangeRefused) return [];
      throw error;
    }
  });
}

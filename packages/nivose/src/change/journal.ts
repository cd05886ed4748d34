/**
 * The journal of a change: what it does, and the old contents, written down before the first file is touched. The
 * technique is that of a write-ahead log. A journal is a folder,
 *
 *     journals/000007-4242/journal.<phase>.json   the paths with their states before and after, and the names of all
 *                                                 temporary files
 *     journals/000007-4242/old/<n>                the old contents, as second names of the old files or as copies
 *
 * and its phase is a part of a file's name, so that going from one phase to the next is one rename, which takes no
 * space and cannot be half done:
 *
 *     preparing ──▶ committed ──▶ applied        the way of a change; it counts from "committed" on
 *         │             └───────▶ reverting ──▶ reverted
 *         ▼                        the way back; "reverted" is kept only if a file had to be left alone
 *      removed
 */

import { lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { State } from "./content.ts";
import { makeFolder, makePrivateFolders, removeTree, rename, syncFolder, writeNewFile, type StepHook } from "./disk.ts";
import type { Folder } from "./effect.ts";
import { changeMessages } from "./messages.ts";
import { checkPath } from "./path.ts";
import { attempt, ChangeRefused, errorCode, problem, refuse } from "./problem.ts";

export const PHASES = ["preparing", "committed", "applied", "reverting", "reverted"] as const;
export type Phase = (typeof PHASES)[number];

export interface Journal {
  readonly version: 1;
  readonly title: string;
  /** When the change was made, as ISO 8601. */
  readonly time: string;
  /** The root of the change, relative to the state folder: a repository may be moved with its `.git`. */
  readonly root: string;
  /** The journal that this change undoes. */
  readonly undoes?: string;
  readonly entries: readonly JournalEntry[];
  readonly newFolders: readonly Folder[];
  readonly lostFolders: readonly Folder[];
}

export interface JournalEntry {
  readonly path: string;
  readonly before: State;
  readonly after: State;
  /** Temporary files beside the path, relative to the root: the new content, and the old one on the way back. */
  readonly newTemporary: string;
  readonly oldTemporary: string;
  /** The old content, relative to the folder of the journal. Only files have one. */
  readonly backup?: string;
}

/** A journal on the disk that may be unreadable. */
export interface FoundJournal {
  readonly id: string;
  readonly location: string;
  /** `undefined`: its process was stopped before it had written anything into it. */
  readonly phase: Phase | undefined;
}

/** A journal at work. */
export interface OpenJournal {
  readonly id: string;
  readonly location: string;
  /** The absolute path of the root. */
  readonly root: string;
  phase: Phase;
  journal: Journal;
}

/** All journals, the oldest first. */
export function listJournals(stateFolder: string): FoundJournal[] {
  return namesOfJournals(stateFolder)
    .filter((name) => !name.startsWith(REMOVED))
    .toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
    .map((id) => {
      const location = join(stateFolder, "journals", id);
      const names = namesIn(location);
      return { id, location, phase: PHASES.find((phase) => names.includes(fileName(phase))) };
    });
}

export function openJournal(stateFolder: string, found: FoundJournal): OpenJournal {
  const { id, location, phase } = found;
  const journal = phase === undefined ? undefined : readJournal(join(location, fileName(phase)));
  if (phase === undefined || journal === undefined)
    return refuse(changeMessages["change-journal"]("it is empty"), location);
  const root = join(realpathSync(stateFolder), journal.root);
  if (lstatSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    refuse(changeMessages["change-journal"](`the folder that it is about is gone (${root})`), location);
  }
  return { id, location, root, phase, journal };
}

/** The number of a new journal: one more than any that is there, and the process, which keeps temporary names apart. */
export function nextJournalId(stateFolder: string, pid: number): string {
  const numbers = namesOfJournals(stateFolder).map((name) => Number.parseInt(name.replace(REMOVED, ""), 10) || 0);
  return `${String(Math.max(0, ...numbers) + 1).padStart(6, "0")}-${pid}`;
}

export function beginJournal(
  step: StepHook,
  stateFolder: string,
  id: string,
  root: string,
  journal: Omit<Journal, "version" | "root">,
): OpenJournal {
  const location = join(stateFolder, "journals", id);
  attempt(location, () => {
    makePrivateFolders(step, dirname(location));
    makeFolder(step, location, 0o700);
    makeFolder(step, join(location, "old"), 0o700);
  });
  const begun: OpenJournal = {
    id,
    location,
    root,
    phase: "preparing",
    journal: { version: 1, root: relative(realpathSync(stateFolder), realpathSync(root)), ...journal },
  };
  rewriteJournal(step, begun, begun.journal);
  attempt(location, () => syncFolder(step, dirname(location)));
  return begun;
}

/** Replaces what a journal says, at once. */
export function rewriteJournal(step: StepHook, open: OpenJournal, journal: Journal): void {
  const draft = join(open.location, "draft");
  const bytes = new TextEncoder().encode(`${JSON.stringify(journal, undefined, 2)}\n`);
  attempt(open.location, () => {
    writeNewFile(step, draft, { kind: "file", bytes, mode: 0o600 });
    rename(step, draft, join(open.location, fileName(open.phase)));
    open.journal = journal;
    syncFolder(step, open.location);
  });
}

export function advance(step: StepHook, open: OpenJournal, phase: Phase): void {
  if (open.phase === phase) return;
  attempt(open.location, () => {
    rename(step, join(open.location, fileName(open.phase)), join(open.location, fileName(phase)));
    open.phase = phase;
    syncFolder(step, open.location);
  });
}

/** Removes a journal: at once from the list, then from the disk. */
export function removeJournal(step: StepHook, stateFolder: string, found: { id: string; location: string }): void {
  attempt(found.location, () => rename(step, found.location, join(stateFolder, "journals", `${REMOVED}${found.id}`)));
  clearRemoved(step, stateFolder);
}

/** Removes the old contents that a journal keeps. */
export function removeKept(step: StepHook, location: string): void {
  const kept = join(location, "old");
  attempt(kept, () => {
    if (lstatSync(kept, { throwIfNoEntry: false }) !== undefined) removeTree(step, kept);
  });
}

/** Finishes removals that were interrupted. */
export function clearRemoved(step: StepHook, stateFolder: string): void {
  for (const location of removedJournals(stateFolder)) attempt(location, () => removeTree(step, location));
}

export function removedJournals(stateFolder: string): string[] {
  const names = namesOfJournals(stateFolder).filter((name) => name.startsWith(REMOVED));
  return names.map((name) => join(stateFolder, "journals", name));
}

const REMOVED = "removed-";

function fileName(phase: Phase): string {
  return `journal.${phase}.json`;
}

function namesOfJournals(stateFolder: string): string[] {
  return namesIn(join(stateFolder, "journals")).filter((name) => /^(removed-)?\d+-\d+$/.test(name));
}

/** A folder may not be there yet, or be removed by another process while this one only looks. */
function namesIn(location: string): string[] {
  return attempt(location, () => {
    try {
      return readdirSync(location);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return [];
      throw error;
    }
  });
}

function readJournal(location: string): Journal {
  const text = attempt(location, () => readFileSync(location, "utf8"));
  let journal: Partial<Journal>;
  try {
    journal = JSON.parse(text) as Partial<Journal>;
  } catch (cause) {
    throw new ChangeRefused([problem(changeMessages["change-journal"]("it is no JSON"), location, cause)]);
  }
  if (journal.version !== 1) refuse(changeMessages["change-journal"]("it is of another version"), location);
  const { entries, newFolders, lostFolders } = journal;
  if (!entries || !newFolders || !lostFolders)
    return refuse(changeMessages["change-journal"]("it is cut off"), location);
  // whatever a journal says, nothing outside of its root is touched
  const paths = entries.flatMap(({ path, newTemporary, oldTemporary }) => [path, newTemporary, oldTemporary]);
  for (const path of [...paths, ...newFolders.map(({ path }) => path), ...lostFolders.map(({ path }) => path)]) {
    if (checkPath(path) !== undefined) refuse(changeMessages["change-journal"]("it names a path outside"), location);
  }
  return journal as Journal;
}

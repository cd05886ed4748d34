/**
 * Undoes the last change. Undoing is a change like any other, with its own journal: it can be interrupted at any
 * point, and what it replaces is kept.
 */

import { join } from "node:path";
import {
  ABSENT,
  firstNonFolder,
  folderMode,
  readAt,
  readContent,
  sameState,
  stateOf,
  type Content,
} from "./content.ts";
import { carryOut } from "./carry-out.ts";
import type { ChangeContext } from "./context.ts";
import type { Effect, PathEffect } from "./effect.ts";
import { emptiedFolders, missingFolders } from "./folder.ts";
import { lastChange } from "./history.ts";
import type { JournalEntry, OpenJournal } from "./journal.ts";
import { changeMessages } from "./messages.ts";
import { changeFiles, type Outcome } from "./outcome.ts";
import { attempt, ChangeRefused, problem, refuse, type ChangeProblem } from "./problem.ts";

export interface UndoOptions {
  /** Undo even where a file was edited since; the edited contents are kept in the journal of the undoing. */
  readonly force?: boolean;
}

export function undoLast(context: ChangeContext, options: UndoOptions = {}): Outcome {
  return changeFiles(context, (step, recovered) => {
    // what was interrupted was the last change, and it is gone
    if (recovered.some(({ result, isUndo }) => result === "taken back" && !isUndo)) return { kind: "unchanged" };
    const last = lastChange(context.stateFolder);
    if (last === undefined) return refuse(changeMessages["change-nothing-to-undo"]());
    const effect = inverseOf(last, options.force ?? false);
    const id = carryOut({ ...context, root: last.root }, step, effect, last.id);
    return { kind: "applied", id, title: last.journal.title, paths: effect.paths.map(({ path }) => path) };
  });
}

function inverseOf(open: OpenJournal, force: boolean): Effect {
  const { root, journal } = open;
  const made = new Set(journal.newFolders.map(({ path }) => path));
  const makingWay = new Set<string>();
  const problems: ChangeProblem[] = [];
  const paths = journal.entries.flatMap((entry): PathEffect[] => {
    const { path } = entry;
    let present = attempt(path, () => readContent(root, path));
    if (present.kind === "foreign" && present.folder && made.has(path)) {
      // the change put a folder in the place of a file
      makingWay.add(path);
      present = ABSENT;
    }
    const state = stateOf(present);
    if (sameState(state, entry.before) && !makingWay.has(path)) return [];
    if (present.kind === "foreign") problems.push(problem(changeMessages["change-occupied"](path, present.what), path));
    else if (!force && !sameState(state, entry.after))
      problems.push(problem(changeMessages["change-edited-since"](), path));
    return [{ path, before: present, ...oldContent(open, entry, force) }];
  });
  const vacated = new Set(paths.flatMap(({ path, after }) => (after.kind === "absent" ? [path] : [])));
  const emptied = new Set(emptiedFolders(root, paths).map(({ path }) => path));
  for (const { path } of paths) {
    const above = attempt(path, () => firstNonFolder(root, path));
    const taken = above !== undefined && !vacated.has(above.folder) ? above.folder : undefined;
    const blocking = makingWay.has(path) && !emptied.has(path) ? path : taken;
    if (blocking === undefined) continue;
    const what = blocking === path ? "a folder that is not empty" : above?.link === true ? "a symbolic link" : "a file";
    problems.push(problem(changeMessages["change-occupied"](blocking, what), path));
  }
  if (problems.length > 0) throw new ChangeRefused(problems);
  return { title: journal.title, paths, ...foldersBack(open, paths) };
}

/** Lost folders come back with their modes, and new ones go again, as far as nobody else has put something there. */
function foldersBack(open: OpenJournal, paths: readonly PathEffect[]): Pick<Effect, "newFolders" | "lostFolders"> {
  const modes = new Map(open.journal.lostFolders.map(({ path, mode }) => [path, mode]));
  const newFolders = missingFolders(open.root, paths).map(({ path }) => {
    const mode = modes.get(path);
    return mode === undefined ? { path } : { path, mode };
  });
  const lostFolders = open.journal.newFolders.toReversed().flatMap(({ path }) => {
    const mode = folderMode(open.root, path);
    return mode === undefined ? [] : [{ path, mode }];
  });
  return { newFolders, lostFolders };
}

function oldContent(open: OpenJournal, entry: JournalEntry, force: boolean): { after: Content; sameAs?: string } {
  const { path, before, backup } = entry;
  if (before.kind === "link") return { after: before };
  if (before.kind !== "file" || backup === undefined) return { after: ABSENT };
  const location = join(open.location, backup);
  const kept = attempt(path, () => readAt(location));
  // an editor that had the file open may have written to it at the very moment when it was replaced
  if (kept.kind === "file" && (force || sameState(stateOf(kept), before))) return { after: kept, sameAs: location };
  return refuse(changeMessages["change-backup-damaged"](location), path);
}

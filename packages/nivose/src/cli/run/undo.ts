/** `nivose undo`. */

import { existsSync } from "node:fs";
import path from "node:path";
import {
  type ChangeContext,
  ChangeRefused,
  foldersWithChanges,
  history,
  type HistoryEntry,
  undoLast,
} from "../../change/index.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { printable } from "../../report/terminal-text.ts";
import { changeContext, nameOf, placeOf, rootHere, tellInterrupted, tellRecovered } from "../changes.ts";
import { type Context, fileLine, layoutOf } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { counted, Findings } from "../findings.ts";
import { announceFiles, forgetFiles } from "../init/target.ts";
import { stateHome } from "../state-home.ts";

interface UndoFlags {
  readonly list: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

export function run(context: Context, { list, force, json }: UndoFlags): ExitCode {
  const change = changeContext(rootHere(context), context);
  return list ? showHistory(change, json, context) : takeBack(change, force, json, context);
}

function takeBack(change: ChangeContext, force: boolean, json: boolean, context: Context): ExitCode {
  const { stdout, stderr } = context;
  const findings = new Findings(context, json ? undefined : stderr);
  const outcome = undoLast(change, { force });
  tellRecovered(outcome, change.root, context, findings);
  if (outcome.kind === "refused") {
    const hint = outcome.problems.some(({ code }) => code === NOTHING) ? hintOfOthers(change.root, context) : {};
    for (const problem of outcome.problems)
      findings.add({ ...problem, ...hint }, placeOf(problem, change.root, context));
  }
  const { title, paths: changed } = outcome.kind === "applied" ? outcome : { title: undefined, paths: [] };
  tellGit(changed, change.root, context);
  const names = changed.map((file) => nameOf(file, change.root, context));
  if (json) {
    stdout.write(
      `${JSON.stringify({ version: JSON_VERSION, title, paths: names, diagnostics: findings.json }, undefined, 2)}\n`,
    );
  } else if (title !== undefined) {
    stdout.write(names.map((name) => fileLine(name, stdout)).join(""));
    stderr.write(
      `taken back: '${printable(title)}', ${names.length === 0 ? "of which nothing was left" : counted(names.length, "file", "files")}\n`,
    );
  }
  return findings.exitCode;
}

/** What is gone again is not to come any more, and what is back is seen by Nix again. */
function tellGit(changed: readonly string[], root: string, context: Context): void {
  const isThere = (file: string): boolean => existsSync(path.join(root, file));
  const target = { root, folder: root, hasRepository: true };
  forgetFiles(
    target,
    changed.filter((file) => !isThere(file)),
    context,
  );
  // what Git ignores, it is not told of
  announceFiles(target, changed.filter(isThere), context);
}

const NOTHING = "change-nothing-to-undo";
const MOST_FOLDERS = 5;

/** Where there is something to undo, if it is not here: whoever changed files of another folder may look for it here. */
function hintOfOthers(root: string, context: Context): { readonly hint?: string } {
  const others = foldersWithChanges(stateHome(context.environment)).filter((folder) => folder !== root);
  if (others.length === 0) return {};
  const more = others.length > MOST_FOLDERS ? ` and ${others.length - MOST_FOLDERS} more` : "";
  return { hint: `changes can be undone in ${others.slice(0, MOST_FOLDERS).map(printable).join(", ")}${more}` };
}

function showHistory({ stateFolder, root }: ChangeContext, json: boolean, context: Context): ExitCode {
  tellInterrupted([root], context);
  let entries: readonly HistoryEntry[];
  try {
    entries = history(stateFolder);
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
    const findings = new Findings(context, context.stderr);
    for (const problem of error.problems) findings.add(problem, placeOf(problem, root, context));
    return findings.exitCode;
  }
  const { style } = layoutOf(context, context.stdout);
  const line = ({ time, title, undone }: HistoryEntry): string =>
    `${style.faint(time)} ${printable(title)}${undone ? style.faint(" (taken back)") : ""}\n`;
  context.stdout.write(
    json
      ? `${JSON.stringify({ version: JSON_VERSION, changes: entries }, undefined, 2)}\n`
      : entries.map(line).join(""),
  );
  return ExitCode.ok;
}

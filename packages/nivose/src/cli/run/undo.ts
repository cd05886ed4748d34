/** `nivose undo`. */

import { type ChangeContext, ChangeRefused, history, type HistoryEntry, undoLast } from "../../change/index.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { printable } from "../../report/terminal-text.ts";
import { changeContext, nameOf, placeOf, rootHere, tellInterrupted, tellRecovered } from "../changes.ts";
import { type Context, fileLine, layoutOf } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { counted, Findings } from "../findings.ts";

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
    for (const problem of outcome.problems) findings.add(problem, placeOf(problem, change.root, context));
  }
  const { title, paths: changed } = outcome.kind === "applied" ? outcome : { title: undefined, paths: [] };
  const paths = changed.map((file) => nameOf(file, change.root, context));
  if (json) {
    stdout.write(
      `${JSON.stringify({ version: JSON_VERSION, title, paths, diagnostics: findings.json }, undefined, 2)}\n`,
    );
  } else if (title !== undefined) {
    stdout.write(paths.map((path) => fileLine(path, stdout)).join(""));
    stderr.write(`taken back: '${printable(title)}', ${counted(paths.length, "file", "files")}\n`);
  }
  return findings.exitCode;
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

/** Lock files as they are written: in their place, elsewhere, or as a commit. */

import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { FlakeLock, LockChange, LockedTo } from "@nivose/nix/evaluation";
import { Edit } from "@nivose/nix/syntax";
import { askGit, git } from "../change/git.ts";
import { applyPlan, type Change, createFile, editFile } from "../change/index.ts";
import { repositoryAround } from "../change/repository.ts";
import { fromByteText, readableBytes } from "../report/byte-text.ts";
import { toolMessages } from "../report/messages.ts";
import { changeContext, placeOf, rootOf, tellRecovered } from "./changes.ts";
import type { Context } from "./context.ts";
import type { Findings } from "./findings.ts";

export interface Written {
  readonly root: string;
  /** Relative to it. */
  readonly file: string;
  readonly isNew: boolean;
}

/** Beside `flake.nix`; `name` is what the flake was called. Nothing if that cannot be. */
export function write(
  { folder, text }: FlakeLock,
  name: string,
  context: Context,
  findings: Findings,
): Written | undefined {
  if (folder === undefined) {
    findings.add(toolMessages["lock-elsewhere"](name));
    return undefined;
  }
  const place = fromByteText(folder);
  const { root, path: flakeFile } = rootOf(path.join(place, "flake.nix"), context);
  const file = path.join(path.dirname(flakeFile), "flake.lock");
  const isNew = !existsSync(path.join(root, file));
  if (!apply(root, file, text, context, findings)) return undefined;
  makeKnown(root, file, context);
  return { root, file, isNew };
}

/** Another file than that of the flake, which Git need not know. */
export function writeAt(file: string, { text }: FlakeLock, context: Context, findings: Findings): void {
  const folder = path.dirname(file);
  if (!existsSync(folder)) return findings.add(toolMessages["no-folder-for-lock"](file));
  const root = repositoryAround(realpathSync(folder))?.top ?? realpathSync(folder);
  apply(root, path.relative(root, path.join(realpathSync(folder), path.basename(file))), text, context, findings);
}

/** Commits it, in the words in which Nix does it. One that Git is not to know stays as it is. */
export function commit(
  { root, file, isNew }: Written,
  { changes }: FlakeLock,
  summary: string | undefined,
  context: Context,
  findings: Findings,
): void {
  const { environment, stderr } = context;
  if (repositoryAround(root)?.top !== root || git(root, ["ls-files", "--", file], environment) === "") return;
  const told = changes.map((change) => `${changeLines(change, (text) => text).join("\n")}\n`).join("");
  const message = `${summary ?? `${file}: ${isNew ? "Add" : "Update"}`}\n\nFlake lock file updates:\n\n${told}`;
  const answer = askGit(root, ["commit", "--quiet", "-m", message, "--", file], environment);
  if (!answer.ok) return findings.add(toolMessages["lock-commit-failed"](answer.reason));
  stderr.write(`committed new revision '${git(root, ["rev-parse", "HEAD"], environment).trim()}'\n`);
}

/** As Nix tells them, with the day that a source is of. */
export function changeLines({ kind, input, before, after }: LockChange, strong: (text: string) => string): string[] {
  const name = readableBytes(input);
  if (kind === "removed") return [strong(`• Removed input '${name}'`)];
  if (kind === "added") return [strong(`• Added input '${name}':`), `    ${textOf(after!)}`];
  return [strong(`• Updated input '${name}':`), `    ${textOf(before!)}`, `  → ${textOf(after!)}`];
}

function textOf(locked: LockedTo): string {
  if ("follows" in locked) return `follows '${readableBytes(locked.follows)}'`;
  const { url, lastModified } = locked;
  const day = lastModified === undefined ? "" : ` (${new Date(lastModified * 1000).toISOString().slice(0, 10)})`;
  return `'${readableBytes(url)}'${day}`;
}

/** Whether it was written. */
function apply(root: string, file: string, text: string, context: Context, findings: Findings): boolean {
  const outcome = applyPlan(
    { title: `Lock ${path.dirname(file)}`, changes: [changeOf(path.join(root, file), file, text)] },
    changeContext(root, context),
    // what is there is made by a program, and can be made again
    { allowDirty: true },
  );
  tellRecovered(outcome, root, context, findings);
  if (outcome.kind === "refused") {
    for (const problem of outcome.problems) findings.add(problem, placeOf(problem, root, context));
  }
  return outcome.kind !== "refused";
}

/** A file that Git does not know is not there for the flake. One that is ignored stays so. */
function makeKnown(root: string, file: string, { environment }: Context): void {
  if (repositoryAround(root)?.top !== root) return;
  const untracked = git(root, ["ls-files", "--others", "--exclude-standard", "--", file], environment);
  if (untracked !== "") git(root, ["add", "--intent-to-add", "--", file], environment);
}

function changeOf(location: string, file: string, text: string): Change {
  if (!existsSync(location)) return createFile(file, text);
  const before = readFileSync(location);
  const splice = Edit.spliceBetween(before, Buffer.from(text));
  return editFile(file, before, splice === undefined ? [] : [splice]);
}

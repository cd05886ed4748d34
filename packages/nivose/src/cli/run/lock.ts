/** `nivose lock`. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FlakeLock, LockChange, LockedTo } from "@nivose/nix/evaluation";
import { Edit } from "@nivose/nix/syntax";
import { applyPlan, type Change, createFile, editFile } from "../../change/index.ts";
import { git } from "../../change/git.ts";
import { repositoryAround } from "../../change/repository.ts";
import { fromByteText, readableBytes, toByteText } from "../../report/byte-text.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { changeContext, placeOf, rootOf, tellRecovered } from "../changes.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { askAndFetch } from "../fetching/ask.ts";
import { Fetching } from "../fetching/fetching.ts";

interface LockFlags extends EvaluationFlags {
  readonly update?: readonly string[];
  readonly updateAll: boolean;
  readonly check: boolean;
  readonly json: boolean;
}

export async function run(context: Context, flags: LockFlags, words: readonly string[]): Promise<ExitCode> {
  const named = (flags.update ?? []).map(toByteText);
  const updates = flags.updateAll ? "all" : named;
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const fetching = new Fetching(flags.option, context);
  const fetches = (): boolean => flags.offline !== true;
  const question = { word: words[0], output: "flake-lock", more: { updates }, fetches } as const;
  const facts = await askAndFetch(question, fetching, flags, findings, context).finally(() => fetching.end());
  if (typeof facts === "number") return facts;
  const lock = facts.lock!;
  const isWritten = !flags.check && flags.noWriteLockFile !== true;
  if (isWritten && lock.isStale) write(lock, words[0] ?? ".", context, findings);
  tell(lock, flags.json, findings, context);
  return flags.check && lock.isStale ? ExitCode.failure : findings.exitCode;
}

function write({ folder, text }: FlakeLock, name: string, context: Context, findings: Findings): void {
  if (folder === undefined) return findings.add(toolMessages["lock-elsewhere"](name));
  const place = fromByteText(folder);
  const { root, path: flakeFile } = rootOf(path.join(place, "flake.nix"), context);
  const lockFile = path.join(path.dirname(flakeFile), "flake.lock");
  const outcome = applyPlan(
    { title: `Lock ${path.dirname(flakeFile)}`, changes: [changeOf(path.join(root, lockFile), lockFile, text)] },
    changeContext(root, context),
    // what is there is made by a program, and can be made again
    { allowDirty: true },
  );
  tellRecovered(outcome, root, context, findings);
  if (outcome.kind === "refused") {
    for (const problem of outcome.problems) findings.add(problem, placeOf(problem, root, context));
  } else makeKnown(root, lockFile, context);
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

function tell({ changes, isStale }: FlakeLock, json: boolean, findings: Findings, context: Context): void {
  const { stdout, stderr } = context;
  if (json) {
    const shown = changes.map(({ kind, input, before, after }) => ({
      kind,
      input: fromByteText(input),
      ...(before === undefined ? {} : { before: jsonOf(before) }),
      ...(after === undefined ? {} : { after: jsonOf(after) }),
    }));
    const result = { version: JSON_VERSION, changed: isStale, changes: shown, diagnostics: findings.json };
    stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return;
  }
  const { style } = layoutOf(context, stdout);
  for (const change of changes) stdout.write(`${linesOf(change, style.strong).join("\n")}\n`);
  if (!isStale) stderr.write("the lock file is up to date\n");
}

function linesOf({ kind, input, before, after }: LockChange, strong: (text: string) => string): string[] {
  const name = readableBytes(input);
  if (kind === "removed") return [strong(`• Removed input '${name}'`)];
  if (kind === "added") return [strong(`• Added input '${name}':`), `    ${textOf(after!)}`];
  return [strong(`• Updated input '${name}':`), `    ${textOf(before!)}`, `  → ${textOf(after!)}`];
}

/** With the day that a source is of. */
function textOf(locked: LockedTo): string {
  if ("follows" in locked) return `follows '${readableBytes(locked.follows)}'`;
  const { url, lastModified } = locked;
  const day = lastModified === undefined ? "" : ` (${new Date(lastModified * 1000).toISOString().slice(0, 10)})`;
  return `'${readableBytes(url)}'${day}`;
}

function jsonOf(locked: LockedTo): object {
  if ("follows" in locked) return { follows: fromByteText(locked.follows) };
  return {
    url: fromByteText(locked.url),
    ...(locked.lastModified === undefined ? {} : { lastModified: locked.lastModified }),
  };
}

/** `nivose lock`. */

import path from "node:path";
import type { FlakeLock, LockedTo } from "@nivose/nix/evaluation";
import { fromByteText, toByteText } from "../../report/byte-text.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { changeLines, commit, write, writeAt } from "../lock-file.ts";
import { refuse } from "../refuse.ts";
import { askAndFetch } from "../fetching/ask.ts";
import { Fetching } from "../fetching/fetching.ts";
import { settingsInForce } from "../fetching/network.ts";

interface LockFlags extends EvaluationFlags {
  readonly update?: readonly string[];
  readonly updateAll: boolean;
  readonly check: boolean;
  readonly commitLockFile: boolean;
  readonly outputLockFile?: string;
  readonly json: boolean;
}

export async function run(context: Context, flags: LockFlags, words: readonly string[]): Promise<ExitCode> {
  const named = (flags.update ?? []).map(toByteText);
  const updates = flags.updateAll ? "all" : named;
  const { outputLockFile, commitLockFile } = flags;
  if (outputLockFile !== undefined && commitLockFile) return refuse(toolMessages["lock-not-committed"](), context);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const fetching = new Fetching(flags.option, context);
  const fetches = (): boolean => flags.offline !== true;
  const question = { word: words[0], output: "flake-lock", more: { updates }, fetches } as const;
  const facts = await askAndFetch(question, fetching, flags, context).finally(() => fetching.end());
  if (typeof facts === "number") return facts;
  const lock = facts.lock!;
  const isWritten = !flags.check && flags.noWriteLockFile !== true;
  if (isWritten && outputLockFile !== undefined)
    writeAt(path.resolve(context.cwd, outputLockFile), lock, context, findings);
  else if (isWritten && lock.isStale) {
    const written = write(lock, words[0] ?? ".", context, findings);
    if (written !== undefined && commitLockFile) commit(written, lock, summaryOf(flags, context), context, findings);
  }
  tell(lock, flags.json, findings, context);
  return flags.check && lock.isStale ? ExitCode.failure : findings.exitCode;
}

/** What somebody wants the first line of the commit to be. */
function summaryOf({ option }: LockFlags, context: Context): string | undefined {
  return settingsInForce(option, context).text("commit-lock-file-summary") || undefined;
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
  for (const change of changes) stdout.write(`${changeLines(change, style.strong).join("\n")}\n`);
  if (!isStale) stderr.write("the lock file is up to date\n");
}

function jsonOf(locked: LockedTo): object {
  if ("follows" in locked) return { follows: fromByteText(locked.follows) };
  return {
    url: fromByteText(locked.url),
    ...(locked.lastModified === undefined ? {} : { lastModified: locked.lastModified }),
  };
}

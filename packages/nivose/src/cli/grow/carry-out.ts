/** Shows what a growth changes, as a patch, and does it: all of its files or none, and `nivose undo` takes it back. */

import path from "node:path";
import { Edit } from "@nivose/nix/syntax";
import {
  applyPlan,
  type Change,
  ChangeRefused,
  createFile,
  deleteFile,
  describeCounts,
  editFile,
  effectOf,
  FILE_MODE,
  fingerprintOfFile,
  patchBytes,
  patchText,
  type Plan,
  previewEffect,
  PROGRAM_MODE,
  unsavedProblems,
} from "../../change/index.ts";
import type { Message } from "@nivose/nix/message";
import type { Repository } from "../../check/source/repository.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { printable, wrap } from "../../report/terminal-text.ts";
import type { Growth, Grown, GrowProblem } from "../../scaffold/growth.ts";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import { changeContext, placeOf, tellRecovered, whenFree } from "../changes.ts";
import { type Context, layoutOf } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { forgetFiles } from "../init/target.ts";
import { gitAtWork, readOnlyFiles } from "./obstacles.ts";
import { announce, ignoredProblem } from "./tell-git.ts";

export interface GrowFlags {
  readonly dryRun: boolean;
  readonly allowDirty: boolean;
  readonly json: boolean;
}

export async function carryOut(
  grown: Grown,
  repository: Repository,
  root: string,
  flags: GrowFlags,
  context: Context,
): Promise<ExitCode> {
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  if (!grown.ok) {
    for (const { message, file, range } of grown.problems) {
      const name = file === undefined ? undefined : path.relative(context.cwd, path.join(root, file));
      const bytes = file === undefined ? undefined : (repository.files.get(file)?.bytes ?? repository.read(file));
      if (range !== undefined && bytes !== undefined) findings.addAll(name!, bytes, [{ ...message, range }]);
      else findings.add(message, name);
    }
    return finish({}, findings, flags, context);
  }
  const { growth } = grown;
  const unreadable = unreadableIn(growth, repository);
  const plan = planOf(growth, repository);
  const ignored = repository.isGit ? ignoredProblem(root, createdBy(plan), context) : undefined;
  const locked = repository.isGit && !flags.dryRun ? await gitAtWork(plan, root, context) : undefined;
  const wrong = [...unreadable, ...[ignored, locked].filter((each) => each !== undefined)];
  for (const message of wrong) findings.add(message);
  const readOnly = readOnlyFiles(plan, root);
  for (const { message, file } of readOnly) findings.add(message, path.relative(context.cwd, path.join(root, file)));
  if (wrong.length + readOnly.length > 0) return finish({}, findings, flags, context);
  const effect = effectOf(plan, root);
  if (!effect.ok) {
    for (const problem of effect.problems) findings.add(problem, placeOf(problem, root, context));
    return finish({}, findings, flags, context);
  }
  const preview = await previewEffect(effect.value);
  if (!flags.dryRun && plan.changes.length > 0) {
    const done = await apply(plan, root, flags, findings, context);
    if (!done) return finish({}, findings, flags, context);
  }
  if (!flags.json) {
    const { stdout, stderr } = context;
    stdout.write(stdout.isTerminal ? patchText(preview, layoutOf(context, stdout).style) : patchBytes(preview));
    const what = plan.changes.length === 0 ? "nothing to change" : describeCounts(preview.counts);
    const title = flags.dryRun ? `would ${growth.title[0]!.toLowerCase()}${growth.title.slice(1)}` : growth.title;
    stderr.write(`${printable(title)}: ${what}\n`);
  }
  return finish({ growth, plan, patch: Buffer.from(patchBytes(preview)).toString() }, findings, flags, context);
}

/** Files that it would change and that Git could not bring back: whoever takes long to find out more asks for them first. */
export function unsavedBy(
  grown: Grown,
  repository: Repository,
  root: string,
  { dryRun, allowDirty }: Pick<GrowFlags, "dryRun" | "allowDirty">,
  context: Context,
): readonly GrowProblem[] {
  if (!grown.ok || dryRun || allowDirty) return [];
  const effect = effectOf(planOf(grown.growth, repository), root);
  if (!effect.ok) return [];
  return unsavedProblems(effect.value, changeContext(root, context)).map((message) => ({
    message,
    ...(message.path === undefined ? {} : { file: message.path }),
  }));
}

async function apply(
  plan: Plan,
  root: string,
  { allowDirty }: GrowFlags,
  findings: Findings,
  context: Context,
): Promise<boolean> {
  const change = changeContext(root, context);
  // what is begun is finished, which takes no time that anybody would notice
  const forget = context.onInterrupt(() => {});
  try {
    const outcome = await whenFree(
      change,
      () => applyPlan(plan, change, { allowDirty }),
      (result) => (result.kind === "refused" ? result.problems : []),
    );
    tellRecovered(outcome, root, context, findings);
    if (outcome.kind === "refused") {
      for (const problem of outcome.problems) findings.add(problem, placeOf(problem, root, context));
      return false;
    }
    const unknown = announce(root, createdBy(plan), context);
    if (unknown !== undefined) findings.add(unknown);
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
    for (const problem of error.problems) findings.add(problem, placeOf(problem, root, context));
    return false;
  } finally {
    forget();
  }
  const deleted = plan.changes.filter(({ kind }) => kind === "delete").map((each) => each.path);
  forgetFiles({ root, folder: root, hasRepository: true }, deleted, context);
  return true;
}

function createdBy({ changes }: Plan): readonly string[] {
  return changes.filter(({ kind }) => kind === "create").map((each) => each.path);
}

/** Whatever is written can be read, or was not readable before. */
function unreadableIn({ files }: Growth, repository: Repository): readonly Message[] {
  return [...files].flatMap(([name, file]) => {
    if (file === undefined || !name.endsWith(".nix")) return [];
    const before = repository.files.get(name)?.bytes ?? repository.read(name);
    const [wrong] = new SourceFile(name, file.bytes).tree.diagnostics;
    const wasWrong = before !== undefined && new SourceFile(name, before).tree.diagnostics.length > 0;
    return wrong === undefined || wasWrong ? [] : [scaffoldMessages["grow-unreadable"](name, wrong.text)];
  });
}

export function planOf({ title, files }: Growth, repository: Repository): Plan {
  const changes: Change[] = [];
  for (const [name, after] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const before = repository.files.get(name)?.bytes ?? repository.read(name);
    if (after === undefined) {
      if (before !== undefined) changes.push(deleteFile(name, fingerprintOfFile(before)));
    } else if (before === undefined) {
      changes.push(createFile(name, after.bytes, after.isProgram === true ? PROGRAM_MODE : FILE_MODE));
    } else {
      const splice = Edit.spliceBetween(before, after.bytes);
      if (splice !== undefined) changes.push(editFile(name, before, [splice]));
    }
  }
  return { title, changes };
}

interface Done {
  readonly growth?: Growth;
  readonly plan?: Plan;
  readonly patch?: string;
}

function finish({ growth, plan, patch }: Done, findings: Findings, flags: GrowFlags, context: Context): ExitCode {
  const { stdout, stderr } = context;
  const notes = growth?.notes ?? [];
  const next = growth?.next ?? [];
  if (flags.json) {
    const result = {
      version: JSON_VERSION,
      title: growth?.title,
      written: !flags.dryRun && (plan?.changes.length ?? 0) > 0,
      files: plan?.changes.map((change) => ({ path: change.path, change: change.kind })) ?? [],
      patch,
      notes,
      next,
      diagnostics: findings.json,
    };
    stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return findings.exitCode;
  }
  if (growth === undefined) return findings.exitCode;
  const { style, width } = layoutOf(context, stderr);
  for (const note of notes) stderr.write(`\n${wrap(`note: ${note}`, width).join("\n")}\n`);
  if (next.length > 0) stderr.write("\nnext:\n");
  for (const { command, does } of next) stderr.write(`  ${command}  ${style.faint(`# ${does}`)}\n`);
  return findings.exitCode;
}

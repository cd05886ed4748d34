/** `--fix`: mends what can be mended, round by round, until nothing is left; the files are written once, or shown as a patch. */

import path from "node:path";
import { Edit } from "@nivose/nix/syntax";
import { editFile, effectOf, patchBytes, patchText, type Plan, previewEffect } from "../../change/index.ts";
import type { Finding } from "../../check/finding.ts";
import { applyFixes } from "../../check/fixes.ts";
import { checkSources } from "../../check/run.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import type { Repository } from "../../check/source/repository.ts";
import { isTold, type Selection } from "../../check/select.ts";
import { type Context, layoutOf } from "../context.ts";
import { counted, type Findings } from "../findings.ts";
import { rewriteFiles } from "../rewrite-files.ts";
import { chosenRules, familyOf } from "./known-rules.ts";

/** A rule whose fix leaves what it finds would go on for ever. */
const MOST_ROUNDS = 10;

export interface Mended {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly count: number;
}

/** `isWanted` says of what the sources show after a round whether it is to be mended, too. */
export function mend(
  findings: readonly Finding[],
  repository: Repository,
  selection: Selection,
  isWanted: (finding: Finding, repository: Repository) => boolean,
): Mended {
  const files = new Map<string, Uint8Array>();
  let count = 0;
  let open = findings;
  let now = repository;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const current = now;
    const fixed = applyFixes(open, (file) => files.get(file) ?? current.files.get(file)?.bytes ?? current.read(file));
    if (fixed.mended.length === 0) break;
    count += fixed.mended.length;
    for (const [file, bytes] of fixed.files) files.set(file, bytes);
    now = withFiles(repository, files);
    const after = now;
    // what was evaluated is not known of the files as they are now
    open = checkSources(now, chosenRules(selection), new WeakMap()).filter(
      (finding) => isTold(finding, selection, familyOf) && isWanted(finding, after),
    );
  }
  return { files, count };
}

function withFiles(repository: Repository, changed: ReadonlyMap<string, Uint8Array>): Repository {
  const files = new Map(repository.files);
  for (const [name, bytes] of changed) if (files.has(name)) files.set(name, new SourceFile(name, bytes));
  const flakes = repository.flakes.map((flake) => ({ ...flake, file: files.get(flake.file.name) ?? flake.file }));
  return { ...repository, files, flakes, read: (name) => changed.get(name) ?? repository.read(name) };
}

/** Returns the names of the files that were written. */
export async function writeMended(
  { files, count }: Mended,
  repository: Repository,
  root: string,
  { allowDirty }: { readonly allowDirty: boolean },
  findings: Findings,
  context: Context,
): Promise<readonly string[]> {
  const rewrites = [...files].map(([name, after]) => ({
    file: { path: path.join(root, name), name: path.relative(context.cwd, path.join(root, name)) },
    before: bytesOf(repository, name),
    after,
  }));
  return await rewriteFiles(rewrites, findings, context, { title: titleOf(count), allowDirty });
}

/** A patch of what would be written. */
export async function showMended(
  { files, count }: Mended,
  repository: Repository,
  root: string,
  context: Context,
): Promise<void> {
  const changes = [...files].map(([name, after]) => {
    const before = bytesOf(repository, name);
    const splice = Edit.spliceBetween(before, after);
    return editFile(name, before, splice === undefined ? [] : [splice]);
  });
  const plan: Plan = { title: titleOf(count), changes };
  const effect = effectOf(plan, root);
  if (!effect.ok) return;
  const preview = await previewEffect(effect.value);
  const { stdout } = context;
  const { style } = layoutOf(context, stdout);
  stdout.write(stdout.isTerminal ? patchText(preview, style) : patchBytes(preview));
}

function titleOf(count: number): string {
  return `Mend ${counted(count, "finding", "findings")}`;
}

function bytesOf({ files, read }: Repository, name: string): Uint8Array {
  return files.get(name)?.bytes ?? read(name)!;
}

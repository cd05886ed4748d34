/** Gives files new contents, as one plan for each repository: all of its files or none, and `nivose undo` takes it back. */

import { Edit } from "@nivose/nix/syntax";
import { applyPlan, type ChangeContext, editFile, type Outcome, type Plan } from "../change/index.ts";
import { changeContext, placeOf, rootOf, tellRecovered, whenFree } from "./changes.ts";
import type { Context } from "./context.ts";
import { counted, type Findings } from "./findings.ts";
import type { SourceFile } from "./sources.ts";

export interface Rewrite {
  readonly file: SourceFile;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

interface RewriteOptions {
  /** What it does, in the imperative. */
  readonly title?: string;
  /** Whether files are rewritten that have changes which are in no commit. */
  readonly allowDirty: boolean;
}

/** It never loses a text that is in no commit, because the journal keeps it, so it does not ask for one. */
const FORMATTING: RewriteOptions = { allowDirty: true };

/** Returns the names of the files that were rewritten. */
export async function rewriteFiles(
  rewrites: readonly Rewrite[],
  findings: Findings,
  context: Context,
  { title: given, allowDirty }: RewriteOptions = FORMATTING,
): Promise<readonly string[]> {
  const done = new Set<SourceFile>();
  for (const [root, members] of byRoot(rewrites, context)) {
    const changes = [...members].map(([path, { before, after }]) => {
      const splice = Edit.spliceBetween(before, after);
      return editFile(path, before, splice === undefined ? [] : [splice]);
    });
    const title =
      given ?? `Format ${changes.length === 1 ? changes[0]!.path : counted(changes.length, "file", "files")}`;
    const outcome = await applyWhenFree({ title, changes }, changeContext(root, context), allowDirty);
    tellRecovered(outcome, root, context, findings);
    if (outcome.kind === "refused") {
      for (const problem of outcome.problems) findings.add(problem, placeOf(problem, root, context));
    } else {
      for (const { file } of members.values()) done.add(file);
    }
  }
  return rewrites.filter(({ file }) => done.has(file)).map(({ file }) => file.name);
}

/** By root, then by path: a file that is named twice, once through a link, is rewritten once. */
function byRoot(rewrites: readonly Rewrite[], context: Context): Map<string, Map<string, Rewrite>> {
  const roots = new Map<string, Map<string, Rewrite>>();
  for (const rewrite of rewrites) {
    const { root, path } = rootOf(rewrite.file.path, context);
    const members = roots.get(root) ?? new Map<string, Rewrite>();
    roots.set(root, members.set(path, rewrite));
  }
  return roots;
}

function applyWhenFree(plan: Plan, context: ChangeContext, allowDirty: boolean): Promise<Outcome> {
  return whenFree(
    context,
    () => applyPlan(plan, context, { allowDirty }),
    (outcome) => (outcome.kind === "refused" ? outcome.problems : []),
  );
}

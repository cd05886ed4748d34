/** What a plan does to the tree as it is now. Here the two meet, and a plan that was made for another tree is refused. */

import { join } from "node:path";
import { Edit } from "@nivose/nix/syntax";
import { ABSENT, readContent, type Content } from "./content.ts";
import type { Effect, PathEffect } from "./effect.ts";
import { emptiedFolders, missingFolders } from "./folder.ts";
import { mergePlans } from "./merge.ts";
import { changeMessages } from "./messages.ts";
import { comparePaths } from "./path.ts";
import type { Change, Plan } from "./plan.ts";
import { attempt, ChangeRefused, refuse, type Checked } from "./problem.ts";
import { sourceProblems, targetProblems } from "./tree-check.ts";

export function effectOf(plan: Plan, root: string): Checked<Effect> {
  const merged = mergePlans(plan.title, [plan]);
  if (!merged.ok) return merged;
  const { changes } = merged.value;
  try {
    const before = new Map<string, Content>();
    for (const path of changes.flatMap(pathsOf))
      before.set(
        path,
        attempt(path, () => readContent(root, path)),
      );
    const unfit = changes.flatMap((change) => sourceProblems(change, before, root));
    if (unfit.length > 0) return { ok: false, problems: unfit };

    const paths = [...applyChanges(changes, before, root).values()].toSorted((one, other) =>
      comparePaths(one.path, other.path),
    );
    const lostFolders = emptiedFolders(root, paths);
    const taken = targetProblems(changes, paths, lostFolders, root);
    if (taken.length > 0) return { ok: false, problems: taken };
    const differing = paths
      .filter(({ before: old, after }) => old !== after)
      // a folder that makes way is brought back as a folder
      .map((path) => (path.before.kind === "foreign" ? { ...path, before: ABSENT } : path));
    const newFolders = missingFolders(root, differing);
    return { ok: true, value: { title: plan.title, paths: differing, newFolders, lostFolders } };
  } catch (error) {
    if (error instanceof ChangeRefused) return { ok: false, problems: error.problems };
    throw error;
  }
}

function pathsOf(change: Change): string[] {
  return change.kind === "move" ? [change.path, change.to] : [change.path];
}

/** All changes at once: first every path that is given up becomes free, then every path gets what it should have. */
function applyChanges(
  changes: readonly Change[],
  before: ReadonlyMap<string, Content>,
  root: string,
): Map<string, PathEffect> {
  const edited = new Map(before);
  const effects = new Map([...before].map(([path, content]) => [path, { path, before: content, after: content }]));
  const put = (path: string, after: Content, from: { movedFrom?: string; sameAs?: string } = {}): void => {
    effects.set(path, { path, before: before.get(path)!, after, ...from });
  };
  for (const change of changes) {
    if (change.kind === "edit")
      edited.set(change.path, editContent(change.path, before.get(change.path)!, change.splices));
    if (change.kind === "move" || change.kind === "delete") put(change.path, ABSENT);
  }
  for (const change of changes) {
    if (change.kind === "create") put(change.path, { kind: "file", bytes: change.bytes, mode: change.mode });
    if (change.kind === "link") put(change.path, { kind: "link", target: change.target });
    if (change.kind === "move") {
      const after = edited.get(change.path)!;
      const unchanged = after.kind === "file" && after === before.get(change.path);
      put(change.to, after, { movedFrom: change.path, ...(unchanged && { sameAs: join(root, change.path) }) });
    }
  }
  const moved = new Set(changes.map((change) => (change.kind === "move" ? change.path : undefined)));
  for (const change of changes) {
    if (change.kind === "edit" && !moved.has(change.path)) put(change.path, edited.get(change.path)!);
  }
  return effects;
}

function editContent(path: string, content: Content, splices: readonly Edit.Splice[]): Content {
  if (content.kind !== "file") return content;
  const outside = splices.find(({ end }) => end > content.bytes.length);
  if (outside !== undefined) refuse(changeMessages["change-splice-outside"](outside.start, outside.end), path);
  const bytes = Edit.applySplices(content.bytes, splices);
  return Buffer.compare(bytes, content.bytes) === 0 ? content : { ...content, bytes };
}

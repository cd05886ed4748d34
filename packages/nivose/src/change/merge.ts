/**
 * Makes one plan of several, or says why they contradict each other. All the plans were made for the same tree, and so
 * is the result: nothing is applied in between.
 *
 * - Edits of one file are joined. Insertions at one place keep the order of the plans; ranges that overlap, or edits
 *   made for different contents, are conflicts. The same replacement asked for twice is done once.
 * - A file can be edited and moved; the edit names the old path. Any other two things done with one file are a conflict.
 * - Two things put at one path are a conflict, and so is a file where another one needs a folder. What is asked for
 *   twice in the very same words is done once.
 */

import { Edit } from "@nivose/nix/syntax";
import { changeMessages } from "./messages.ts";
import { checkLinkTarget, checkPath, foldersAbove } from "./path.ts";
import type { Change, Plan } from "./plan.ts";
import { problem, type ChangeProblem, type Checked } from "./problem.ts";

export function mergePlans(title: string, plans: readonly Plan[]): Checked<Plan> {
  const asked = plans.flatMap((plan) => plan.changes.map((change) => ({ change, by: plan.title })));
  const problems = asked.flatMap(({ change }) => pathProblems(change));
  if (problems.length > 0) return { ok: false, problems };

  const groups = new Map<string, Asked[]>();
  for (const one of asked) {
    const key = identity(one.change);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const joined = [...groups.values()].map(join);
  const kept = joined.map(({ asked: one }) => one);
  const found = [...joined.flatMap(({ problems: own }) => own), ...sourceConflicts(kept), ...targetConflicts(kept)];
  if (found.length > 0) return { ok: false, problems: found };
  return { ok: true, value: { title, changes: kept.map(({ change }) => change) } };
}

/** A change and the title of the plan that asks for it. */
interface Asked {
  readonly change: Change;
  readonly by: string;
}

function pathProblems(change: Change): ChangeProblem[] {
  const paths = change.kind === "move" ? [change.path, change.to] : [change.path];
  const problems = paths.map((path) => checkPath(path));
  if (change.kind === "link") problems.push(checkLinkTarget(change.path, change.target));
  return problems.filter((found) => found !== undefined);
}

/** One change for all that are identical; for edits of one file, one with all their splices. */
function join(same: readonly Asked[]): { asked: Asked; problems: ChangeProblem[] } {
  const first = same[0]!;
  if (first.change.kind !== "edit") return { asked: first, problems: [] };
  const { path, before } = first.change;
  const edits = same.flatMap(({ change, by }) => (change.kind === "edit" ? [{ change, by }] : []));
  const other = edits.find(({ change }) => change.before !== before);
  if (other !== undefined) {
    return { asked: first, problems: [problem(changeMessages["change-versions"](first.by, other.by), path)] };
  }
  const splices: Edit.Splice[] = [];
  const owners = new Map<Edit.Splice, string>();
  const replacements = new Set<string>();
  for (const { change, by } of edits) {
    for (const splice of change.splices) {
      // two insertions of the same text may both be meant; the same replacement of one range is asked for twice
      const key = JSON.stringify([splice.start, splice.end, Buffer.from(splice.bytes).toString("latin1")]);
      if (splice.start < splice.end && replacements.has(key)) continue;
      replacements.add(key);
      splices.push(splice);
      owners.set(splice, by);
    }
  }
  const problems: ChangeProblem[] = [];
  // how long the file is will be known when it is read
  const ordered = Edit.orderSplices(splices, Number.MAX_SAFE_INTEGER);
  if (!ordered.ok) {
    if (ordered.problem.kind === "overlap") {
      const { first: one, second: two } = ordered.problem;
      const shared = { start: two.start, end: Math.max(two.start, Math.min(one.end, two.end)) };
      const by = [owners.get(one)!, owners.get(two)!] as const;
      problems.push(problem(changeMessages["change-overlap"](...by, shared.start, shared.end), path));
    } else {
      const { start, end } = ordered.problem.splice;
      problems.push(problem(changeMessages["change-splice-outside"](start, end), path));
    }
  }
  return { asked: { change: { kind: "edit", path, before, splices }, by: first.by }, problems };
}

/** Equal for changes that ask for the very same, and for all edits of one file. */
function identity(change: Change): string {
  switch (change.kind) {
    case "edit":
      return JSON.stringify([change.kind, change.path]);
    case "create":
      return JSON.stringify([change.kind, change.path, change.mode, Buffer.from(change.bytes).toString("latin1")]);
    case "link":
      return JSON.stringify([change.kind, change.path, change.target]);
    case "move":
      return JSON.stringify([change.kind, change.path, change.to, change.before]);
    case "delete":
      return JSON.stringify([change.kind, change.path, change.before]);
  }
}

const DONE = { edit: "edited", move: "moved", delete: "deleted" };

function sourceConflicts(kept: readonly Asked[]): ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  const known = new Map<string, Asked[]>();
  for (const { change, by } of kept) {
    if (change.kind === "create" || change.kind === "link") continue;
    const earlier = known.get(change.path) ?? [];
    for (const { change: other, by: otherBy } of earlier) {
      if (other.kind === "create" || other.kind === "link") continue;
      const together = [change, other]
        .map(({ kind }) => kind)
        .toSorted()
        .join(" ");
      if (together === "edit move" && change.before === other.before) continue;
      const message =
        change.before === other.before
          ? changeMessages["change-twice"](otherBy, DONE[other.kind], by, DONE[change.kind])
          : changeMessages["change-versions"](otherBy, by);
      problems.push(problem(message, change.path));
    }
    known.set(change.path, [...earlier, { change, by }]);
  }
  return problems;
}

/** Where a change puts something: an edit leaves its file in place, unless another change moves it. */
function targetConflicts(kept: readonly Asked[]): ChangeProblem[] {
  const moved = new Set(kept.map(({ change }) => (change.kind === "move" ? change.path : undefined)));
  const targets = new Map<string, string>();
  const problems: ChangeProblem[] = [];
  for (const { change, by } of kept) {
    if (change.kind === "delete" || (change.kind === "edit" && moved.has(change.path))) continue;
    const target = change.kind === "move" ? change.to : change.path;
    const other = targets.get(target);
    if (other !== undefined) problems.push(problem(changeMessages["change-same-target"](other, by, target), target));
    targets.set(target, by);
  }
  for (const [target, by] of targets) {
    for (const folder of foldersAbove(target)) {
      const other = targets.get(folder);
      if (other !== undefined) problems.push(problem(changeMessages["change-same-target"](other, by, folder), target));
    }
  }
  return problems;
}

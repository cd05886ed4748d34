/**
 * Repositories that `init` wrote grow by being drawn again: the fleet is read back from the files, changed, and what differs
 * between the drawings before and after is done to the files as they are now.
 */

import type { Message } from "@nivose/nix/message";
import type { Repository } from "../../check/source/repository.ts";
import type { SecretsContext } from "../compose.ts";
import type { Grown, GrowProblem } from "../growth.ts";
import type { NextCommand, Preset } from "../preset.ts";
import { grownRepository } from "../site/grown-repository.ts";
import type { OwnFleet } from "../site/site.ts";
import type { Fleet } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";
import { checkChange } from "./check-change.ts";
import { drawnOf } from "./drawn.ts";
import { growSecrets } from "./grow-secrets.ts";
import { mergeFiles } from "./merge-files.ts";

export interface RegrowContext extends SecretsContext {
  readonly templates: (preset: Preset) => Templates;
  /** The fleet with somebody who can read its secrets, for one that has had none. */
  readonly withOperators: (fleet: Fleet) => Fleet | { readonly problem: Message };
}

export interface FleetChange {
  /** In the imperative: "Add host luna". */
  readonly title: string;
  /** Whether files are meant to go, even those that were changed since. */
  readonly deletes?: boolean;
  /** The fleet as it shall be; the same one if it is so already. */
  readonly change: (fleet: Fleet, own: OwnFleet) => Fleet | { readonly problems: readonly GrowProblem[] };
  /** What is wrong with the repository as it would be, in those of its files that no preset draws anew. */
  readonly verify?: (grown: Repository, fleet: Fleet) => readonly GrowProblem[];
  /** What the change leaves to be known or done, besides what the drawing says. */
  readonly notes?: (before: Fleet) => readonly string[];
  readonly next?: readonly NextCommand[];
}

export async function regrow(
  own: OwnFleet,
  repository: Repository,
  { title, deletes = false, change, verify = () => [], notes: notesFor = () => [], next = [] }: FleetChange,
  context: RegrowContext,
): Promise<Grown> {
  if (own.problems.length > 0) return { ok: false, problems: own.problems };
  const { preset, fleet } = own;
  const wanted = change(fleet, own);
  if ("problems" in wanted) return { ok: false, problems: wanted.problems };
  if (wanted === fleet) return { ok: true, growth: { title, files: new Map(), notes: [], next: [] } };
  const problems = checkChange(own, wanted, repository);
  if (problems.length > 0) return { ok: false, problems };
  const templates = context.templates(preset);
  const before = drawnOf(preset, fleet, templates);
  const needsOperator = wanted.secrets?.operators.length === 0 && preset.draw(wanted, templates).secrets.length > 0;
  const readable = needsOperator ? context.withOperators(wanted) : wanted;
  if ("problem" in readable) return { ok: false, problems: [{ message: readable.problem }] };
  const after = drawnOf(preset, readable, templates);
  const merged = mergeFiles(repository, before, after, deletes);
  const wrong = [...merged.problems, ...verify(grownRepository(repository, merged.files), fleet)];
  if (wrong.length > 0) return { ok: false, problems: wrong };
  await growSecrets(repository, before, after, merged, context);
  const said = new Set(before.notes);
  const notes = [...notesFor(fleet), ...after.notes.filter((note) => !said.has(note)), ...merged.notes];
  return { ok: true, growth: { title, files: merged.files, notes, next } };
}

/** The hosts of the repository around a folder, for completion. */

import { findHosts } from "../fleet/discover.ts";
import { openQuestions } from "./ask-flake.ts";
import type { Context } from "./context.ts";
import { readEvaluation } from "./evaluation-options.ts";
import { flakesAt } from "./flakes-here.ts";
import type { Suggestion } from "./verb.ts";

export async function hostNames(context: Context): Promise<Suggestion[]> {
  const options = readEvaluation({ expr: false, showTrace: false }, context);
  if ("code" in options) return [];
  const { root, flakes } = flakesAt(".", context);
  const questions = openQuestions(root, options, {}, context);
  if ("code" in questions) return [];
  const { ask, end } = questions;
  try {
    const { hosts } = await findHosts(flakes, ask);
    return hosts.map(({ name, kind }) => ({ word: name, brief: kind }));
  } finally {
    await end();
  }
}

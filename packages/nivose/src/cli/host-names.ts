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
  const { ask, end } = openQuestions(root, options, {}, context);
  try {
    const { hosts } = await findHosts(flakes, ask);
    return hosts.map(({ name, kind }) => ({ word: name, brief: kind }));
  } finally {
    await end();
  }
}

/** The options of the repository around a folder, for completion: those that an earlier command has asked for. */

import type { OptionAnswer } from "../explain/answer.ts";
import { optionPathText } from "../explain/option-path.ts";
import { askRecord } from "../explain/host-record.ts";
import { askOptions } from "../explain/options/ask-options.ts";
import { findHosts } from "../fleet/discover.ts";
import { rememberedAnswers } from "./ask-flake.ts";
import type { Context } from "./context.ts";
import { readEvaluation } from "./evaluation-options.ts";
import { flakesAt } from "./flakes-here.ts";
import type { Suggestion } from "./verb.ts";

/** Evaluating a host takes longer than anybody waits for a completion. */
export async function optionNames(context: Context): Promise<Suggestion[]> {
  const options = readEvaluation({ expr: false, showTrace: false }, context);
  if ("code" in options) return [];
  const { root, flakes } = flakesAt(".", context);
  const ask = rememberedAnswers(root, options, {}, context);
  const { hosts } = await findHosts(flakes, ask);
  const names = new Map<string, string | null>();
  for (const host of hosts) {
    const declared = await askOptions(host, ask);
    if ("options" in declared) for (const { name, type } of declared.options) names.set(name, type);
    const record = await askRecord(host, ask);
    for (const { path, answer } of "options" in record ? record.options : [])
      if (answer.kind === "option") names.set(optionPathText(path), (answer as OptionAnswer).facts?.type ?? null);
  }
  const sorted = [...names].toSorted(([first], [second]) => (first < second ? -1 : 1));
  return sorted.map(([word, type]) => (type === null ? { word } : { word, brief: type }));
}

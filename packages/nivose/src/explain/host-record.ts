/**
 * What the first question about the options of a host records: all options that the fleet defines, and which module imports
 * which. They are one question, because it is evaluating the module system that takes the time.
 */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import { type FoundModules, foundModules, modulesQuestion, watchedForModules } from "../fleet/ask-modules.ts";
import type { AskFlake, FoundHost } from "../fleet/discover.ts";
import { type HostProblem, problemOf } from "../fleet/host.ts";
import { type RecordedOptions, recordedOptionsQuestion, watchedForOptions } from "./record-question.ts";

export interface HostRecord {
  readonly options: RecordedOptions;
  readonly modules: FoundModules;
  /** Which folders the paths of the store are copies of. */
  readonly copies: Readonly<Record<string, string>>;
}

const question = `
inspection: host:
let options = (${recordedOptionsQuestion}) inspection host; in
{
  inherit options;
  # on paper an option passes its definitions on when the other one is read, and so it is known by then
  modules = builtins.deepSeq options ((${modulesQuestion}) inspection host);
}
`;

const watched: WatchedFunctions = {
  file: watchedForOptions.file,
  names: [...watchedForOptions.names, ...watchedForModules.names],
};

export async function askRecord(
  { flake, attribute }: Pick<FoundHost, "flake" | "attribute">,
  ask: AskFlake,
): Promise<HostRecord | HostProblem> {
  const reply = await ask(flake, `.${attribute}`, question, watched);
  if (!reply.ok) return problemOf(reply);
  const { options, modules } = reply.value as { readonly options: RecordedOptions; readonly modules: unknown };
  return { options, modules: foundModules(modules, reply), copies: reply.copies };
}

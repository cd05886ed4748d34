/** Asks a host why an option has its value. */

import type { AskFlake, FoundHost } from "../fleet/discover.ts";
import { problemOf, type HostProblem } from "../fleet/host.ts";
import type { Answer, OptionPath } from "./answer.ts";
import { optionQuestion, watchedFunctions } from "./question.ts";
import type { HostRecord } from "./host-record.ts";

export type HostAnswer =
  | { readonly answer: Answer; readonly copies: Readonly<Record<string, string>> }
  | { readonly problem: HostProblem };

/** What is not in the record of the host is asked for itself. */
export async function askHost(
  { flake, attribute }: FoundHost,
  path: OptionPath,
  record: HostRecord | HostProblem,
  ask: AskFlake,
): Promise<HostAnswer> {
  // all options together may be too much for the memory where one is not
  if ("problem" in record && !record.isLimit) return { problem: record };
  const recorded = "problem" in record ? undefined : record.options.find((each) => isSamePath(each.path, path));
  if ("options" in record && recorded !== undefined) return answered(recorded.answer, record.copies);
  const reply = await ask(flake, `.${attribute}`, optionQuestion(path), watchedFunctions);
  if (!reply.ok) return { problem: problemOf(reply) };
  return answered(reply.value as Answer, reply.copies);
}

function answered(answer: Answer, copies: Readonly<Record<string, string>>): HostAnswer {
  return { answer: withLocalError(answer, copies), copies };
}

function isSamePath(first: OptionPath, second: OptionPath): boolean {
  return first.length === second.length && first.every((name, index) => name === second[index]);
}

/** The error names files, and the user knows those that the paths of the store are copies of. */
function withLocalError(answer: Answer, copies: Readonly<Record<string, string>>): Answer {
  if (answer.kind !== "option" || answer.error === undefined) return answer;
  const error = Object.entries(copies).reduce(
    (text, [copy, folder]) => text.replaceAll(copy, () => folder),
    answer.error,
  );
  return { ...answer, error };
}

/** Asks a host why an option has its value. */

import type { AskFlake, FoundHost } from "../fleet/discover.ts";
import { problemOf, type HostProblem } from "../fleet/host.ts";
import type { Answer, OptionPath } from "./answer.ts";
import { optionQuestion, watchedFunctions } from "./question.ts";
import { recordQuestion, type RecordedOptions, watchedForRecord } from "./record-question.ts";

export type HostAnswer =
  | { readonly answer: Answer; readonly copies: Readonly<Record<string, string>> }
  | { readonly problem: HostProblem };

/** The first question to a host records all options that the fleet defines; what is not among them is asked for itself. */
export async function askHost(host: FoundHost, path: OptionPath, ask: AskFlake): Promise<HostAnswer> {
  const { flake, attribute } = host;
  const record = await ask(flake, `.${attribute}`, recordQuestion, watchedForRecord);
  // all options together may be too much for the memory where one is not
  if (!record.ok && !record.isLimit) return { problem: problemOf(record) };
  const all = record.ok ? (record.value as RecordedOptions) : [];
  const recorded = all.find((each) => isSamePath(each.path, path));
  if (record.ok && recorded !== undefined) return answered(recorded.answer, record.copies);
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

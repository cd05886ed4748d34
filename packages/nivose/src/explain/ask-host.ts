/** Asks a host why an option has its value. */

import type { AskFlake, FoundHost } from "../fleet/discover.ts";
import type { HostProblem } from "../fleet/host.ts";
import type { Answer, OptionPath } from "./answer.ts";
import { optionQuestion, watchedFunctions } from "./question.ts";

export type HostAnswer =
  | { readonly answer: Answer; readonly copies: Readonly<Record<string, string>> }
  | { readonly problem: HostProblem };

export async function askHost(host: FoundHost, path: OptionPath, ask: AskFlake): Promise<HostAnswer> {
  const reply = await ask(host.flake, `.${host.attribute}`, optionQuestion(path), watchedFunctions);
  if (!reply.ok) return { problem: reply };
  return { answer: withLocalError(reply.value as Answer, reply.copies), copies: reply.copies };
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

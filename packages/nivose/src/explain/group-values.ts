/** The hosts of a fleet by the value that an option has on them. */

import type { Explanation } from "./explanation.ts";
import type { FileAnswer } from "./file-question.ts";
import type { RelatedExplanation } from "./renames.ts";

export interface HostExplanation {
  readonly host: string;
  readonly explanation: Explanation;
  /** If it was a file that was asked for: what makes it. */
  readonly file?: FileAnswer;
  /** Options that pass definitions to it, and get them from it. */
  readonly related?: readonly RelatedExplanation[];
}

export interface ValueGroup {
  readonly value: string;
  readonly works: boolean;
  readonly hosts: readonly HostExplanation[];
  /** Values are compared as they are shown: parts that are left out, such as those of a derivation, may differ. */
  readonly isWhole: boolean;
}

/** The value that most hosts have first; of values that as many have, the one that is met first. */
export function groupByValue(hosts: readonly HostExplanation[]): readonly ValueGroup[] {
  const groups = new Map<string, HostExplanation[]>();
  for (const each of hosts) {
    const { value, works, error = "" } = each.explanation;
    const key = works ? value : `\0${error}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .map((alike): ValueGroup => {
      const { value, works } = alike[0]!.explanation;
      return { value, works, hosts: alike, isWhole: !/[…«]/u.test(value) };
    })
    .toSorted((first, second) => second.hosts.length - first.hosts.length);
}

/** Says that answers are on paper, and what that means for them. */

import { isOfOtherRelease } from "./other-release.ts";
import type { Substitute } from "./substitute.ts";

/** Of all flakes that were asked; nothing if everything is at hand. */
export function paperNotice(substitutes: readonly Substitute[], isAskedFor: boolean): string | undefined {
  if (substitutes.length === 0) return undefined;
  const known = namesOf(substitutes.filter(({ paper }) => paper !== undefined));
  const unknown = namesOf(substitutes.filter(({ paper }) => paper === undefined));
  const all = listed([...known, ...unknown]);
  const many = known.length + unknown.length > 1;
  const why = isAskedFor
    ? `on paper, without ${all}`
    : `on paper, because ${all} ${many ? "are" : "is"} not on this machine ('nivose fetch' brings ${many ? "them" : "it"})`;
  const nothing = unknown.length === 0 ? "" : `; nothing is known of ${listed(unknown)}`;
  const others = substitutes.filter(isOfOtherRelease);
  const releases = [...new Set(others.map(({ paper }) => paper!.release!))];
  const other =
    namesOf(others).length === 0
      ? ""
      : `; paper is of ${listed(releases)}, and ${listed(namesOf(others))} may be of another release`;
  return `${why}${nothing}${other}`;
}

/** By the names that users give them; what inputs of inputs are says nothing to anybody. */
function namesOf(substitutes: readonly Substitute[]): string[] {
  return [...new Set(substitutes.map(({ input }) => input).filter((input) => !input.includes("/")))];
}

function listed(names: readonly string[]): string {
  const shown =
    names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`] : names;
  return shown.length < 2 ? (shown[0] ?? "inputs of inputs") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

const MOST_NAMES = 5;

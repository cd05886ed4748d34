/** Which option was perhaps meant by one that is not declared: a name spelled differently, one too few, or one too many. */

import { namesSpelledLike, namesWith } from "../../advice/names.ts";
import type { UndeclaredDefinition } from "../hosts/undeclared.ts";

/** The likeliest first, each as the whole path that should have been written. */
export function meantOptions(undeclared: UndeclaredDefinition): readonly (readonly string[])[] {
  const within = optionsWithin(undeclared).map((each) => [...undeclared.prefix, ...each]);
  const outer = outerMistake(undeclared);
  return outer === undefined ? within : [outer, ...within].slice(0, MOST);
}

function optionsWithin(undeclared: UndeclaredDefinition): readonly (readonly string[])[] {
  const { path, below, names, fitting, above, further, used, without } = undeclared;
  const outer = path.slice(0, -1);
  const last = path.at(-1)!;
  const instead = (found: readonly string[]): string[][] => found.map((name) => [...outer, name]);

  const near = namesSpelledLike(last, names);
  const isFitting = (name: string): boolean => fitting.includes(name);
  const nearAndFitting = near.filter(isFitting);
  const rest = below[0] ?? [];
  const among = above.filter((name) => used.includes(name));
  const between = (among.length > 0 ? among : above).slice(0, above.length > MOST && among.length === 0 ? 0 : MOST);
  const shorter = without.map((index) => [...path.toSpliced(index, 1), ...(below.length > 1 ? [] : rest)]);
  // a name that is there twice is one too many, and says which
  const isTwice = path.length > 1 && last === path.at(-2);
  if (isTwice && shorter.length > 0) return shorter.slice(0, 1);
  const candidates = [
    ...(rest.length > 0 || nearAndFitting.length > 0 ? instead(nearAndFitting) : []),
    ...between.map((name) => [...outer, name, last]),
    ...(nearAndFitting.length > 0 ? [] : further)
      .slice(0, MOST)
      .map(({ index, name }) => path.toSpliced(index, 0, name)),
    ...shorter,
    ...instead(near),
  ];
  const found = distinct(candidates.filter((each) => each.length > 0));
  if (found.length > 0) return found.slice(0, MOST);
  const alike = instead(namesWith(last, names));
  // many options have a set for all that the program itself can be told
  return alike.length === 0 && names.includes("settings") && outer.length > 0 ? [[...outer, "settings", last]] : alike;
}

/** What is within a submodule may be wrong further out: a name that is there twice, or one that users choose left out. */
function outerMistake({ prefix, path, names }: UndeclaredDefinition): readonly string[] | undefined {
  const outer = prefix.at(-1);
  if (prefix.length > 1 && outer === prefix.at(-2)) return [...prefix.slice(0, -1), ...path];
  return outer !== undefined && names.includes(outer) ? [...prefix.slice(0, -1), "<name>", outer, ...path] : undefined;
}

/** Whether a name differs so little from one that there is that it is hardly another one, which is new or from elsewhere. */
export function isLikelyMisspelt({ path, names, fitting }: UndeclaredDefinition): boolean {
  const last = path.at(-1)!;
  const [near] = namesSpelledLike(last, names);
  return (
    near !== undefined &&
    last.length >= LEAST_LETTERS &&
    fitting.includes(near) &&
    Math.abs(near.length - last.length) <= 1 &&
    isOneMistake(last, near)
  );
}

const MOST = 3;
const LEAST_LETTERS = 5;

/** A letter too few, too many, or another one, or two neighbours that have changed places; case does not count. */
export function isOneMistake(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [mine, theirs] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (
    (mine.length <= 1 && theirs.length <= 1) ||
    (mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0])
  );
}

function distinct(paths: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(paths.map((each) => [each.join("\0"), each])).values()];
}

/** Which of the names that there are was perhaps meant. */

import { nearestFew } from "@nivose/nix/syntax";

/** How many are named at most. */
const MOST = 3;

/** Those that are spelled most like it; or else those that begin with it, or it with them, or have it in their middle. */
export function namesLike(wanted: string, names: readonly string[]): string[] {
  const near = namesSpelledLike(wanted, names);
  return near.length > 0 ? near : namesWith(wanted, names);
}

export function namesSpelledLike(wanted: string, names: readonly string[]): string[] {
  return nearestFew(
    wanted,
    names.filter((name) => name !== wanted),
    MOST,
  );
}

/** Those that share its words. */
export function namesWith(wanted: string, names: readonly string[]): string[] {
  const others = names.filter((name) => name !== wanted);
  const words = wordsOf(wanted);
  if (words.join("").length < LEAST) return [];
  const beginnings = others.filter((name) => name.length >= LEAST && isPart(wordsOf(name), words, true));
  if (beginnings.length > 0) return beginnings.toSorted((a, b) => b.length - a.length).slice(0, 1);
  const longer = others.filter((name) => isPart(words, wordsOf(name), false));
  const isBeginning = (name: string): boolean => name.toLowerCase().startsWith(wanted.toLowerCase());
  return longer
    .toSorted((a, b) => Number(isBeginning(b)) - Number(isBeginning(a)) || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, MOST);
}

/** `'a', 'b' or 'c'` */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  return quoted.length < 2 ? (quoted[0] ?? "") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

/** `did you mean 'a' or 'b'?`; nothing of none. */
export function didYouMean(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `did you mean ${alternatives(names)}?`;
}

/** Of so few letters much is made. */
const LEAST = 3;

/** `enableACME` and `enable-acme` are the same two. */
function wordsOf(name: string): string[] {
  return name
    .split(/[-_.]|(?<=[a-z])(?=[A-Z])/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** Whether the words of one follow each other in the other, from its first one on or anywhere. */
function isPart(part: readonly string[], whole: readonly string[], fromStart: boolean): boolean {
  const last = fromStart ? 0 : whole.length - part.length;
  for (let at = 0; at <= last; at++)
    if (part.length <= whole.length && part.every((word, index) => whole[at + index] === word)) return true;
  return false;
}

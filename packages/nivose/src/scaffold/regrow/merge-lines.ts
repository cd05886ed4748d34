/** Texts in three versions, line by line: what changed from one drawing to the next, done to the user's version. */

import { diffArrays } from "diff";

export interface MergedLines {
  readonly text: string;
  /** What could not be done, because the lines that it replaces are not the user's any more: each as it would be. */
  readonly left: readonly string[];
}

export function mergeLines(mine: string, before: string, after: string): MergedLines {
  const [own, old, young] = [mine.split("\n"), before.split("\n"), after.split("\n")];
  const result: string[] = [];
  const left: string[] = [];
  const places = placesOf(own, old);
  let taken = 0;
  const upTo = (end: number): void => {
    result.push(...own.slice(taken, end));
    taken = Math.max(taken, end);
  };
  for (const { start, end, lines } of hunksOf(old, young)) {
    const place = placeOf(start, end, places, own.length, old.length);
    const isThere =
      place !== undefined && own.slice(place.start, place.end).join("\n") === old.slice(start, end).join("\n");
    if (isThere && place.start >= taken) {
      upTo(place.start);
      result.push(...lines);
      taken = place.end;
    } else if (!includesLines(own, lines)) left.push(lines.join("\n"));
  }
  upTo(own.length);
  return { text: result.join("\n"), left };
}

interface Hunk {
  /** Lines of the drawing before, the end not among them. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

function hunksOf(old: readonly string[], young: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays([...old], [...young])) {
    const last = hunks.at(-1);
    const continues = last?.end === at && (added || removed);
    if (removed) {
      if (continues && last !== undefined) hunks[hunks.length - 1] = { ...last, end: at + value.length };
      else hunks.push({ start: at, end: at + value.length, lines: [] });
    } else if (added) {
      if (continues && last !== undefined) hunks[hunks.length - 1] = { ...last, lines: [...last.lines, ...value] };
      else hunks.push({ start: at, end: at, lines: value });
    }
    if (!added) at += value.length;
  }
  return hunks;
}

/** For each line of the drawing before, the line of the user's that it is; nothing if it is gone. */
function placesOf(own: readonly string[], old: readonly string[]): readonly (number | undefined)[] {
  const places: (number | undefined)[] = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays([...old], [...own])) {
    if (removed) places.push(...value.map(() => undefined));
    else {
      if (!added) places.push(...value.map((_, index) => at + index));
      at += value.length;
    }
  }
  return places;
}

/** Where lines of the drawing before are in the user's version. What is only put in goes right behind the line above it. */
function placeOf(
  start: number,
  end: number,
  places: readonly (number | undefined)[],
  ownLength: number,
  oldLength: number,
): { readonly start: number; readonly end: number } | undefined {
  if (start < end) {
    const [first, last] = [places[start], places[end - 1]];
    return first === undefined || last === undefined ? undefined : { start: first, end: last + 1 };
  }
  const above = start === 0 ? -1 : places[start - 1];
  const below = start === oldLength ? ownLength : places[start];
  // the user's own lines between the two stay in front of what is new
  if (below !== undefined && above !== undefined) return { start: below, end: below };
  if (above !== undefined) return { start: above + 1, end: above + 1 };
  return below === undefined ? undefined : { start: below, end: below };
}

function includesLines(own: readonly string[], lines: readonly string[]): boolean {
  return `\n${own.join("\n")}\n`.includes(`\n${lines.join("\n")}\n`);
}

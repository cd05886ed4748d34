/** Where the fleet's own files define an option of a host. */

import type { OptionAnswer } from "../../explain/answer.ts";
import { placesIn, type SourcePlace } from "../../explain/source-places.ts";
import { judge } from "../../explain/verdict.ts";
import type { Place } from "../finding.ts";
import type { Repository } from "../source/repository.ts";
import type { EvaluatedHost } from "./evaluated-fleet.ts";

export type OptionPath = readonly string[];

/**
 * The places that give an option its value, those that set just this path first. Nothing if no file of the fleet does; a file
 * without a range if it is not to be seen where in it.
 */
export function definedAt(
  path: OptionPath,
  { record, local }: EvaluatedHost,
  repository: Repository,
): readonly Place[] {
  const found: { readonly place: Place; readonly isExact: boolean }[] = [];
  for (const { path: option, answer } of record?.options ?? []) {
    if (answer.kind !== "option" || sharedLength(option, path) < Math.min(option.length, path.length)) continue;
    for (const { file, line } of winnersOf(answer)) {
      const { name, isOwn } = local(file);
      if (!isOwn) continue;
      const source = repository.files.get(name);
      const places = source === undefined ? [] : placesIn(source.bytes, path);
      const exact = places.filter(({ isWithin }) => !isWithin);
      const best = atLine(exact.length > 0 ? exact : places, line);
      for (const { start, end } of best)
        found.push({ place: { file: name, range: { start, end } }, isExact: exact.length > 0 });
      if (places.length === 0 && source !== undefined) found.push({ place: { file: name }, isExact: false });
    }
  }
  const exact = found.filter(({ isExact }) => isExact);
  const best = exact.length > 0 ? exact : found.filter(({ place }) => place.range !== undefined);
  return distinct((best.length > 0 ? best : found).map(({ place }) => place));
}

/** Whether a file of the fleet defines it, or something in it, and that counts. */
export function isDefined(path: OptionPath, { record }: EvaluatedHost): boolean {
  return (record?.options ?? []).some(
    ({ path: option, answer }) =>
      answer.kind === "option" &&
      sharedLength(option, path) === Math.min(option.length, path.length) &&
      winnersOf(answer).length > 0,
  );
}

export function isAlike(a: OptionPath, b: OptionPath): boolean {
  return a.length === b.length && sharedLength(a, b) === a.length;
}

/** Whether a path is the option's, or that of something in it; names that are computed are those of nobody. */
export function isBelow(path: readonly (string | undefined)[], option: OptionPath): boolean {
  return option.every((name, index) => path[index] === name);
}

/** How many names two paths have in common from their start. */
export function sharedLength(a: OptionPath, b: OptionPath): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function winnersOf(answer: OptionAnswer): { readonly file: string; readonly line: number | undefined }[] {
  const definitions = judge(answer)?.definitions ?? [];
  return definitions
    .filter(({ raw, fate }) => raw.isDefault !== true && (fate.kind === "wins" || fate.kind === "open"))
    .map(({ raw }) => ({ file: raw.position?.file ?? raw.file, line: raw.position?.line }));
}

function atLine(places: readonly SourcePlace[], line: number | undefined): readonly SourcePlace[] {
  const there = places.filter((place) => place.line === line);
  return there.length > 0 ? there : places.slice(0, 1);
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

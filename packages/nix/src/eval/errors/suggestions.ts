/** What a name that is not there was perhaps meant to be, in Nix's words and by its rules. */

import type { EvalError, Lookup } from "./errors.ts";
import { symbols } from "../memory/strings.ts";

const MOST_NAMES = 5;
const FARTHEST = 2;

/** Makes an error end with `Did you mean …?` when it is reported. `names` are symbols. */
export function withSuggestions(error: EvalError, wanted: string, names: ArrayLike<number>): EvalError {
  return suggesting(error, [{ wanted, names }]);
}

/** The same where several were looked for. */
export function suggesting(error: EvalError, lookups: readonly Lookup[]): EvalError {
  error.hint = () => didYouMean(lookups);
  error.lookups = lookups;
  return error;
}

function didYouMean(lookups: readonly Lookup[]): string | undefined {
  const near = lookups
    .flatMap(nearNames)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .filter((each, index, all) => each.name !== all[index - 1]?.name || each.distance !== all[index - 1]?.distance)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
  if (near.length === 0) return undefined;
  const last = near.pop()!;
  return near.length === 0 ? `Did you mean ${last}?` : `Did you mean one of ${near.join(", ")} or ${last}?`;
}

function nearNames({ wanted, names }: Lookup): { readonly name: string; readonly distance: number }[] {
  return Array.from(names, (symbol) => symbols.name(symbol))
    .filter((name) => Math.abs(name.length - wanted.length) <= FARTHEST)
    .map((name) => ({ name, distance: distance(wanted, name) }))
    .filter((each) => each.distance <= FARTHEST);
}

/** The number of bytes to insert, delete or replace. */
function distance(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 0; i < first.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < second.length; j++) {
      const replaced = row[j]! + (first[i] === second[j] ? 0 : 1);
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, replaced));
    }
    row = next;
  }
  return row[second.length]!;
}

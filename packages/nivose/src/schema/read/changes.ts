/** By which rule values are changed, seen from what became of some. */

import type { Change } from "../data/option-set.ts";
import type { Sample } from "./question.ts";

export function changeOf(samples: readonly Sample[] = []): Change {
  const seen = samples.map(({ given, made }) => (made === null ? undefined : { given, made: made[0] }));
  if (seen.length === 0 || !seen.every((sample) => sample !== undefined)) return "unknown";
  return rules(seen).find(([, rule]) => seen.every(({ given, made }) => isSame(rule(given), made)))?.[0] ?? "unknown";
}

type Rule = readonly [Change, (value: unknown) => unknown];

function rules(seen: readonly { readonly given: unknown; readonly made: unknown }[]): readonly Rule[] {
  const joined = seen.find(({ given }) => Array.isArray(given) && isSame(given, ["b", "a", "b"]))?.made;
  const between = typeof joined === "string" ? /^b(.*)a\1b$/su.exec(joined)?.[1] : undefined;
  return [
    ["same", (value) => value],
    ["singleton", (value) => [value]],
    ["list", (value) => (Array.isArray(value) ? value : [value])],
    ["sorted", (value) => (Array.isArray(value) ? sortedOnce(value) : NOTHING)],
    ["text", (value) => (typeof value === "number" || typeof value === "string" ? `${value}` : NOTHING)],
    ["keys", (value) => (Array.isArray(value) ? Object.fromEntries(value.map((name) => [name, true])) : NOTHING)],
    [
      ["joined", between ?? ""],
      (value) => (between !== undefined && Array.isArray(value) ? value.join(between) : NOTHING),
    ],
  ];
}

const NOTHING = Symbol("no such rule");

function sortedOnce(values: readonly unknown[]): unknown[] {
  return [...new Set(values)].sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : `${a}` < `${b}` ? -1 : 1,
  );
}

function isSame(first: unknown, second: unknown): boolean {
  return typeof first !== "symbol" && JSON.stringify(first) === JSON.stringify(second);
}

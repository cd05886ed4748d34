/** `<<: *base` in a set: what the other set has, and this one does not. Comments mean nothing to whoever asks, and go. */

import { Branch, Comment, type Entry, List, type Value } from "../document/tree.ts";

export function withMerges(value: Value): Value {
  if (value instanceof List) {
    const items = value.items.filter((item): item is Value => !(item instanceof Comment));
    return new List(items.map(withMerges));
  }
  if (!(value instanceof Branch)) return value;
  const own = value.entries.filter((entry): entry is Entry => !(entry instanceof Comment) && entry.key !== "<<");
  const merged = value.entries.flatMap((entry) =>
    entry instanceof Comment || entry.key !== "<<" ? [] : branchesIn(withMerges(entry.value)),
  );
  const entries = own.map(({ key, value: inner }) => ({ key, value: withMerges(inner) }));
  // of several sets the first one counts, and this one before them all
  return new Branch([...entries, ...merged.flatMap((branch) => branch.entries)]);
}

function branchesIn(value: Value): readonly Branch[] {
  if (value instanceof Branch) return [value];
  return value instanceof List ? value.items.filter((item) => item instanceof Branch) : [];
}

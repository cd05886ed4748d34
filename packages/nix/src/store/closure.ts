/** Everything that store paths need: they themselves, what they refer to, and so on. */

import type { StorePath } from "./store-path.ts";

/** In the order of their bytes, as the set that a derivation with a deep context takes in. */
export function closureOf(
  paths: Iterable<StorePath>,
  referencesOf: (path: StorePath) => Iterable<StorePath>,
): StorePath[] {
  const found = new Set(paths);
  // A set hands out what is added to it while it is walked.
  for (const path of found) for (const reference of referencesOf(path)) found.add(reference);
  return [...found].sort();
}

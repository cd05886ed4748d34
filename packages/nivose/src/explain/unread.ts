/** Whether modules of which nothing is known may declare an option that no other does. */

import type { MissingAnswer, OptionPath } from "./answer.ts";

/** The inputs that they are of. None if a single option is missing among others of its kind, which then is misspelt. */
export function perhapsDeclaredBy(option: OptionPath, { at, options, unread = [] }: MissingAnswer): string[] {
  const isAmongOthers =
    at.length > 0 &&
    option.length === at.length + 1 &&
    options.some((each) => each.length === at.length + 1 && at.every((name, index) => each[index] === name));
  const counts = unread.filter(({ everywhere }) => everywhere || !isAmongOthers);
  return [...new Set(counts.map(({ input }) => input))];
}

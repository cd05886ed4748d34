/**
 * Spellings of Nix that the scanner does not know: flags of one letter (`-A`), flags with two words behind them
 * (`--arg NAME VALUE`), and a flag for every setting. They are rewritten to flags with one value before the scanner
 * sees them.
 */

import { settingAt } from "./nix-settings.ts";
import type { Pair } from "./pair.ts";
import { flagName, type Verb } from "./verb.ts";

/** The words of a verb with every letter written out, and the two words behind a flag of pairs made one. */
export function withoutShorthands(words: readonly string[], verb: Verb): string[] {
  const letters = new Map(Object.entries(verb.letters ?? {}).map(([letter, flag]) => [letter, flagName(flag)]));
  const pairs = new Set(
    Object.entries(verb.flags).flatMap(([name, flag]) => (flag.kind === "pairs" ? [flagName(name)] : [])),
  );
  const rewritten: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === "--") return [...rewritten, ...words.slice(index)];
    const flag = letters.get(word) ?? word;
    const setting = verb.takesNixSettings === true ? settingAt(words, index) : undefined;
    if (setting !== undefined) {
      const { name, value } = setting.pair;
      rewritten.push(`--option=${JSON.stringify([name, value])}`);
      index += setting.taken - 1;
      continue;
    }
    const value = words[index + 2];
    if (!pairs.has(flag) || value === undefined) rewritten.push(flag);
    else {
      rewritten.push(`${flag}=${JSON.stringify([words[index + 1], value])}`);
      index += 2;
    }
  }
  return rewritten;
}

/** The pairs in the values that an implementation gets. */
export function readPairs(values: readonly string[] | undefined): Pair[] {
  return (values ?? []).flatMap((text) => {
    try {
      const [name, value] = JSON.parse(text) as [string, string];
      return [{ name, value }];
    } catch {
      return []; // a flag at the end, of which the scanner has complained
    }
  });
}

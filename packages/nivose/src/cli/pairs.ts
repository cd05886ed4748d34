/**
 * Spellings of Nix that the scanner does not know: flags of one letter (`-A`), flags with two words behind them
 * (`--arg NAME VALUE`), and a flag for every setting. They are rewritten to flags with one value before the scanner
 * sees them. Of what Nix lets a user say again and again, only the last is left.
 */

import { settingAt } from "./setting-names.ts";
import type { Pair } from "./pair.ts";
import { flagName, type Verb } from "./verb.ts";

/** The words of a verb with every letter written out, and the two words behind a flag of pairs made one. */
export function withoutShorthands(words: readonly string[], verb: Verb): string[] {
  const letters = new Map(Object.entries(verb.letters ?? {}).map(([letter, flag]) => [letter, flagName(flag)]));
  const kinds = new Map(Object.entries(verb.flags).map(([name, { kind }]) => [flagName(name), kind]));
  const rewritten: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = letters.get(words[index]!) ?? words[index]!;
    if (word === "--") return [...withoutEarlier(rewritten, verb), ...words.slice(index)];
    const isSetting = verb.takesNixSettings === true && verb.ownFlags?.includes(word) !== true;
    const setting = isSetting ? settingAt(words, index) : undefined;
    if (setting !== undefined) {
      rewritten.push(pairWord("--option", { ...setting.pair, at: index, isFlag: true }));
      index += setting.taken - 1;
      continue;
    }
    const flag = word.replace(/=.*$/su, "");
    const [name, value] = words.slice(index + 1, index + 3);
    if (kinds.get(flag) === "pairs") {
      // the scanner complains of a flag without its value
      if (word !== flag || name === undefined || value === undefined) return [...rewritten, `${flag}=`];
      rewritten.push(pairWord(flag, { name, value, at: index, isFlag: false }));
      index += 2;
    } else if (mayBeEmpty(word, verb) && (name === undefined || name.startsWith("-"))) {
      rewritten.push(word);
    } else if (kinds.get(word) === "text" && verb.takesNixSettings === true && name !== undefined) {
      rewritten.push(`${word}=${name}`);
      index++;
    } else rewritten.push(word);
  }
  return withoutEarlier(rewritten, verb);
}

function mayBeEmpty(word: string, { flags }: Verb): boolean {
  return Object.entries(flags).some(
    ([name, flag]) => flag.kind === "text" && flag.mayBeEmpty === true && flagName(name) === word,
  );
}

/** The pairs in the values that an implementation gets. */
export function readPairs(values: readonly string[] | undefined): Pair[] {
  return (values ?? []).map((text) => JSON.parse(text) as Pair);
}

function pairWord(flag: string, pair: Pair): string {
  return `${flag}=${JSON.stringify(pair)}`;
}

/** Leaves out what a later flag takes the place of, where that is how Nix reads a command line. */
function withoutEarlier(words: readonly string[], { flags, takesNixSettings, rivals = [] }: Verb): string[] {
  if (takesNixSettings !== true) return [...words];
  const single = new Set<string>();
  for (const [name, { kind }] of Object.entries(flags)) {
    if (kind === "switch") single.add(flagName(name));
    if (kind === "text") single.add(`${flagName(name)}=`);
  }
  const seen = new Set<string>();
  const kept = words.toReversed().filter((word) => {
    const flag = word.replace(/=.*$/su, "=");
    const key = rivals.includes(flag) ? rivals[0]! : flag;
    const isWanted = !single.has(flag) || !seen.has(key);
    seen.add(key);
    return isWanted;
  });
  return kept.toReversed();
}

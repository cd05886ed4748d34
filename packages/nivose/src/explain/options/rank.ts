/** How well an option fits what somebody types: by its name above all, and by its description if nothing else fits. */

export interface Searchable {
  readonly name: string;
  readonly description: string | null;
}

/** The options that fit every word, the best first; all of them if there is no word. */
export function search<Option extends Searchable>(query: string, options: readonly Option[]): Option[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return options.toSorted((first, second) => inOrder(first.name, second.name));
  return options
    .map((option) => ({ option, score: scoreOf(words, option) }))
    .filter(({ score }) => score > 0)
    .toSorted((first, second) => second.score - first.score || inOrder(first.option.name, second.option.name))
    .map(({ option }) => option);
}

function inOrder(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** 0 if a word fits nowhere. Of names that fit as well, the shorter and less deep one is meant more often. */
function scoreOf(words: readonly string[], { name, description }: Searchable): number {
  const lower = name.toLowerCase();
  let total = 0;
  for (const word of words) {
    const score = nameScore(word, name, lower) || (description?.toLowerCase().includes(word) ? IN_DESCRIPTION : 0);
    if (score === 0) return 0;
    total += score;
  }
  const depth = name.split(".").length;
  const isWithin = /[<*]/u.test(name);
  return Math.max(total / words.length - name.length / 20 - 4 * Math.max(depth - 3, 0) - (isWithin ? 6 : 0), 0.01);
}

const IN_DESCRIPTION = 12;

function nameScore(word: string, name: string, lower: string): number {
  if (lower === word) return 100;
  if (lower.endsWith(`.${word}`)) return 90;
  if (lower.startsWith(`${word}.`)) return 84;
  if (lower.includes(`.${word}.`)) return 80;
  const at = lower.indexOf(word);
  if (at === 0 || lower.includes(`.${word}`)) return 72;
  if (at > 0) return startsWord(word, name, lower) ? 64 : 54;
  return partsScore(word.split("."), lower.split(".")) || sequenceScore(word, lower);
}

/** `openSSH`, `open-ssh`: a word may begin within a name. */
function startsWord(word: string, name: string, lower: string): boolean {
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + 1))
    if (/[-_<"]/u.test(name[at - 1] ?? "") || /[A-Z]/u.test(name[at]!)) return true;
  return false;
}

/** `ser.ngi.en` for `services.nginx.enable`: each part begins a part of the name, in their order. */
function partsScore(parts: readonly string[], names: readonly string[]): number {
  if (parts.length < 2) return 0;
  let next = 0;
  let skipped = 0;
  for (const part of parts) {
    const found = names.findIndex((name, index) => index >= next && name.startsWith(part));
    if (found === -1) return 0;
    skipped += found - next;
    next = found + 1;
  }
  return 60 - 3 * (skipped + names.length - next);
}

/** The letters in their order, close together. */
function sequenceScore(word: string, lower: string): number {
  if (word.length < 3) return 0;
  const end = lengthOfSequence(word, lower);
  if (end === undefined) return 0;
  // from the end backwards is where they are closest
  let start = end;
  for (let index = word.length - 1; index >= 0; start--) if (lower[start - 1] === word[index]) index--;
  const spread = (end - start) / word.length;
  return spread > WIDEST_SPREAD ? 0 : 40 / spread;
}

const WIDEST_SPREAD = 3;

function lengthOfSequence(word: string, lower: string): number | undefined {
  let at = 0;
  for (const letter of word) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return at;
}

/** Words that a loop of a script goes through: `for each in one two; do`. */

/** Nothing if there is no such loop. */
export function withWord(text: string, loop: string, word: string): string | undefined {
  const found = loopIn(text, loop);
  if (found === undefined) return undefined;
  return found.words.includes(word) ? text : `${text.slice(0, found.end)} ${word}${text.slice(found.end)}`;
}

export function withoutWord(text: string, loop: string, word: string): string {
  const found = loopIn(text, loop);
  if (found === undefined || !found.words.includes(word)) return text;
  const left = found.words.filter((each) => each !== word).join(" ");
  return text.slice(0, found.start) + left + text.slice(found.end);
}

function loopIn(text: string, loop: string): { start: number; end: number; words: readonly string[] } | undefined {
  const at = text.indexOf(loop);
  const end = at < 0 ? -1 : text.indexOf("; do", at);
  if (end < 0) return undefined;
  const start = at + loop.length;
  return { start, end, words: text.slice(start, end).split(" ") };
}

/** Words that loops of a script go through: `for each in one two; do`. */

/** Into all loops that begin so; nothing if there is none. */
export function withWord(text: string, loop: string, word: string): string | undefined {
  const found = changed(text, loop, (words) => (words.includes(word) ? words : [...words, word]));
  return text.includes(loop) ? found : undefined;
}

export function withoutWord(text: string, loop: string, word: string): string {
  return changed(text, loop, (words) => words.filter((each) => each !== word));
}

function changed(text: string, loop: string, change: (words: readonly string[]) => readonly string[]): string {
  return text
    .split(loop)
    .map((piece, index) => {
      const end = piece.indexOf("; do");
      if (index === 0 || end < 0) return piece;
      return change(piece.slice(0, end).split(" ")).join(" ") + piece.slice(end);
    })
    .join(loop);
}

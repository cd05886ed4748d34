import type { Captures, Regex } from "../../../src/builtins/text/regex/index.ts";

/** What `builtins.split` yields: text, the captures of a match, text, and so on. */
export function piecesOf(regex: Regex, text: string): (string | Captures)[] {
  const pieces: (string | Captures)[] = [];
  let rest = 0;
  regex.find(text, (start, end, captures) => {
    pieces.push(text.slice(rest, start), captures);
    rest = end;
  });
  return [...pieces, text.slice(rest)];
}

/** The words that are no names. */

import * as Token from "./token.ts";

const keywords: readonly Token.TokenKind[] = [
  Token.If,
  Token.Then,
  Token.Else,
  Token.Assert,
  Token.With,
  Token.Let,
  Token.In,
  Token.Rec,
  Token.Inherit,
  Token.OrKeyword,
];
const LONGEST = 7;

/** The keywords by their first byte, so that most names are told from them by one look. */
const byFirstByte: { readonly word: string; readonly kind: Token.TokenKind }[][] = Array.from(
  { length: 256 },
  () => [],
);
for (const kind of keywords) {
  const word = Token.tokenName(kind);
  byFirstByte[word.charCodeAt(0)]!.push({ word, kind });
}

export function keywordOrName(source: Uint8Array, start: number, end: number): Token.TokenKind {
  if (end - start > LONGEST) return Token.Identifier;
  const possible = byFirstByte[source[start]!]!;
  for (let index = 0; index < possible.length; index++) {
    const { word, kind } = possible[index]!;
    if (word.length === end - start && matches(word, source, start)) return kind;
  }
  return Token.Identifier;
}

function matches(word: string, source: Uint8Array, start: number): boolean {
  for (let at = 1; at < word.length; at++) if (word.charCodeAt(at) !== source[start + at]) return false;
  return true;
}

/** Whether a name can be written only in quotes. `or` is a name wherever a name can stand. */
export function isKeyword(name: string): boolean {
  return name !== "or" && keywords.some((kind) => Token.tokenName(kind) === name);
}

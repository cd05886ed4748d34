/** The words that are no names. */

import * as Token from "./token.ts";

/** None is longer than seven letters: see `KEYWORD_BYTES`. */
export const keywords: readonly Token.TokenKind[] = [
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

/** Whether a name can be written only in quotes. `or` is a name wherever a name can stand. */
export function isKeyword(name: string): boolean {
  return name !== "or" && keywords.some((kind) => Token.tokenName(kind) === name);
}

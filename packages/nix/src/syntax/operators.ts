/** How tightly the binary operators bind, and on which side they group. */

import * as Token from "./token.ts";

// from the loosest to the tightest; the pipe operators are looser still and a rule of the grammar of their own
const levels: readonly { readonly tokens: readonly Token.TokenKind[]; readonly right?: boolean }[] = [
  { tokens: [Token.Implies], right: true },
  { tokens: [Token.Or] },
  { tokens: [Token.And] },
  { tokens: [Token.Equal, Token.NotEqual] },
  { tokens: [Token.Less, Token.LessEqual, Token.Greater, Token.GreaterEqual] },
  { tokens: [Token.Update], right: true },
  { tokens: [] }, // !
  { tokens: [Token.Plus, Token.Minus] },
  { tokens: [Token.Star, Token.Slash] },
  { tokens: [Token.Concat], right: true },
  { tokens: [Token.Question] },
  { tokens: [] }, // unary -
];

/** The rank of each operator token; 0 for every other token. */
export const precedences = new Uint8Array(256);
export const rightAssociative = new Uint8Array(256);

levels.forEach(({ tokens, right }, index) => {
  for (const token of tokens) {
    precedences[token] = index + 1;
    rightAssociative[token] = right ? 1 : 0;
  }
});

/** The ranks of the two levels that have no operator between operands. */
export const UNARY_NOT = 7;
export const UNARY_MINUS = 12;

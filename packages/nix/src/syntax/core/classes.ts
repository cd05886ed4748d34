/** Classes of tokens. */

import { OPERAND_STARTS } from "../layout.ts";
import { heapBytes } from "../memory.ts";
import * as Token from "../token.ts";

/** Whether an operand can start here. `let` starts one only as `let {`. */
export function startsOperand(kind: Token.TokenKind): boolean {
  return heapBytes[OPERAND_STARTS + kind] === 1;
}

export function startsName(kind: Token.TokenKind): boolean {
  return kind === Token.Identifier || kind === Token.Quote || kind === Token.DollarBrace || kind === Token.OrKeyword;
}

export function isComparison(kind: Token.TokenKind): boolean {
  return kind >= Token.Less && kind <= Token.NotEqual;
}

export function opensBracket(kind: Token.TokenKind): boolean {
  return (
    kind === Token.OpenBrace || kind === Token.OpenParen || kind === Token.OpenBracket || kind === Token.DollarBrace
  );
}

export function closesBracket(kind: Token.TokenKind): boolean {
  return kind === Token.CloseBrace || kind === Token.CloseParen || kind === Token.CloseBracket;
}

/** What can only belong to something around a list, so that the list must be over. */
export function endsBrackets(kind: Token.TokenKind): boolean {
  return endsBindings(kind) || kind === Token.Semicolon || kind === Token.Assign;
}

/** What can only belong to something around a set of bindings. */
export function endsBindings(kind: Token.TokenKind): boolean {
  return (
    closesBracket(kind) ||
    kind === Token.Then ||
    kind === Token.Else ||
    kind === Token.In ||
    kind === Token.IndentedClose
  );
}

export function endsFormals(kind: Token.TokenKind): boolean {
  return kind === Token.Colon || kind === Token.Semicolon || kind === Token.EndOfFile;
}

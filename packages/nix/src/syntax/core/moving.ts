/** Moving through the tokens. */

import { AT, DEPTH, KIND, TOKEN_COUNT } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Token from "../token.ts";
import { kindOfToken } from "../token-columns.ts";
import { closesBracket, opensBracket } from "./classes.ts";

/** What a bracket counts besides the expression in it. */
const BRACKET_DEPTH = 4;

/** Goes to the next token, and returns the index of the one before. */
export function advance(): number {
  const token = heap[AT]!;
  if (heap[KIND] !== Token.EndOfFile) goTo(token + 1);
  return token;
}

export function goTo(token: number): void {
  heap[AT] = token;
  heap[KIND] = kindOfToken(token);
}

/** The kind of the next token. */
export function peek(): Token.TokenKind {
  return kindOfToken(heap[AT]! + 1);
}

/** That of the one behind it. */
export function peekBehind(): Token.TokenKind {
  return kindOfToken(heap[AT]! + 2);
}

export function lastToken(): number {
  return heap[TOKEN_COUNT]! - 1;
}

/** Skips one token, or a bracket with all that it holds. */
export function advanceOverBrackets(): void {
  let open = 0;
  do {
    if (opensBracket(heap[KIND]!)) open++;
    else if (closesBracket(heap[KIND]!)) open--;
    advance();
  } while (open > 0 && heap[KIND] !== Token.EndOfFile);
}

export function enterBracket(): void {
  heap[DEPTH]! += BRACKET_DEPTH;
}

export function leaveBracket(): void {
  heap[DEPTH]! -= BRACKET_DEPTH;
}

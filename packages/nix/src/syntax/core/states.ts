/** The states of the lexer, and what the functions that read a token have in common. */

import type { TokenKind } from "../token.ts";
import { FIRST_STATE, LEXER_AT, LEXER_STATE, STATES_TOP } from "../layout.ts";
import { heap, heapBytes } from "../memory.ts";

export const CODE = 0;
export const STRING = 1;
export const INDENTED = 2;
/** Inside a path, behind something that may end it. */
export const IN_PATH = 3;
/** Inside a path, behind a slash. */
export const IN_PATH_AFTER_SLASH = 4;

/** What is returned where something was read that is no token. */
export const NOTHING: TokenKind = 255;

export function enter(state: number): void {
  heapBytes[heap[STATES_TOP]!] = heap[LEXER_STATE]!;
  heap[STATES_TOP]!++;
  heap[LEXER_STATE] = state;
}

export function leave(): void {
  // a brace that closes nothing leaves the outermost state alone
  if (heap[STATES_TOP] === heap[FIRST_STATE]) heap[LEXER_STATE] = CODE;
  else {
    heap[STATES_TOP]!--;
    heap[LEXER_STATE] = heapBytes[heap[STATES_TOP]!]!;
  }
}

/** Takes some bytes as a token. */
export function take(kind: TokenKind, length: number): TokenKind {
  heap[LEXER_AT]! += length;
  return kind;
}

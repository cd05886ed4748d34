/** The tokens of the file that was read last, where the lexer has left them. */

import { TOKEN_ENDS, TOKEN_KINDS, TOKEN_STARTS } from "./layout.ts";
import { heap, heapBytes } from "./memory.ts";
import type { TokenKind } from "./token.ts";

export function kindOfToken(token: number): TokenKind {
  return heapBytes[heap[TOKEN_KINDS]! + token]!;
}

export function startOfToken(token: number): number {
  return heap[heap[TOKEN_STARTS]! + token]!;
}

export function endOfToken(token: number): number {
  return heap[heap[TOKEN_ENDS]! + token]!;
}

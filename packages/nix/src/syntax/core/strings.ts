/** Strings and paths, with what is put into them. */

import { complainOfIncompletePath, complainOfUnclosedString } from "../complaints.ts";
import { NOTHING_ELSE } from "../expected.ts";
import { AT, COMPLAINED_AT, KIND } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Node from "../node.ts";
import * as Token from "../token.ts";
import { endOfToken, kindOfToken, startOfToken } from "../token-columns.ts";
import type { Ref } from "../tree.ts";
import { close, node1, open, push } from "./build.ts";
import { closeWith, isExplained, openBracket, unexpected } from "./complain.ts";
import { expression } from "./expressions.ts";
import { advance, enterBracket, leaveBracket, peek } from "./moving.ts";
import { byteAt } from "./scan.ts";

const SLASH = 47;

export function string(): Ref {
  const first = advance();
  const opened = open();
  while (heap[KIND] === Token.StringText || heap[KIND] === Token.DollarBrace) push(piece());
  if (heap[KIND] === Token.Quote) advance();
  else unclosedString(first);
  return close(Node.String, first, heap[AT]!, opened);
}

export function indentedString(): Ref {
  const first = advance();
  const opened = open();
  while (atIndentedPiece(heap[KIND]!)) push(piece());
  if (heap[KIND] === Token.IndentedClose) advance();
  else unclosedString(first);
  return close(Node.IndentedString, first, heap[AT]!, opened);
}

function atIndentedPiece(kind: Token.TokenKind): boolean {
  return kind === Token.IndentedText || kind === Token.IndentedEscape || kind === Token.DollarBrace;
}

function unclosedString(first: number): void {
  if (heap[KIND] !== Token.EndOfFile) unexpected(NOTHING_ELSE);
  else if (!isExplained()) {
    complainOfUnclosedString(first, heap[AT]!);
    heap[COMPLAINED_AT] = heap[AT]!;
  }
}

function piece(): Ref {
  return heap[KIND] === Token.DollarBrace ? interpolation() : ~advance();
}

export function interpolation(): Ref {
  const first = advance();
  openBracket(Token.CloseBrace);
  enterBracket();
  const inside = expression();
  leaveBracket();
  closeWith(Token.CloseBrace, first);
  return node1(Node.Interpolation, first, heap[AT]!, inside);
}

/** A path: its pieces stand side by side, without a blank between them. */
export function path(): Ref {
  const first = advance();
  if (!atPathPiece()) return ~first;
  const opened = open();
  push(~first);
  if (heap[KIND] === Token.PathText) checkSecondPiece();
  while (atPathPiece()) push(piece());
  return close(Node.InterpolatedPath, first, heap[AT]!, opened);
}

/** Nix has a literal piece behind the first one only where an antiquotation follows that. */
function checkSecondPiece(): void {
  const at = heap[AT]!;
  if (isPathPiece(Token.DollarBrace, at + 1)) return;
  const isLast = peek() !== Token.PathText;
  // a slash at the end of the last one was complained about
  if (isLast && byteAt(endOfToken(at) - 1) === SLASH) return;
  heap[COMPLAINED_AT] = at;
  complainOfIncompletePath(at, isLast);
}

function atPathPiece(): boolean {
  return heap[KIND] === Token.PathText || isPathPiece(Token.DollarBrace, heap[AT]!);
}

/** Whether a token is of a kind, with no blank before it. */
function isPathPiece(kind: Token.TokenKind, token: number): boolean {
  return kindOfToken(token) === kind && startOfToken(token) === endOfToken(token - 1);
}

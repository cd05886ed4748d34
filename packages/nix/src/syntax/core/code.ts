/** Tokens outside of strings and paths, but for names and for those of one byte. */

import { DIGIT } from "../bytes.ts";
import { complainOfPipe } from "../complaints.ts";
import { CLASSES, LEXER_AT, PIPE_OPERATORS, SOURCE_LENGTH } from "../layout.ts";
import { heap, heapBytes } from "../memory.ts";
import * as Token from "../token.ts";
import { float, number } from "./numbers.ts";
import { startPath, takePath } from "./paths.ts";
import * as scan from "./scan.ts";
import { CODE, enter, INDENTED, leave, NOTHING, STRING, take } from "./states.ts";

const BANG = 33;
const QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const STAR = 42;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const OPEN_BRACE = 123;
const BAR = 124;
const CLOSE_BRACE = 125;
const TILDE = 126;

/** The token that starts here with a byte. */
export function code(byte: number, start: number): Token.TokenKind {
  heap[LEXER_AT] = start;
  if ((heapBytes[CLASSES + byte]! & DIGIT) !== 0) return number(start);
  const next = scan.byteAt(start + 1);
  switch (byte) {
    case HASH:
      heap[LEXER_AT] = scan.lineComment(start, heap[SOURCE_LENGTH]!);
      return NOTHING;
    case OPEN_BRACE:
      enter(CODE);
      return take(Token.OpenBrace, 1);
    case CLOSE_BRACE:
      leave();
      return take(Token.CloseBrace, 1);
    case QUOTE:
      enter(STRING);
      return take(Token.Quote, 1);
    case APOSTROPHE:
      if (next !== APOSTROPHE) break;
      enter(INDENTED);
      heap[LEXER_AT] = scan.indentedOpen(start);
      return Token.IndentedOpen;
    case DOLLAR:
      if (next !== OPEN_BRACE) break;
      enter(CODE);
      return take(Token.DollarBrace, 2);
    case EQUALS:
      return next === EQUALS ? take(Token.Equal, 2) : take(Token.Assign, 1);
    case BANG:
      return next === EQUALS ? take(Token.NotEqual, 2) : take(Token.Not, 1);
    case GREATER:
      return next === EQUALS ? take(Token.GreaterEqual, 2) : take(Token.Greater, 1);
    case AMPERSAND:
      if (next !== AMPERSAND) break;
      return take(Token.And, 2);
    case BAR:
      if (next === BAR) return take(Token.Or, 2);
      if (next !== GREATER) break;
      return pipe(Token.PipeInto, start);
    case LESS:
      return less(next, start);
    case TILDE:
      if (!takeHomePath(next, start)) break;
      return startPath(Token.HomePath);
    case SLASH:
      if (next === STAR) return blockComment(start);
      if (takePath(start)) return startPath(Token.Path);
      return next === SLASH ? take(Token.Update, 2) : take(Token.Slash, 1);
    case MINUS:
      if (takePath(start)) return startPath(Token.Path);
      return next === GREATER ? take(Token.Implies, 2) : take(Token.Minus, 1);
    case PLUS:
      if (takePath(start)) return startPath(Token.Path);
      return next === PLUS ? take(Token.Concat, 2) : take(Token.Plus, 1);
    case DOT:
      return dot(next, start);
  }
  heap[LEXER_AT] = start;
  return take(Token.Invalid, 1);
}

function less(next: number, start: number): Token.TokenKind {
  const end = scan.searchPath(start);
  if (end > start) {
    heap[LEXER_AT] = end;
    return Token.SearchPath;
  }
  if (next === EQUALS) return take(Token.LessEqual, 2);
  return next === BAR ? pipe(Token.PipeFrom, start) : take(Token.Less, 1);
}

function takeHomePath(next: number, start: number): boolean {
  const isPiece = next === SLASH && scan.startsAntiquotation(start + 2);
  const end = isPiece ? start + 2 : scan.path(start, start + 1);
  heap[LEXER_AT] = end;
  return end > start;
}

/** A path, a float, `...` or `.`. */
function dot(next: number, start: number): Token.TokenKind {
  if (takePath(start)) return startPath(Token.Path);
  const floatEnd = scan.float(start);
  if (floatEnd > start) return float(start, floatEnd);
  const isEllipsis = next === DOT && scan.byteAt(start + 2) === DOT;
  return isEllipsis ? take(Token.Ellipsis, 3) : take(Token.Dot, 1);
}

function pipe(kind: Token.TokenKind, start: number): Token.TokenKind {
  if (heap[PIPE_OPERATORS] === 0) complainOfPipe(start, start + 2);
  return take(kind, 2);
}

function blockComment(start: number): Token.TokenKind {
  const length = heap[SOURCE_LENGTH]!;
  const end = scan.blockComment(start, length);
  heap[LEXER_AT] = end < 0 ? length : end;
  return end < 0 ? Token.UnclosedComment : NOTHING;
}

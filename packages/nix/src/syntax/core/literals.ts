/** Tokens inside of strings and paths. */

import { complainOfNullByte, complainOfTrailingSlash } from "../complaints.ts";
import { HAS_NULL, LEXER_AT, LEXER_STATE, SOURCE_LENGTH } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Token from "../token.ts";
import * as scan from "./scan.ts";
import { CODE, enter, IN_PATH, IN_PATH_AFTER_SLASH, INDENTED, leave, NOTHING, STRING, take } from "./states.ts";

const QUOTE = 34;
const SLASH = 47;

/** The token that starts here, with what `heap[LEXER_STATE]` says around it. */
export function literal(start: number): Token.TokenKind {
  heap[LEXER_AT] = start;
  const state = heap[LEXER_STATE]!;
  if (start >= heap[SOURCE_LENGTH]!) return endOfLiteral(start);
  if (scan.startsAntiquotation(start)) {
    // what follows an antiquotation may end a path
    if (state === IN_PATH_AFTER_SLASH) heap[LEXER_STATE] = IN_PATH;
    enter(CODE);
    return take(Token.DollarBrace, 2);
  }
  if (state === STRING) return inString(start);
  return state === INDENTED ? inIndented(start) : inPath(start);
}

/** The end of the file inside a string, or behind a path. */
function endOfLiteral(start: number): Token.TokenKind {
  if (heap[LEXER_STATE]! >= IN_PATH) return inPath(start);
  leave();
  return NOTHING;
}

function inString(start: number): Token.TokenKind {
  if (scan.byteAt(start) === QUOTE) {
    leave();
    return take(Token.Quote, 1);
  }
  const end = scan.stringText(start, heap[SOURCE_LENGTH]!);
  heap[LEXER_AT] = end;
  if (heap[HAS_NULL] !== 0 && scan.containsNull(start, end, true)) complainOfNullByte(start, end);
  return Token.StringText;
}

function inIndented(start: number): Token.TokenKind {
  const length = heap[SOURCE_LENGTH]!;
  const text = scan.indentedText(start, length);
  if (text > start) {
    heap[LEXER_AT] = text;
    if (heap[HAS_NULL] !== 0 && scan.containsNull(start, text, false)) complainOfNullByte(start, text);
    return Token.IndentedText;
  }
  const escape = scan.indentedEscape(start, length);
  if (escape > start) {
    heap[LEXER_AT] = escape;
    return Token.IndentedEscape;
  }
  leave();
  return take(Token.IndentedClose, 2);
}

function inPath(start: number): Token.TokenKind {
  const end = scan.pathText(start);
  if (end > start) {
    heap[LEXER_AT] = end;
    heap[LEXER_STATE] = scan.byteAt(end - 1) === SLASH ? IN_PATH_AFTER_SLASH : IN_PATH;
    return Token.PathText;
  }
  if (heap[LEXER_STATE] === IN_PATH_AFTER_SLASH) complainOfTrailingSlash(start);
  leave();
  return NOTHING;
}

/** Paths, and the names that are none. */

import { LETTER, PATH, URI_SCHEME } from "../bytes.ts";
import { LEXER_AT, PATH_RUN_END, SCHEME_END } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Token from "../token.ts";
import * as scan from "./scan.ts";
import { enter, IN_PATH, IN_PATH_AFTER_SLASH, NOTHING } from "./states.ts";

const SLASH = 47;
const COLON = 58;

/** The path or the URI that starts with a name, if one does. */
export function pathOrUri(group: number, start: number, nameEnd: number): Token.TokenKind {
  if (start >= heap[SCHEME_END]!) heap[SCHEME_END] = scan.skip(start, URI_SCHEME);
  if (scan.byteAt(heap[SCHEME_END]!) === COLON && (group & LETTER) !== 0) {
    const end = scan.uri(start);
    heap[LEXER_AT] = end;
    if (end > nameEnd) return Token.Uri;
  }
  return takePath(start) ? startPath(Token.Path) : NOTHING;
}

/** Moves behind the path, or the piece of one before an antiquotation, that starts here, if one does. */
export function takePath(start: number): boolean {
  if (start >= heap[PATH_RUN_END]!) heap[PATH_RUN_END] = scan.skip(start, PATH);
  heap[LEXER_AT] = start;
  const slash = heap[PATH_RUN_END]!;
  if (scan.byteAt(slash) !== SLASH) return false;
  let end = scan.path(start, slash);
  if (end === start) end = scan.pathBeforeAntiquotation(start, slash);
  heap[LEXER_AT] = end;
  return end > start;
}

/** Behind the first piece of a path. */
export function startPath(kind: Token.TokenKind): Token.TokenKind {
  enter(scan.byteAt(heap[LEXER_AT]! - 1) === SLASH ? IN_PATH_AFTER_SLASH : IN_PATH);
  return kind;
}

/**
 * Bytes to tokens. Nix's lexer is a generated one with a stack of states, and so is this one, written by hand: the
 * longest match wins, the earlier rule on a tie, and strings and paths have states of their own. The states are left
 * and entered by the lexer alone, so a whole file is turned into tokens before the parser looks at the first.
 */

import { BLANK, NAME, NAME_START } from "../bytes.ts";
import {
  BEHIND,
  CLASSES,
  FIRST_KEYWORDS,
  FIRST_STATE,
  KEYWORDS,
  LEXER_AT,
  LEXER_STATE,
  PATH_RUN_END,
  SCHEME_END,
  SINGLES,
  STATES_TOP,
  TOKEN_COUNT,
  TOKEN_ENDS,
  TOKEN_KINDS,
  TOKEN_STARTS,
} from "../layout.ts";
import { heap, heapBytes } from "../memory.ts";
import * as Token from "../token.ts";
import { code } from "./code.ts";
import { literal } from "./literals.ts";
import { pathOrUri } from "./paths.ts";
import { byteAt, skip } from "./scan.ts";
import { CODE, NOTHING } from "./states.ts";

const PLUS = 43;
const DOT = 46;
const SLASH = 47;
const COLON = 58;

export function readTokens(): void {
  heap[LEXER_STATE] = CODE;
  heap[STATES_TOP] = heap[FIRST_STATE]!;
  heap[PATH_RUN_END] = 0;
  heap[SCHEME_END] = 0;
  const kinds = heap[TOKEN_KINDS]!;
  const starts = heap[TOKEN_STARTS]!;
  const ends = heap[TOKEN_ENDS]!;
  let count = 0;
  let at = 0;
  for (;;) {
    let start = at;
    let kind = NOTHING;
    if (heap[LEXER_STATE] === CODE) {
      start = skip(at, BLANK);
      const byte = byteAt(start);
      const group = heapBytes[CLASSES + byte]!;
      kind = heapBytes[SINGLES + byte]!;
      at = start + 1;
      if ((group & NAME_START) !== 0) {
        at = skip(at, NAME);
        const next = byteAt(at);
        // a name that goes on like a path or a URI may be the start of one
        const mayGoOn = next === SLASH || next === DOT || next === PLUS || next === COLON;
        kind = mayGoOn ? pathOrUri(group, start, at) : NOTHING;
        if (kind === NOTHING) kind = keywordOrName(start, at);
        else at = heap[LEXER_AT]!;
      } else if (kind === 0) {
        // Nix takes a NUL byte for the end of the file
        if (byte === 0) {
          at = start;
          break;
        }
        kind = code(byte, start);
        at = heap[LEXER_AT]!;
        if (kind === Token.Invalid && count > 0 && goesOn(kinds + count - 1, ends + count - 1, start)) {
          heap[ends + count - 1] = at;
          kind = NOTHING;
        }
      }
    } else {
      kind = literal(start);
      at = heap[LEXER_AT]!;
    }
    if (kind !== NOTHING) {
      heapBytes[kinds + count] = kind;
      heap[starts + count] = start;
      heap[ends + count] = at;
      count++;
    }
  }
  heap[starts + count] = at;
  heap[ends + count] = at;
  // the parser looks at some kinds behind this one
  heapBytes.fill(Token.EndOfFile, kinds + count, kinds + count + BEHIND);
  heap[TOKEN_COUNT] = count + 1;
}

/** A run of bytes that start no token, the bytes of one character among them, is one token. */
function goesOn(lastKind: number, lastEnd: number, start: number): boolean {
  return heapBytes[lastKind] === Token.Invalid && heap[lastEnd] === start;
}

function keywordOrName(start: number, end: number): Token.TokenKind {
  const length = end - start;
  // most names are told from keywords by their first byte
  let place = heapBytes[FIRST_KEYWORDS + byteAt(start)]!;
  while (place !== 0) {
    if (heapBytes[KEYWORDS + place + 2] === length && isKeyword(KEYWORDS + 3 + place, start, length)) {
      return heapBytes[KEYWORDS + place + 1]!;
    }
    place = heapBytes[KEYWORDS + place]!;
  }
  return Token.Identifier;
}

function isKeyword(letters: number, start: number, length: number): boolean {
  for (let index = 1; index < length; index++) {
    if (heapBytes[letters + index] !== byteAt(start + index)) return false;
  }
  return true;
}

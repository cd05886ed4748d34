/** Numbers, and the paths that begin like one. */

import { DIGIT, PATH } from "../bytes.ts";
import { checkFloat, checkInteger } from "../complaints.ts";
import { LEXER_AT } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Token from "../token.ts";
import { startPath, takePath } from "./paths.ts";
import * as scan from "./scan.ts";

const SLASH = 47;
const ZERO = 48;
/** Of so many digits, no integer is too large. */
const SURE_DIGITS = 18;
/** Of so many bytes, no float without an exponent is too large or too small. */
const SURE_BYTES = 300;

export function number(start: number): Token.TokenKind {
  const end = scan.skip(start, DIGIT);
  if (scan.isIn(end, PATH) || scan.byteAt(end) === SLASH) {
    const floatEnd = scan.float(start);
    if (takePath(start) && heap[LEXER_AT]! > floatEnd) return startPath(Token.Path);
    if (floatEnd > end) return float(start, floatEnd);
  }
  heap[LEXER_AT] = end;
  if (end - start > SURE_DIGITS) checkInteger(start, end);
  return Token.Integer;
}

export function float(start: number, end: number): Token.TokenKind {
  heap[LEXER_AT] = end;
  if (end - start > SURE_BYTES || hasExponent(start, end)) checkFloat(start, end);
  return Token.Float;
}

function hasExponent(start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (scan.byteAt(at) > ZERO + 9) return true;
  return false;
}

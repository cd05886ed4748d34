/** Literal (`|`) and folded (`>`) scalars. */

import { type Cursor, isBlank, isBreak, isBreakOrEnd } from "./cursor.ts";
import { scanLineComment } from "./scan-comments.ts";
import type { Scan, Token } from "./token.ts";

export function scanBlockScalar(scan: Scan): Token {
  const { cursor } = scan;
  const start = cursor.mark();
  const style = cursor.read() === "|" ? "literal" : "folded";
  const { chomping, increment } = readIndicators(cursor);
  cursor.skipBlanks();
  if (cursor.peek() === "#") scanLineComment(scan, start);
  if (!isBreakOrEnd(cursor.peek())) cursor.fail("a comment or the end of the line was expected here");
  if (isBreak(cursor.peek())) cursor.readBreak();

  const given = increment > 0 ? Math.max(0, scan.indent) + increment : 0;
  const { breaks: leading, indent } = readBreaks(cursor, given, scan.indent);
  let breaks = leading;
  let text = "";
  let lineBreak = "";
  let afterBlank = false;
  while (cursor.column === indent && cursor.peek() !== "") {
    const blank = isBlank(cursor.peek());
    if (style === "folded" && lineBreak === "\n" && !afterBlank && !blank) text += breaks === "" ? " " : "";
    else text += lineBreak;
    text += breaks;
    afterBlank = blank;
    while (!isBreakOrEnd(cursor.peek())) text += cursor.read();
    lineBreak = isBreak(cursor.peek()) ? cursor.readBreak() : "";
    ({ breaks } = readBreaks(cursor, indent, scan.indent));
  }
  if (chomping !== "-") text += lineBreak;
  if (chomping === "+") text += breaks;
  return { type: "scalar", start, text, style };
}

function readIndicators(cursor: Cursor): { readonly chomping: string; readonly increment: number } {
  let chomping = "";
  let increment = "";
  for (let count = 0; count < 2; count++) {
    const character = cursor.peek();
    if (chomping === "" && /^[+-]$/.test(character)) chomping = cursor.read();
    else if (increment === "" && /^[0-9]$/.test(character)) increment = cursor.read();
  }
  if (increment === "0") cursor.fail("an indentation of 0 is not allowed here");
  return { chomping, increment: Number(increment) };
}

/** Takes empty lines and the indentation of the next one. Without an indentation given, finds out which it is. */
function readBreaks(
  cursor: Cursor,
  given: number,
  outer: number,
): { readonly breaks: string; readonly indent: number } {
  let breaks = "";
  let widest = 0;
  for (;;) {
    while ((given === 0 || cursor.column < given) && cursor.peek() === " ") cursor.read();
    widest = Math.max(widest, cursor.column);
    if ((given === 0 || cursor.column < given) && cursor.peek() === "\t") {
      cursor.fail("there is a tab where spaces are expected");
    }
    if (!isBreak(cursor.peek())) break;
    breaks += cursor.readBreak();
  }
  return { breaks, indent: given === 0 ? Math.max(widest, outer + 1, 1) : given };
}

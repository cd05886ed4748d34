/**
 * Comments, and what they belong to, as Go's YAML library sees it: to the head of what follows, to the foot of what
 * came before (if it touches that and an empty line follows, or if it is indented less), or to the line that it ends.
 */

import { isBlank, isBreak, isBreakOrEnd, type Mark } from "./cursor.ts";
import type { Scan } from "./token.ts";

/** How far the library looks ahead for a comment. */
const LOOKAHEAD = 512;

/** A comment behind what has just been scanned belongs to the token at `token`. */
export function scanLineComment({ cursor, comments }: Scan, token: Mark): void {
  if (cursor.newlines > 0) return;
  let ahead = 0;
  while (ahead < LOOKAHEAD && isBlank(cursor.peek(ahead))) ahead++;
  if (cursor.peek(ahead) !== "#") return;
  const start = { index: cursor.index + ahead, line: cursor.line, column: cursor.column + ahead };
  comments.push({ kind: "line", text: cursor.readLineFrom(start.index), token: token.index, start });
}

/** Takes the comments from a `#` to the next token. Stays at the end of the last one. */
export function scanComments(scan: Scan, begin: Mark): void {
  const { cursor, comments } = scan;
  const previous = tokenBefore(scan);
  const indent = Math.max(0, scan.indent);
  const footLine = lineOfFoot(scan, begin);
  let searched = begin;
  let token = previous?.start.index ?? 0;
  let start: Mark = { index: 0, line: 0, column: 0 };
  let text = "";
  let { line, column } = cursor;
  // whether the line above is empty, and whether no empty line has been met at all
  let belowEmpty = false;
  let untilEmpty = cursor.newlines <= 1;
  let ahead = 0;

  const giveToFoot = (): void => {
    const end = { index: cursor.index + ahead, line, column };
    comments.push({ kind: "foot", text, token, start, end, searched });
    searched = end;
    token = end.index;
    text = "";
  };

  for (; ahead < LOOKAHEAD; ahead++) {
    column++;
    const character = cursor.peek(ahead);
    if (isBlank(character)) continue;
    const closesFlow = scan.flowLevel > 0 && (character === "]" || character === "}");
    if (closesFlow || isBreakOrEnd(character)) {
      const dedented = start.column - 1 < indent;
      const touches = start.line === footLine && previous?.type !== "value";
      if (closesFlow || (!belowEmpty && untilEmpty && (touches || dedented))) {
        if (text !== "") {
          // a comment that is indented less has nothing to do with the token before it
          if (dedented) token = start.index;
          giveToFoot();
        }
      } else if (!belowEmpty && text !== "" && character !== "") text += "\n";
      if (!isBreak(character)) break;
      untilEmpty = false;
      belowEmpty = true;
      column = 0;
      line++;
      continue;
    }
    if (text !== "" && column - 1 < indent && column !== start.column) giveToFoot();
    if (character !== "#") break;
    if (text === "") start = { index: cursor.index + ahead, line, column };
    else text += "\n";
    belowEmpty = false;
    text += cursor.readLineFrom(cursor.index + ahead);
    // the library goes on behind the first character of the line break, which matters where the break has two
    ahead = 0;
    column = 0;
    line = cursor.line;
  }
  if (text === "") return;
  const end = { index: cursor.index + ahead - 1, line, column };
  comments.push({ kind: "head", text, token: start.index, start, end, searched });
}

function tokenBefore({ tokens }: Scan): Scan["tokens"][number] | undefined {
  const last = tokens.at(-1);
  return last?.type === "flow-entry" && tokens.length > 1 ? tokens.at(-2) : last;
}

/** The line on which a comment must start to touch what came before. */
function lineOfFoot({ cursor }: Scan, begin: Mark): number {
  if (begin.line === 0) return -1;
  const line = cursor.line - cursor.newlines + 1;
  return cursor.newlines === 0 && cursor.column > 1 ? line + 1 : line;
}

/** Scalars that may span lines by folding: plain ones and those between quotes. */

import { type Cursor, isBlank, isBlankOrEnd, isBreak } from "./cursor.ts";
import type { Scan, Token } from "./token.ts";

/** Scans a plain scalar. Also says whether a line break followed it, behind which a key may stand. */
export function scanPlainScalar({ cursor, indent, flowLevel }: Scan): {
  readonly token: Token;
  readonly broke: boolean;
} {
  const start = cursor.mark();
  let text = "";
  let space = new Space();
  while (!cursor.atDocumentMark() && cursor.peek() !== "#") {
    while (!isBlankOrEnd(cursor.peek()) && !endsPlain(cursor, flowLevel)) {
      text += space.folded() + cursor.read();
      space = new Space();
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break;
    space.take(cursor, (column) => {
      if (column < indent + 1) cursor.fail("there is a tab where spaces are expected");
    });
    if (flowLevel === 0 && cursor.column < indent + 1) break;
  }
  return { token: { type: "scalar", start, text, style: "plain" }, broke: space.broke };
}

export function scanQuotedScalar({ cursor }: Scan): Token {
  const start = cursor.mark();
  const quote = cursor.read();
  const style = quote === "'" ? "single" : "double";
  let text = "";
  for (;;) {
    if (cursor.atDocumentMark()) cursor.fail("a document ends within a quoted text", start.line);
    if (cursor.peek() === "") cursor.fail("a quoted text has no end", start.line);
    let joined = false;
    while (!isBlankOrEnd(cursor.peek()) && !joined) {
      if (quote === "'" && cursor.startsWith("''")) {
        cursor.read();
        text += cursor.read();
      } else if (cursor.peek() === quote) break;
      else if (quote === '"' && cursor.peek() === "\\") {
        joined = isBreak(cursor.peek(1));
        text += readEscape(cursor);
      } else text += cursor.read();
    }
    if (cursor.peek() === quote && !joined) break;
    const space = new Space(joined);
    space.take(cursor);
    text += space.folded();
  }
  cursor.read();
  return { type: "scalar", start, text, style };
}

function endsPlain(cursor: Cursor, flowLevel: number): boolean {
  if (cursor.peek() === ":" && isBlankOrEnd(cursor.peek(1))) return true;
  return flowLevel > 0 && ",?[]{}".includes(cursor.peek());
}

/** White space within a scalar: blanks count within a line, and the breaks between lines are folded. */
class Space {
  broke: boolean;
  private blanks = "";
  private first = "";
  private more = "";

  /** With an escaped line break before it, which gives nothing itself. */
  constructor(joined = false) {
    this.broke = joined;
  }

  take(cursor: Cursor, onTab: (column: number) => void = () => {}): void {
    while (isBlank(cursor.peek()) || isBreak(cursor.peek())) {
      if (isBlank(cursor.peek())) {
        if (this.broke && cursor.peek() === "\t") onTab(cursor.column);
        const blank = cursor.read();
        if (!this.broke) this.blanks += blank;
      } else if (this.broke) this.more += cursor.readBreak();
      else {
        this.broke = true;
        this.first = cursor.readBreak();
      }
    }
  }

  folded(): string {
    if (!this.broke) return this.blanks;
    if (this.first !== "\n") return this.first + this.more;
    return this.more === "" ? " " : this.more;
  }
}

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "'": "'",
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

const digitsOf: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(cursor: Cursor): string {
  cursor.read();
  if (isBreak(cursor.peek())) {
    cursor.readBreak();
    return "";
  }
  const name = cursor.read();
  const count = digitsOf[name];
  if (count === undefined) return escapes[name] ?? cursor.fail("there is an escape that YAML does not have");
  const digits = Array.from({ length: count }, () => (cursor.peek() === "" ? "" : cursor.read())).join("");
  if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < count) cursor.fail("hexadecimal digits were expected here");
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) cursor.fail("there is no such character in Unicode");
  return String.fromCodePoint(code);
}

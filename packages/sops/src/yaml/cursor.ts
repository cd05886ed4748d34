/** A place in a text that moves forward, and what Go's YAML library counts while it moves. */

import { sopsError } from "../error.ts";

export interface Mark {
  readonly index: number;
  /** Both count from zero. */
  readonly line: number;
  readonly column: number;
}

export class Cursor {
  readonly text: string;
  index = 0;
  line = 0;
  column = 0;
  /** Line breaks since the last character that was neither a blank nor a break. */
  newlines = 0;

  constructor(text: string) {
    this.text = text;
  }

  mark(): Mark {
    return { index: this.index, line: this.line, column: this.column };
  }

  /** The character so many places ahead; the empty text behind the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.index + ahead);
  }

  startsWith(word: string): boolean {
    return this.text.startsWith(word, this.index);
  }

  /** Takes one character that is no line break. */
  read(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.index) ?? 0);
    if (!isBlank(character)) this.newlines = 0;
    this.index += character.length;
    this.column++;
    return character;
  }

  /** Takes a line break and gives it as YAML reads it: what two systems write as one line feed is one line feed. */
  readBreak(): string {
    const character = this.peek();
    this.index += this.startsWith("\r\n") ? 2 : 1;
    this.column = 0;
    this.line++;
    this.newlines++;
    return character === "\u2028" || character === "\u2029" ? character : "\n";
  }

  /** Takes the rest of the line, from `start` on, which may be ahead. */
  readLineFrom(start: number): string {
    let text = "";
    for (;;) {
      if (isBreakOrEnd(this.peek())) {
        if (this.index >= start) return text;
        this.readBreak();
      } else if (this.index >= start) text += this.read();
      else this.read();
    }
  }

  skipBlanks(): void {
    while (isBlank(this.peek())) this.read();
  }

  /** Whether `---` or `...` stands here and starts or ends a document. */
  atDocumentMark(): boolean {
    return this.column === 0 && (this.startsWith("---") || this.startsWith("...")) && isBlankOrEnd(this.peek(3));
  }

  /** An error at a place, which says what was expected and quotes nothing. */
  fail(problem: string, line = this.line): never {
    throw sopsError("sops-yaml", line + 1, problem);
  }
}

export function isBlank(character: string): boolean {
  return character === " " || character === "\t";
}

export function isBreak(character: string): boolean {
  return (
    character === "\n" || character === "\r" || character === "\x85" || character === "\u2028" || character === "\u2029"
  );
}

export function isBreakOrEnd(character: string): boolean {
  return character === "" || isBreak(character);
}

export function isBlankOrEnd(character: string): boolean {
  return isBlank(character) || isBreakOrEnd(character);
}

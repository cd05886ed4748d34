/**
 * The tokens of JSON. Beside the token itself this keeps what Nix's errors tell: how far has been read, and since where.
 * The library that Nix reads JSON with reads one byte at a time, and counts the end of the text as one more.
 */

import { encodeScalar, sequenceEnd } from "../../../syntax/utf8.ts";

export const BEGIN_OBJECT = 0;
export const END_OBJECT = 1;
export const BEGIN_ARRAY = 2;
export const END_ARRAY = 3;
export const COLON = 4;
export const COMMA = 5;
export const TRUE = 6;
export const FALSE = 7;
export const NULL = 8;
export const STRING = 9;
export const INTEGER = 10;
export const FLOAT = 11;
export const END_OF_TEXT = 12;
export const PROBLEM = 13;

export type JsonToken = number;

/** What errors call the tokens. */
export const tokenNames: readonly string[] = [
  "'{'",
  "'}'",
  "'['",
  "']'",
  "':'",
  "','",
  "true literal",
  "false literal",
  "null literal",
  "string literal",
  "number literal",
  "number literal",
  "end of input",
];

const QUOTE = 34;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const BACKSLASH = 92;
const LINE_FEED = 10;

export class JsonTokens {
  readonly #text: string;
  /** How much has been read; one more than the length where the end has been read as well. */
  #read = 0;
  /** What errors quote starts here: the last string or number. */
  #quoted = 0;
  /** A number has been read up to here, and what ends it is still to be read. */
  #ungot = false;
  /** Of a string, what it stands for; of a number, how it is written. */
  value = "";
  /** What is wrong with a {@link PROBLEM}. */
  problem = "";

  constructor(text: string) {
    this.#text = text;
  }

  next(): JsonToken {
    const text = this.#text;
    this.#ungot = false;
    let at = this.#read;
    if (at === 0 && text.charCodeAt(0) === 0xef) {
      if (text.charCodeAt(1) !== 0xbb) return this.#fail(1, BAD_MARK);
      if (text.charCodeAt(2) !== 0xbf) return this.#fail(2, BAD_MARK);
      at = 3;
    }
    let byte = text.charCodeAt(at);
    while (byte === 32 || byte === 9 || byte === LINE_FEED || byte === 13) byte = text.charCodeAt(++at);
    this.#read = at + 1;
    switch (byte) {
      case QUOTE:
        return this.#string(at);
      case 44:
        return COMMA;
      case 58:
        return COLON;
      case 91:
        return BEGIN_ARRAY;
      case 93:
        return END_ARRAY;
      case 123:
        return BEGIN_OBJECT;
      case 125:
        return END_OBJECT;
      case 102:
        return this.#word(at, "false", FALSE);
      case 110:
        return this.#word(at, "null", NULL);
      case 116:
        return this.#word(at, "true", TRUE);
      default:
        if (byte === MINUS || (byte >= ZERO && byte <= NINE)) return this.#number(at);
        if (at < text.length && byte !== 0) return this.#fail(at, "invalid literal");
        return END_OF_TEXT;
    }
  }

  /** All that has been read since the last string or number began, control characters made visible. */
  get quote(): string {
    return this.#text
      .slice(this.#quoted, this.#read)
      .replaceAll(/[\0-\u001F]/g, (byte) => `<U+${hex(byte.charCodeAt(0))}>`);
  }

  /** `line 2, column 7`, of the last byte that has been read. */
  get position(): string {
    const read = this.#text.slice(0, this.#read);
    const lines = read.split("\n").length;
    const column = this.#read - (read.lastIndexOf("\n") + 1);
    // A line feed behind a number has been read and given back, the column it had reset has not.
    const isGivenBack = this.#ungot && this.#text.charCodeAt(this.#read) === LINE_FEED;
    return `line ${lines}, column ${isGivenBack ? 0 : column}`;
  }

  /** A problem that shows at an offset. */
  #fail(at: number, problem: string): JsonToken {
    this.#read = at + 1;
    this.problem = problem;
    return PROBLEM;
  }

  #word(start: number, word: string, token: JsonToken): JsonToken {
    for (let index = 1; index < word.length; index++) {
      if (this.#text.charCodeAt(start + index) !== word.charCodeAt(index)) {
        return this.#fail(start + index, "invalid literal");
      }
    }
    this.#read = start + word.length;
    return token;
  }

  #number(start: number): JsonToken {
    const text = this.#text;
    this.#quoted = start;
    let token = INTEGER;
    let at = start;
    if (text.charCodeAt(at) === MINUS && !isDigit(text.charCodeAt(++at))) {
      return this.#fail(at, "invalid number; expected digit after '-'");
    }
    at = text.charCodeAt(at) === ZERO ? at + 1 : this.#digits(at);
    if (text.charCodeAt(at) === DOT) {
      token = FLOAT;
      if (!isDigit(text.charCodeAt(++at))) return this.#fail(at, "invalid number; expected digit after '.'");
      at = this.#digits(at);
    }
    if (text[at] === "e" || text[at] === "E") {
      token = FLOAT;
      at++;
      const signed = text[at] === "+" || text[at] === "-";
      if (signed) at++;
      if (!isDigit(text.charCodeAt(at))) {
        const expected = signed ? "expected digit after exponent sign" : "expected '+', '-', or digit after exponent";
        return this.#fail(at, `invalid number; ${expected}`);
      }
      at = this.#digits(at);
    }
    this.#read = at;
    this.#ungot = true;
    this.value = text.slice(start, at);
    return token;
  }

  #digits(start: number): number {
    let at = start;
    while (isDigit(this.#text.charCodeAt(at))) at++;
    return at;
  }

  #string(start: number): JsonToken {
    const text = this.#text;
    this.#quoted = start;
    let value = "";
    let copied = start + 1;
    for (let at = copied; ;) {
      const byte = text.charCodeAt(at);
      if (byte === QUOTE) {
        this.value = value + text.slice(copied, at);
        this.#read = at + 1;
        return STRING;
      }
      if (byte === BACKSLASH) {
        value += text.slice(copied, at);
        const end = this.#escape(at);
        if (end < 0) return PROBLEM;
        value += this.#escaped;
        copied = at = end;
      } else if (byte >= 0x80) {
        at = sequenceEnd(text, at);
        if (at < 0) return this.#fail(~at, "invalid string: ill-formed UTF-8 byte");
      } else if (byte >= 0x20) {
        at++;
      } else if (at >= text.length) {
        return this.#fail(at, "invalid string: missing closing quote");
      } else {
        return this.#fail(at, controlProblem(byte));
      }
    }
  }

  /** What the escape that has been read last stands for. */
  #escaped = "";

  /** The end of an escape; -1 if it is none. */
  #escape(start: number): number {
    const letter = this.#text[start + 1];
    const simple = letter === undefined ? undefined : escapes.get(letter);
    if (simple !== undefined) {
      this.#escaped = simple;
      return start + 2;
    }
    if (letter !== "u") return this.#failEscape(start + 1, "forbidden character after backslash");
    const first = this.#codeUnit(start + 2);
    if (first === undefined) return -1;
    if (first < 0xd800 || first > 0xdfff) {
      this.#escaped = encodeScalar(first);
      return start + 6;
    }
    if (first > 0xdbff) {
      return this.#failEscape(start + 5, "surrogate U+DC00..U+DFFF must follow U+D800..U+DBFF");
    }
    if (this.#text[start + 6] !== "\\") return this.#failEscape(start + 6, LONE_SURROGATE);
    if (this.#text[start + 7] !== "u") return this.#failEscape(start + 7, LONE_SURROGATE);
    const second = this.#codeUnit(start + 8);
    if (second === undefined) return -1;
    if (second < 0xdc00 || second > 0xdfff) return this.#failEscape(start + 11, LONE_SURROGATE);
    this.#escaped = encodeScalar(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
    return start + 12;
  }

  #codeUnit(start: number): number | undefined {
    for (let at = start; at < start + 4; at++) {
      if (!/^[0-9A-Fa-f]$/.test(this.#text[at] ?? "")) {
        this.#failEscape(at, "'\\u' must be followed by 4 hex digits");
        return undefined;
      }
    }
    return Number.parseInt(this.#text.slice(start, start + 4), 16);
  }

  #failEscape(at: number, problem: string): -1 {
    this.#fail(at, `invalid string: ${problem}`);
    return -1;
  }
}

const BAD_MARK = "invalid BOM; must be 0xEF 0xBB 0xBF if given";
const LONE_SURROGATE = "surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF";

const escapes = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

const controlNames =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US";

const shortEscapes = new Map([
  [8, "b"],
  [9, "t"],
  [10, "n"],
  [12, "f"],
  [13, "r"],
]);

function controlProblem(byte: number): string {
  const short = shortEscapes.get(byte);
  const escape = `\\u${hex(byte)}${short === undefined ? "" : ` or \\${short}`}`;
  return `invalid string: control character U+${hex(byte)} (${controlNames.split(" ")[byte]}) must be escaped to ${escape}`;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(4, "0");
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

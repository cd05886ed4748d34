/**
 * Reads what most JSON is, in one go and right into the evaluator's memory: short integers, no floats, no name twice
 * in an object. Of 20,000 names that takes half the time that it takes if JavaScript makes an object of them first. Whatever
 * is written in another way, or wrongly, is left to others, who also say what is wrong with it.
 */

import { FALSE, type Handle, integer, NULL, TRUE } from "../../../eval/memory/heap.ts";
import {
  beginGathering,
  forgetGathered,
  gather,
  gatherAttr,
  gatheredAttrs,
  gatheredCount,
  gatheredList,
} from "../../../eval/memory/gather.ts";
import { string, symbols } from "../../../eval/memory/strings.ts";
import { shapeOfSet } from "../../../eval/memory/values.ts";
import { sequenceEnd } from "../utf8.ts";

/** The value of plain JSON; nothing if it is not plain, or wrong. */
export function readPlainJson(text: string): Handle | undefined {
  const mark = beginGathering();
  const reader = new PlainReader(text);
  const value = reader.value(0);
  if (value !== NOT_PLAIN && reader.isAtEnd()) return value;
  forgetGathered(mark);
  return undefined;
}

/** No value has this handle. */
const NOT_PLAIN: Handle = -1;

/** What is nested deeper is read without a stack. */
const MOST_LEVELS = 500;
const MOST_DIGITS = 15;
/** How many words a gathered attribute takes. */
const ATTR_WORDS = 3;

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const SMALL_U = 0x75;
const OPEN_SET = 0x7b;
const CLOSE_SET = 0x7d;

/** What a string may not have in it as it is, or may only be part of a longer character. */
const STRANGE = /[^\n\u0020-\u005b\u005d-\u007e]/u;

class PlainReader {
  readonly #text: string;
  #at = 0;
  /** Whether only an end of line could be wrong in a string, as in most data: then V8 finds the ends of strings. */
  readonly #isSimple: boolean;
  /** The next end of a line, or where the one was that was found last. */
  #endOfLine = -1;

  constructor(text: string) {
    this.#text = text;
    this.#isSimple = !STRANGE.test(text);
  }

  isAtEnd(): boolean {
    return Number.isNaN(this.#next());
  }

  value(level: number): Handle {
    const byte = this.#next();
    if (byte === QUOTE) return this.#string();
    if (byte === OPEN_SET) return this.#set(level);
    if (byte === OPEN_LIST) return this.#list(level);
    if (byte === MINUS || (byte >= ZERO && byte <= NINE)) return this.#integer();
    return this.#constant();
  }

  /** The next byte that is no blank; not a number at the end. */
  #next(): number {
    for (;;) {
      const byte = this.#text.charCodeAt(this.#at);
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.#at++;
    }
  }

  #set(level: number): Handle {
    this.#at++;
    const gathering = beginGathering();
    if (this.#next() === CLOSE_SET) {
      this.#at++;
      return gatheredAttrs(gathering);
    }
    if (level === MOST_LEVELS) return NOT_PLAIN;
    for (;;) {
      if (this.#next() !== QUOTE) return NOT_PLAIN;
      const start = this.#at + 1;
      const end = this.#endOfString();
      if (end < 0 || this.#next() !== COLON) return NOT_PLAIN;
      this.#at++;
      const symbol = symbols.ofPart(this.#text, start, end);
      const value = this.value(level + 1);
      if (value === NOT_PLAIN) return NOT_PLAIN;
      gatherAttr(symbol, value);
      const byte = this.#next();
      this.#at++;
      if (byte === COMMA) continue;
      if (byte !== CLOSE_SET) return NOT_PLAIN;
      const count = gatheredCount(gathering) / ATTR_WORDS;
      const set = gatheredAttrs(gathering);
      return shapeOfSet(set).symbols.length === count ? set : NOT_PLAIN;
    }
  }

  #list(level: number): Handle {
    this.#at++;
    const gathering = beginGathering();
    if (this.#next() === CLOSE_LIST) {
      this.#at++;
      return gatheredList(gathering);
    }
    if (level === MOST_LEVELS) return NOT_PLAIN;
    for (;;) {
      const value = this.value(level + 1);
      if (value === NOT_PLAIN) return NOT_PLAIN;
      gather(value);
      const byte = this.#next();
      this.#at++;
      if (byte === COMMA) continue;
      return byte === CLOSE_LIST ? gatheredList(gathering) : NOT_PLAIN;
    }
  }

  #string(): Handle {
    const start = this.#at + 1;
    const end = this.#endOfString();
    if (end >= 0) return string(this.#text.slice(start, end));
    return this.#escaped(start);
  }

  /** Goes behind the string that starts here, and tells where its content ends; -1 if it is not as it is written. */
  #endOfString(): number {
    const text = this.#text;
    let at = this.#at + 1;
    if (this.#isSimple) {
      const end = text.indexOf('"', at);
      if (this.#endOfLine < at) this.#endOfLine = endOfLine(text, at);
      if (end < 0 || end > this.#endOfLine) return -1;
      this.#at = end + 1;
      return end;
    }
    for (;;) {
      const byte = text.charCodeAt(at);
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) return -1;
      at = endOfCharacter(text, at);
      if (at < 0) return -1;
    }
    this.#at = at + 1;
    return at;
  }

  /** A string with escapes, other than those for characters by their number. */
  #escaped(start: number): Handle {
    const text = this.#text;
    let at = start;
    for (;;) {
      const byte = text.charCodeAt(at);
      if (byte === QUOTE) break;
      if (byte === BACKSLASH && text.charCodeAt(++at) === SMALL_U) return NOT_PLAIN;
      at = endOfCharacter(text, at);
      if (at < 0) return NOT_PLAIN;
    }
    this.#at = at + 1;
    try {
      return string(JSON.parse(text.slice(start - 1, at + 1)) as string);
    } catch {
      return NOT_PLAIN;
    }
  }

  #integer(): Handle {
    const text = this.#text;
    const isNegative = text.charCodeAt(this.#at) === MINUS;
    const start = isNegative ? this.#at + 1 : this.#at;
    let at = start;
    let number = 0;
    let byte = text.charCodeAt(at);
    for (; byte >= ZERO && byte <= NINE; byte = text.charCodeAt(++at)) number = number * 10 + (byte - ZERO);
    const digits = at - start;
    if (digits === 0 || digits > MOST_DIGITS || (digits > 1 && text.charCodeAt(start) === ZERO)) return NOT_PLAIN;
    // what follows a number and belongs to it makes a float of it
    if (byte === 0x2e || byte === 0x65 || byte === 0x45) return NOT_PLAIN;
    this.#at = at;
    return integer(isNegative ? 0 - number : number);
  }

  #constant(): Handle {
    const { length } = "true";
    const four = this.#text.slice(this.#at, this.#at + length);
    this.#at += length;
    if (four === "true") return TRUE;
    if (four === "null") return NULL;
    if (four === "fals" && this.#text[this.#at] === "e") {
      this.#at++;
      return FALSE;
    }
    return NOT_PLAIN;
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** The end of what may be in a string; negative for what may not, and where the text ends. */
function endOfCharacter(text: string, at: number): number {
  const byte = text.charCodeAt(at);
  if (byte < 0x80) return byte < 0x20 ? -1 : at + 1;
  return byte >= 0x80 ? sequenceEnd(text, at) : -1;
}

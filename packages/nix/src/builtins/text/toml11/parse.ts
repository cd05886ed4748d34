/**
 * A parser of TOML 1.0 by recursive descent. It agrees with the library that Nix 2.26 reads TOML with (toml11, version
 * 4) about what is TOML and what is wrong with what is not, and it agrees with it where it is more liberal than TOML: a
 * header may stand behind a value on one line. The library goes on after an error and reports what else it finds; here
 * the first is all.
 */

import * as grammar from "./grammar.ts";
import { insertElement, insertTable, insertValue } from "./insert.ts";
import { numberKind, type Read, readFloat, readInteger } from "./numbers.ts";
import { problemAt, TomlProblem, type TomlSource, unmatched } from "./problem.ts";
import { type Scanner, take } from "./scanner.ts";
import { readShortString, readString } from "./strings.ts";
import { readTimestamp } from "./timestamps.ts";
import { emptyTable, type TomlNode, type TomlTable } from "./value.ts";

/** Values may be nested so deeply; Nix's stack ends a little further on. */
const DEEPEST = 10_000;

/** More nesting than can be read. */
export class TomlTooDeep extends Error {}

/** The root table. @throws {TomlProblem} @throws {TomlTooDeep} */
export function parseToml(bytes: string, name: string): TomlTable {
  // what misses the end of its last line gets it; a carriage return there is an error that has to be seen
  const text = bytes === "" || /[\r\n]$/.test(bytes) ? bytes : `${bytes}\n`;
  return new Parser({ name, text }).document();
}

interface Key {
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

class Parser {
  readonly source: TomlSource;
  readonly text: string;
  at: number;
  #depth = 0;

  constructor(source: TomlSource) {
    this.source = source;
    this.text = source.text;
    this.at = source.text.startsWith("\xef\xbb\xbf") ? 3 : 0;
  }

  document(): TomlTable {
    const root = emptyTable("header");
    this.#leadingComments();
    this.#table(root);
    while (this.#skipSpace() && !this.#isAtEnd) this.#table(this.#header(root));
    return root;
  }

  get #isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Comments at the top are read by the line, so that a bad one is noticed as such. */
  #leadingComments(): void {
    const start = this.at;
    while (!this.#isAtEnd && this.#commentLine());
    this.at = start;
  }

  // ---- tables

  /** `[a.b]` or `[[a.b]]`: the table that follows. */
  #header(root: TomlTable): TomlTable {
    const start = this.at;
    const isElement = this.text.startsWith("[[", start);
    const end = (isElement ? grammar.arrayTableHeader : grammar.tableHeader).scan(this.text, start);
    if (end < 0) throw this.#badHeader(start);
    const keys = this.#headerKeys(start + (isElement ? 2 : 1));
    this.at = end;
    if (!this.#commentLine()) {
      take(grammar.blanks, this);
      if (!this.#isAtEnd && !take(grammar.newline, this)) {
        throw unmatched("toml::parse_file: newline (or EOF) expected", grammar.newline, this.source, this.at);
      }
    }
    const insertion = { source: this.source, keys, span: { start, end } };
    return isElement ? insertElement(root, insertion) : insertTable(root, insertion);
  }

  #headerKeys(start: number): readonly string[] {
    this.at = start;
    take(grammar.blanks, this);
    try {
      return this.#key().keys;
    } catch (error) {
      // the library tries to read a header again, behind the name that is wrong
      if (error instanceof TomlProblem) throw this.#badHeader(this.at);
      throw error;
    }
  }

  #badHeader(at: number): TomlProblem {
    return this.text.startsWith("[[", at)
      ? unmatched("toml::parse_file: invalid array-table key", grammar.arrayTableHeader, this.source, at)
      : unmatched("toml::parse_file: invalid table key", grammar.tableHeader, this.source, at);
  }

  /** Entries up to the next header. */
  #table(table: TomlTable): void {
    for (let isNewLine = true; !this.#isAtEnd; ) {
      const start = this.at;
      isNewLine = this.#skipSpace() === "lines" || isNewLine;
      if (this.#isAtEnd) return;
      if (this.text[this.at] === "[") {
        this.at = start;
        return;
      }
      if (!isNewLine) {
        const title = "toml::parse_table: newline (LF / CRLF) or EOF is expected";
        throw problemAt(title, this.source, this.at, "here");
      }
      const { keys, value } = this.#entry();
      isNewLine = this.#commentLine();
      insertValue(table, { source: this.source, keys: keys.keys, span: keys }, value);
    }
  }

  #entry(): { readonly keys: Key; readonly value: TomlNode } {
    const keys = this.#key();
    if (!take(grammar.equals, this)) {
      const title = "toml::parse_key_value_pair: invalid key value separator `=`";
      throw unmatched(title, grammar.equals, this.source, this.at);
    }
    return { keys, value: this.#value() };
  }

  #key(): Key {
    const start = this.at;
    const keys: string[] = [];
    do keys.push(this.#simpleKey());
    while (take(grammar.dot, this));
    return { keys, start, end: this.at };
  }

  #simpleKey(): string {
    const first = this.text[this.at];
    const start = this.at;
    if (first === '"' || first === "'") {
      const scanner = first === '"' ? grammar.basicString : grammar.literalString;
      // moves behind the string even if an escape in it stands for nothing
      take(scanner, this);
      return readShortString(this.source, start).text;
    }
    if (!take(grammar.bareKey, this)) {
      const title = "toml::parse_simple_key: invalid key: key must be \"quoted\", 'quoted-literal', or bare key.";
      const hint = "Hint: non-ASCII scripts are allowed in toml v1.1.0, but not in v1.0.0.\n";
      throw unmatched(title, grammar.bareKey, this.source, start, hint);
    }
    return this.text.slice(start, this.at);
  }

  // ---- values

  #value(): TomlNode {
    const start = this.at;
    if (this.text[start] === "[" || this.text[start] === "{") {
      if (++this.#depth > DEEPEST) throw new TomlTooDeep();
      const value = this.text[start] === "[" ? this.#array() : this.#inlineTable();
      this.#depth--;
      return { value, span: { start, end: this.at } };
    }
    const { value, end } = this.#scalar(start);
    this.at = end;
    return { value, span: { start, end } };
  }

  #scalar(at: number): Read {
    const first = this.text[at] ?? "";
    switch (first) {
      case '"':
      case "'": {
        const { text, end } = readString(this.source, at);
        return { value: { kind: "string", text }, end };
      }
      case "t":
      case "f": {
        const end = grammar.booleans.scan(this.text, at);
        if (end >= 0) return { value: { kind: "boolean", value: first === "t" }, end };
        const title = "invalid boolean: boolean must be `true` or `false`, in lowercase. string must be surrounded by `\"`";
        throw unmatched(`toml::parse_boolean: ${title}`, grammar.booleans, this.source, at);
      }
      case "T":
        throw this.#notLowercase("true", grammar.booleans);
      case "F":
        throw this.#notLowercase("false", grammar.booleans);
      case "i":
      case "I":
        if (this.text.startsWith("inf", at)) return readFloat(this.source, at);
        throw this.#notLowercase("inf", grammar.floating);
      case "n":
      case "N":
        if (this.text.startsWith("nan", at)) return readFloat(this.source, at);
        throw this.#notLowercase("nan", grammar.floating);
    }
    const kind = numberKind(this.source, at);
    if (kind === "integer") return readInteger(this.source, at);
    return kind === "float" ? readFloat(this.source, at) : readTimestamp(this.source, at, kind);
  }

  #notLowercase(word: string, scanner: Scanner): TomlProblem {
    const title = `toml::parse_value: \`${word}\` must be in lowercase. A string must be surrounded by quotes.`;
    return unmatched(title, scanner, this.source, this.at);
  }

  #array(): TomlNode["value"] {
    const elements: TomlNode[] = [];
    this.at++;
    this.#skipSpace();
    for (let isSeparated = true; !this.#isAtEnd && this.text[this.at] !== "]"; ) {
      if (!isSeparated) {
        const title = "toml::parse_array: expected value-separator `,` or closing `]`";
        throw problemAt(title, this.source, this.at, "here");
      }
      elements.push(this.#value());
      this.#skipSpace();
      isSeparated = this.#takeCharacter(",");
      this.#commentLine();
      if (isSeparated) this.#skipSpace();
    }
    if (!this.#takeCharacter("]")) {
      const title = "toml::parse_array: missing closing bracket `]`";
      throw problemAt(title, this.source, this.at, "expected `]`, reached EOF");
    }
    return { kind: "array", form: "inline", elements };
  }

  #inlineTable(): TomlNode["value"] {
    const table = emptyTable("inline");
    this.at++;
    take(grammar.blanks, this);
    for (let isSeparated = false, isEmpty = true; !this.#isAtEnd; isEmpty = false) {
      if (this.text[this.at] === "}") {
        if (!isSeparated) break;
        const title = "toml::parse_inline_table: trailing comma is not allowed in TOML-v1.0.0)";
        throw problemAt(title, this.source, this.at, "here");
      }
      if (!isSeparated && !isEmpty) {
        const title = "toml::parse_inline_table: expected value-separator `,` or closing `}`";
        throw problemAt(title, this.source, this.at, "here");
      }
      const { keys, value } = this.#entry();
      insertValue(table, { source: this.source, keys: keys.keys, span: keys }, value);
      take(grammar.blanks, this);
      isSeparated = this.#takeCharacter(",");
      take(grammar.blanks, this);
    }
    if (!this.#takeCharacter("}")) {
      const title = "toml::parse_inline_table: missing closing bracket `}`";
      throw problemAt(title, this.source, this.at, "expected `}`, reached line end");
    }
    return table;
  }

  // ---- between values

  #takeCharacter(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  /** Skips blanks, comments and line ends, and says whether there was an end of a line among them. */
  #skipSpace(): "blanks" | "lines" {
    let found: "blanks" | "lines" = "blanks";
    for (;;) {
      const byte = this.text[this.at];
      if (byte === " " || byte === "\t") this.at++;
      else if (take(byte === "#" ? grammar.commentLine : grammar.newline, this)) found = "lines";
      else return found;
    }
  }

  /** Skips a comment and the end of its line; stays if there is none. */
  #commentLine(): boolean {
    const hash = grammar.blanks.scan(this.text, this.at);
    const end = grammar.comment.scan(this.text, hash);
    if (end < 0) return false;
    this.at = end;
    if (!this.#isAtEnd && !take(grammar.newline, this)) throw this.#badComment();
    return true;
  }

  #badComment(): TomlProblem {
    // the library shows the line behind the one that is wrong
    const lineEnd = this.text.indexOf("\n", this.at + 1);
    return problemAt(
      "toml::parse_comment_line: newline (LF / CRLF) or EOF is expected",
      this.source,
      lineEnd < 0 ? this.text.length : lineEnd + 1,
      "but got this",
      "Hint: most of the control characters are not allowed in comments",
    );
  }
}

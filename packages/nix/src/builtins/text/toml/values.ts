/** Values of all kinds, and the pairs of keys and values that tables are made of. */

import { readTimestamp } from "./dates.ts";
import * as Grammar from "./grammar.ts";
import { readKey, type Key } from "./keys.ts";
import { emptyTable, type TomlNode, type TomlScalar } from "./node.ts";
import { readFloat, readInteger } from "./numbers.ts";
import { TomlProblem } from "./problem.ts";
import type { TomlReader } from "./reader.ts";
import { skipValue } from "./recovery.ts";
import { readString } from "./strings.ts";
import { insertValue } from "./tables.ts";
import { guessType } from "./types.ts";

/** `key = value`. Where there is no key or no `=`, nothing has been read when this throws. */
export function readKeyAndValue(reader: TomlReader): { readonly key: Key; readonly value: TomlNode } {
  const start = reader.at;
  let key: Key;
  try {
    key = readKey(reader);
    if (!reader.skip(Grammar.equals)) {
      throw reader.unexpected("toml::parse_key_value_pair: invalid key value separator `=`", Grammar.equals);
    }
  } catch (error) {
    reader.at = start;
    throw error;
  }
  return { key, value: readValue(reader) };
}

/** Reads a comment, and the end of the line that it ends with. Says whether there was one. */
export function readCommentLine(reader: TomlReader): boolean {
  const start = reader.at;
  reader.skipBlanks();
  if (!reader.skip(Grammar.comment)) {
    reader.at = start;
    return false;
  }
  if (reader.isAtEnd || reader.skip(Grammar.newline)) return true;
  do reader.advance();
  while (!reader.isAtEnd && reader.current !== "\n");
  reader.advance();
  throw reader.problem(
    "toml::parse_comment_line: newline (LF / CRLF) or EOF is expected",
    "but got this",
    "Hint: most of the control characters are not allowed in comments",
  );
}

/** Blanks, empty lines and comment lines. Says whether there was anything. */
export function skipSpacer(reader: TomlReader): { readonly isAny: boolean; readonly hasNewline: boolean } {
  let isAny = false;
  let hasNewline = false;
  while (!reader.isAtEnd) {
    if (reader.skip(Grammar.commentLine) || reader.skip(Grammar.newline)) hasNewline = true;
    else if (!reader.skip(Grammar.spaces) && !reader.skip(Grammar.tabs)) break;
    isAny = true;
  }
  return { isAny, hasNewline };
}

function readValue(reader: TomlReader): TomlNode {
  const type = guessType(reader);
  if (type instanceof TomlProblem) throw type;
  switch (type) {
    case "string":
      return readString(reader);
    case "array":
      return reader.nested(() => readArray(reader));
    case "table":
      return reader.nested(() => readInlineTable(reader));
    case "boolean":
      return readBoolean(reader);
    case "integer":
      return readInteger(reader);
    case "float":
      return readFloat(reader);
    default:
      return readTimestamp(reader, type);
  }
}

function readBoolean(reader: TomlReader): TomlScalar {
  const start = reader.at;
  const word = reader.take(Grammar.boolean);
  if (word !== undefined) return { kind: "boolean", value: word === "true", region: reader.since(start) };
  throw reader.unexpected(
    "toml::parse_boolean: invalid boolean: boolean must be `true` or `false`, in lowercase. " +
      'string must be surrounded by `"`',
    Grammar.boolean,
  );
}

function readArray(reader: TomlReader): TomlNode {
  const problemsBefore = reader.problems.length;
  const start = reader.at;
  const elements: TomlNode[] = [];
  reader.advance();
  skipSpacer(reader);
  let isSeparated = true;
  while (!reader.isAtEnd && reader.current !== "]") {
    if (!isSeparated) throw reader.problem("toml::parse_array: expected value-separator `,` or closing `]`");
    const isRead = reader.attempt(() => elements.push(readValue(reader)));
    if (isRead) {
      skipSpacer(reader);
      isSeparated = reader.skip(Grammar.comma);
      reader.attempt(() => readCommentLine(reader));
      if (isSeparated) skipSpacer(reader);
    } else {
      const skippedFrom = reader.at;
      skipValue(reader);
      if (reader.at === skippedFrom) break;
    }
  }
  if (reader.current !== "]") {
    throw reader.problem("toml::parse_array: missing closing bracket `]`", "expected `]`, reached EOF");
  }
  reader.advance();
  // The last problem is reported once more for each array around it.
  if (reader.problems.length !== problemsBefore) throw new TomlProblem(reader.problems.at(-1)!);
  return { kind: "array", elements, isOpen: false, region: reader.since(start) };
}

function readInlineTable(reader: TomlReader): TomlNode {
  const problemsBefore = reader.problems.length;
  const start = reader.at;
  const table = emptyTable("inline", reader.here);
  reader.advance();
  reader.skipBlanks();
  let isFirst = true;
  let isSeparated = false;
  while (!reader.isAtEnd) {
    if (reader.current === "}") {
      if (!isSeparated) break;
      throw reader.problem("toml::parse_inline_table: trailing comma is not allowed in TOML-v1.0.0)");
    }
    if (!isSeparated && !isFirst) {
      throw reader.problem("toml::parse_inline_table: expected value-separator `,` or closing `}`");
    }
    isFirst = false;
    let pair: ReturnType<typeof readKeyAndValue> | undefined;
    if (!reader.attempt(() => (pair = readKeyAndValue(reader)))) {
      while (!reader.isAtEnd && reader.current !== "}" && reader.current !== "\n") reader.advance();
      break;
    }
    if (reader.attempt(() => insertValue(table, pair!.key, pair!.value))) {
      reader.skipBlanks();
      isSeparated = reader.skip(Grammar.comma);
      reader.skipBlanks();
    } else {
      while (!reader.isAtEnd && !",\n}".includes(reader.current)) reader.advance();
      if (!reader.isAtEnd) isSeparated = reader.current === ",";
    }
  }
  if (reader.current !== "}") {
    throw reader.problem("toml::parse_inline_table: missing closing bracket `}`", "expected `}`, reached line end");
  }
  reader.advance();
  if (reader.problems.length > problemsBefore) throw new TomlProblem(reader.problems.pop()!);
  table.region = reader.since(start);
  return table;
}

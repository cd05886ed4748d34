/** A whole document: the pairs at its top, then table after table. */

import * as Grammar from "./grammar.ts";
import { readHeader } from "./keys.ts";
import { emptyTable, type TomlTable } from "./node.ts";
import { TomlProblem } from "./problem.ts";
import type { TomlReader } from "./reader.ts";
import { skipCommentBlock, skipKeyAndValue, skipToNextTable } from "./recovery.ts";
import { appendTable, insertValue, openTable } from "./tables.ts";
import { readCommentLine, readKeyAndValue, skipSpacer } from "./values.ts";

/** What the document holds. It is complete if the reader has no problems afterwards. */
export function readDocument(reader: TomlReader): TomlTable {
  const root = emptyTable("header", reader.here);
  if (reader.isAtEnd) return root;
  skipFirstComments(reader);
  readTable(reader, root);
  while (!reader.isAtEnd) readNextTable(reader, root);
  return root;
}

function skipFirstComments(reader: TomlReader): void {
  const start = reader.at;
  while (!reader.isAtEnd) {
    let isComment = false;
    if (!reader.attempt(() => (isComment = readCommentLine(reader)))) skipCommentBlock(reader);
    else if (!isComment) {
      if (!reader.skip(Grammar.emptyLine)) reader.at = start;
      return;
    }
  }
}

/** A header and all that belongs to it. */
function readNextTable(reader: TomlReader, root: TomlTable): void {
  skipSpacer(reader);
  const arrayHeader = readHeader(reader, 2);
  const header = arrayHeader ?? readHeader(reader, 1);
  if (header === undefined) {
    const isArray = reader.looksLike(Grammar.twoBrackets);
    const title = `toml::parse_file: invalid ${isArray ? "array-table" : "table"} key`;
    const scanner = isArray ? Grammar.arrayTableHeader : Grammar.tableHeader;
    reader.problems.push(reader.unexpected(title, scanner).problem);
    skipToNextTable(reader);
    return;
  }
  if (!reader.attempt(() => readHeaderEnd(reader))) {
    skipToNextTable(reader);
    return;
  }
  // Where a table cannot be opened, what is in it is read for its problems only.
  let table = emptyTable("header", header.region);
  reader.attempt(() => {
    table = arrayHeader === undefined ? openTable(root, header) : appendTable(root, header);
  });
  readTable(reader, table);
}

function readHeaderEnd(reader: TomlReader): void {
  if (readCommentLine(reader)) return;
  reader.skipBlanks();
  if (!reader.isAtEnd && !reader.skip(Grammar.newline)) {
    throw reader.unexpected("toml::parse_file: newline (or EOF) expected", Grammar.newline);
  }
}

function readTable(reader: TomlReader, table: TomlTable): void {
  if (!reader.attempt(() => readPairs(reader, table))) skipToNextTable(reader);
}

/** The pairs of a table, up to the next header. Of several problems the last one is thrown, the others are noted. */
function readPairs(reader: TomlReader, table: TomlTable): void {
  const problemsBefore = reader.problems.length;
  let isNewLine = true;
  while (!reader.isAtEnd) {
    const start = reader.at;
    const { hasNewline } = skipSpacer(reader);
    if (reader.isAtEnd) break;
    if (reader.looksLike(Grammar.openingBracket)) {
      reader.at = start;
      break;
    }
    if (!isNewLine && !hasNewline) {
      throw reader.problem("toml::parse_table: newline (LF / CRLF) or EOF is expected");
    }
    isNewLine = false;
    reader.attempt(() => {
      isNewLine = readPair(reader, table);
    });
  }
  if (reader.problems.length > problemsBefore) throw new TomlProblem(reader.problems.pop()!);
}

/** One pair, and a comment behind it. Says whether the line has ended with it. */
function readPair(reader: TomlReader, table: TomlTable): boolean {
  let pair: ReturnType<typeof readKeyAndValue>;
  try {
    pair = readKeyAndValue(reader);
  } catch (error) {
    if (error instanceof TomlProblem) skipKeyAndValue(reader);
    throw error;
  }
  let isEnded = false;
  reader.attempt(() => {
    isEnded = readCommentLine(reader);
  });
  reader.attempt(() => insertValue(table, pair.key, pair.value));
  return isEnded;
}

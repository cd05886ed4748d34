/**
 * Finding a place to go on behind a problem. What is skipped is not checked; strings are skipped as wholes, because what
 * looks like a bracket in them is none.
 */

import * as Grammar from "./grammar.ts";
import type { TomlReader } from "./reader.ts";
import { guessType } from "./types.ts";

/** Comments and empty lines. */
export function skipCommentBlock(reader: TomlReader): void {
  while (!reader.isAtEnd) {
    reader.skipBlanks();
    if (reader.current === "#") skipLine(reader);
    else if (!reader.skip(Grammar.newline)) return;
  }
}

export function skipValue(reader: TomlReader): void {
  switch (guessType(reader)) {
    case "string":
      return skipString(reader);
    case "array":
      return skipArray(reader);
    case "table":
      return skipInlineTable(reader);
    default:
      while (!reader.isAtEnd && !"\n,]}".includes(reader.current)) reader.advance();
      return undefined;
  }
}

export function skipKeyAndValue(reader: TomlReader): void {
  while (!reader.isAtEnd && reader.current !== "=" && reader.current !== "\n") reader.advance();
  if (reader.current === "=") skipValue(reader);
}

export function skipToNextTable(reader: TomlReader): void {
  while (!reader.isAtEnd) {
    if (reader.current === "\n") {
      reader.advance();
      const lineStart = reader.at;
      reader.skipBlanks();
      if (looksLikeHeader(reader)) {
        reader.at = lineStart;
        return;
      }
    }
    reader.advance();
  }
}

function skipLine(reader: TomlReader): void {
  while (!reader.isAtEnd && reader.current !== "\n") reader.advance();
  reader.advance();
}

function skipString(reader: TomlReader): void {
  for (const quotes of [Grammar.threeQuotes, Grammar.threeApostrophes]) {
    if (!reader.skip(quotes)) continue;
    while (!reader.isAtEnd && !reader.skip(quotes)) reader.advance();
    return;
  }
  const quote = reader.current;
  do reader.advance();
  while (!reader.isAtEnd && reader.current !== quote && reader.current !== "\n");
  reader.advance();
}

/** Up to the closing bracket, which is not skipped itself. */
function skipArray(reader: TomlReader): void {
  reader.advance();
  while (!reader.isAtEnd && reader.current !== "]") {
    if (reader.current === "=") {
      // No array holds this, so its bracket was never closed: the line with the key comes next.
      reader.at = reader.text.lastIndexOf("\n", reader.at) + 1;
      return;
    }
    if (!skipPart(reader)) return;
  }
}

/** Up to the closing brace, or the end of the line. */
function skipInlineTable(reader: TomlReader): void {
  reader.advance();
  while (!reader.isAtEnd && reader.current !== "}" && reader.current !== "\n") {
    const isComment = reader.current === "#";
    if (!skipPart(reader) || isComment) return;
  }
}

/** One thing in an array or a table. False if it is a header, which is in none. */
function skipPart(reader: TomlReader): boolean {
  switch (reader.current) {
    case '"':
    case "'":
      skipString(reader);
      return true;
    case "#":
      skipCommentBlock(reader);
      return true;
    case "{":
      reader.nested(() => skipInlineTable(reader));
      return true;
    case "[":
      if (looksLikeHeader(reader)) return false;
      reader.nested(() => skipArray(reader));
      return true;
    default:
      reader.advance();
      return true;
  }
}

function looksLikeHeader(reader: TomlReader): boolean {
  return reader.looksLike(Grammar.tableHeader) || reader.looksLike(Grammar.arrayTableHeader);
}

/** What may stand before a node: an anchor or a tag; and an alias, which stands for one. */

import { type Cursor, isBlankOrEnd } from "./cursor.ts";
import type { Scan, Token } from "./token.ts";

export function scanAnchor({ cursor }: Scan): Token {
  const start = cursor.mark();
  const type = cursor.read() === "*" ? "alias" : "anchor";
  const name = readWhile(cursor, /[0-9A-Za-z_-]/);
  const next = cursor.peek();
  if (name === "" || (!isBlankOrEnd(next) && !"?:,]}%@`".includes(next))) {
    cursor.fail("an anchor or alias has a name of letters, digits, '-' and '_'");
  }
  return { type, start, name };
}

export function scanTag({ cursor, flowLevel }: Scan): Token {
  const start = cursor.mark();
  const token = cursor.peek(1) === "<" ? verbatimTag(cursor) : shorthandTag(cursor);
  const next = cursor.peek();
  if (!isBlankOrEnd(next) && !(flowLevel > 0 && next === ",")) cursor.fail("white space was expected behind a tag");
  return { type: "tag", start, ...token };
}

/** `%YAML 1.2` or `%TAG !e! tag:example.org:`. */
export function scanDirective({ cursor }: Scan): Token {
  const start = cursor.mark();
  cursor.read();
  const name = readWhile(cursor, /[0-9A-Za-z_-]/);
  cursor.skipBlanks();
  const rest = cursor
    .readLineFrom(cursor.index)
    .replace(/(?:^|[ \t])#.*$/, "")
    .trim();
  if (name === "YAML" && /^1\.[0-9]+$/.test(rest)) return { type: "version-directive", start };
  const tag = name === "TAG" ? /^(!(?:[0-9A-Za-z_-]*!)?)[ \t]+(\S+)$/.exec(rest) : null;
  if (tag === null) return cursor.fail("there is a directive that YAML 1.1 does not have");
  return { type: "tag-directive", start, handle: tag[1] ?? "", prefix: tag[2] ?? "" };
}

function verbatimTag(cursor: Cursor): { readonly handle: string; readonly suffix: string } {
  cursor.read();
  cursor.read();
  const suffix = readUri(cursor);
  if (suffix === "" || cursor.peek() !== ">") cursor.fail("a tag that starts with '!<' ends with '>'");
  cursor.read();
  return { handle: "", suffix };
}

function shorthandTag(cursor: Cursor): { readonly handle: string; readonly suffix: string } {
  const match = /^!(?:[0-9A-Za-z_-]*!)?/.exec(cursor.text.slice(cursor.index, cursor.index + 1024));
  const handle = match?.[0] ?? "!";
  for (let count = 0; count < handle.length; count++) cursor.read();
  const suffix = readUri(cursor);
  // `!` alone says that a scalar is no more than what it looks like
  return handle === "!" && suffix === "" ? { handle: "", suffix: "!" } : { handle, suffix };
}

function readUri(cursor: Cursor): string {
  const text = readWhile(cursor, /[0-9A-Za-z_;/?:@&=+$.~*'()![\]%,-]/);
  try {
    return decodeURIComponent(text);
  } catch {
    return cursor.fail("a tag has a '%' that is followed by no character");
  }
}

function readWhile(cursor: Cursor, allowed: RegExp): string {
  let text = "";
  while (allowed.test(cursor.peek())) text += cursor.read();
  return text;
}

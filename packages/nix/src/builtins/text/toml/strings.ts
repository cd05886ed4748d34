/** Strings: basic ones with escapes, literal ones without, and both over several lines. */

import { encodeScalar } from "../../../syntax/utf8.ts";
import * as Grammar from "./grammar.ts";
import type { TomlScalar } from "./node.ts";
import { problemAt } from "./problem.ts";
import { TomlReader } from "./reader.ts";
import type { Scanner } from "./scanners.ts";

export function readString(reader: TomlReader): TomlScalar {
  const start = reader.at;
  const value = readStringText(reader);
  return { kind: "string", value, region: reader.since(start) };
}

/** `"…"`, which can be a key as well. */
export function readBasicString(reader: TomlReader): string {
  const written = required(reader, Grammar.basicString, "basic_string");
  return unescape(written.slice(1, -1), false);
}

/** `'…'`, which can be a key as well. */
export function readLiteralString(reader: TomlReader): string {
  return required(reader, Grammar.literalString, "literal_string").slice(1, -1);
}

function readStringText(reader: TomlReader): string {
  if (reader.current === '"') {
    if (!reader.looksLike(Grammar.threeQuotes)) return readBasicString(reader);
    const written = required(reader, Grammar.multilineBasicString, "ml_basic_string");
    return unescape(withoutDelimiters(written), true);
  }
  if (!reader.looksLike(Grammar.threeApostrophes)) return readLiteralString(reader);
  return withoutDelimiters(required(reader, Grammar.multilineLiteralString, "ml_literal_string"));
}

function required(reader: TomlReader, scanner: Scanner, name: string): string {
  const written = reader.take(scanner);
  if (written === undefined) throw reader.unexpected(`toml::parse_${name}: invalid string format`, scanner);
  return written;
}

/** The first newline belongs to the opening delimiter. */
function withoutDelimiters(written: string): string {
  return written.slice(3, -3).replace(/^\r?\n/, "");
}

const simpleEscapes = new Map([
  ["\\", "\\"],
  ['"', '"'],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** What has been written, with escapes that are known to be well formed. They may name no character all the same. */
function unescape(written: string, isMultiline: boolean): string {
  let value = "";
  let copied = 0;
  for (let at = written.indexOf("\\"); at !== -1; at = written.indexOf("\\", copied)) {
    value += written.slice(copied, at);
    const newline = isMultiline ? Grammar.escapedNewline.scan(written, at) : -1;
    const simple = simpleEscapes.get(written[at + 1]!);
    if (newline !== -1) {
      copied = newline;
    } else if (simple !== undefined) {
      value += simple;
      copied = at + 2;
    } else {
      copied = at + (written[at + 1] === "u" ? 6 : 10);
      value += character(written, at, copied);
    }
  }
  return value + written.slice(copied);
}

const UNICODE = "toml::parse_utf8_codepoint: ";

function character(written: string, start: number, end: number): string {
  const scalar = Number.parseInt(written.slice(start + 2, end), 16);
  if (scalar >= 0xd800 && scalar <= 0xdfff) {
    throw escapeProblem(written, start, end, `${UNICODE}[0xD800, 0xDFFF] is not a valid UTF-8`, "here");
  }
  if (scalar > 0x10ffff) {
    const title = `${UNICODE}input codepoint is too large.`;
    throw escapeProblem(written, start, end, title, "must be in range [0x00, 0x10FFFF]");
  }
  return encodeScalar(scalar);
}

/** Such a problem is shown within the rest of the string, as if that were a text of its own. */
function escapeProblem(written: string, start: number, end: number, title: string, note: string): Error {
  const { source } = new TomlReader({ name: "internal temporary", text: written.slice(start) });
  return problemAt(title, { source, start: 1, end: end - start, inLastLine: end - start }, note);
}

/** The four kinds of strings of TOML. */

import { encodeScalar } from "../utf8.ts";
import * as grammar from "./grammar.ts";
import { problemAt, type TomlSource, unmatched } from "./problem.ts";
import type { Scanner } from "./scanner.ts";

export interface ReadString {
  readonly text: string;
  readonly end: number;
}

/** A string in any notation; a quotation mark stands at the offset. @throws {TomlProblem} */
export function readString(source: TomlSource, at: number): ReadString {
  if (source.text.startsWith('"""', at)) {
    return readQuoted(source, at, "ml_basic_string", grammar.multilineBasicString, 3, unescape);
  }
  if (source.text.startsWith("'''", at)) {
    return readQuoted(source, at, "ml_literal_string", grammar.multilineLiteralString, 3, (text) => text);
  }
  return readShortString(source, at);
}

/** A string on one line, which a key can be, too. @throws {TomlProblem} */
export function readShortString(source: TomlSource, at: number): ReadString {
  return source.text[at] === '"'
    ? readQuoted(source, at, "basic_string", grammar.basicString, 1, unescape)
    : readQuoted(source, at, "literal_string", grammar.literalString, 1, (text) => text);
}

function readQuoted(
  source: TomlSource,
  at: number,
  name: string,
  scanner: Scanner,
  quotes: 1 | 3,
  meaning: (text: string) => string,
): ReadString {
  const end = scanner.scan(source.text, at);
  if (end < 0) throw unmatched(`toml::parse_${name}: invalid string format`, scanner, source, at);
  const written = source.text.slice(at + quotes, end - quotes);
  // the line that begins behind three quotation marks is not there if it is empty
  return { text: meaning(quotes === 3 ? written.replace(/^\r?\n/, "") : written), end };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  "\\": "\\",
  '"': '"',
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

function unescape(written: string): string {
  let text = "";
  let copied = 0;
  for (let at = written.indexOf("\\"); at >= 0; at = written.indexOf("\\", copied)) {
    text += written.slice(copied, at);
    copied = grammar.escapedNewline.scan(written, at);
    if (copied >= 0) continue;
    const letter = written[at + 1]!;
    const simple = simpleEscapes[letter];
    text += simple ?? characterOf(written, at, letter === "u" ? 4 : 8);
    copied = at + 2 + (simple !== undefined ? 0 : letter === "u" ? 4 : 8);
  }
  return text + written.slice(copied);
}

function characterOf(written: string, at: number, digits: number): string {
  const code = Number.parseInt(written.slice(at + 2, at + 2 + digits), 16);
  if (code <= 0xd7ff || (code >= 0xe000 && code <= 0x10ffff)) return encodeScalar(code);
  const rest: TomlSource = { name: "internal temporary", text: written.slice(at) };
  const place = { start: 1, end: 2 + digits };
  if (code <= 0xdfff) {
    throw problemAt("toml::parse_utf8_codepoint: [0xD800, 0xDFFF] is not a valid UTF-8", rest, place, "here");
  }
  const remark = "must be in range [0x00, 0x10FFFF]";
  throw problemAt("toml::parse_utf8_codepoint: input codepoint is too large.", rest, place, remark);
}

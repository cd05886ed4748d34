/** Keys, plain, quoted and dotted, and the headers that are made of them. */

import * as Grammar from "./grammar.ts";
import type { TomlReader } from "./reader.ts";
import { byteRegion, type Region } from "./source.ts";
import { problemAt, TomlProblem } from "./problem.ts";
import { readBasicString, readLiteralString } from "./strings.ts";

/** A dotted key: its parts, and all of it. */
export interface Key {
  readonly parts: readonly string[];
  readonly region: Region;
}

export function readKey(reader: TomlReader): Key {
  const start = reader.at;
  const parts: string[] = [];
  while (!reader.isAtEnd) {
    parts.push(readSimpleKey(reader));
    if (!reader.skip(Grammar.dot)) break;
  }
  if (parts.length === 0) {
    const title = "toml::parse_key: expected a new key, but got nothing";
    throw problemAt(title, byteRegion(reader.source, start), "reached EOF");
  }
  return { parts, region: reader.since(start) };
}

function readSimpleKey(reader: TomlReader): string {
  if (reader.current === '"') return readBasicString(reader);
  if (reader.current === "'") return readLiteralString(reader);
  const bare = reader.take(Grammar.bareKey);
  if (bare !== undefined) return bare;
  throw reader.unexpected(
    "toml::parse_simple_key: invalid key: key must be \"quoted\", 'quoted-literal', or bare key.",
    Grammar.bareKey,
    "Hint: non-ASCII scripts are allowed in toml v1.1.0, but not in v1.0.0.\n",
  );
}

/** `[key]`, or `[[key]]` if `brackets` is 2; nothing if there is no such header. The region is that of the brackets. */
export function readHeader(reader: TomlReader, brackets: 1 | 2): Key | undefined {
  const start = reader.at;
  if (!reader.skip(brackets === 1 ? Grammar.tableHeader : Grammar.arrayTableHeader)) return undefined;
  const region = reader.since(start);
  reader.at = start + brackets;
  reader.skipBlanks();
  try {
    const { parts } = readKey(reader);
    reader.skipBlanks();
    reader.at += brackets;
    return { parts, region };
  } catch (error) {
    // A quoted key can be well formed and still name no character.
    if (error instanceof TomlProblem) return undefined;
    throw error;
  }
}

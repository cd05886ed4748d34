/** Telling from its first bytes what a value is going to be, with advice where it is going to be none. */

import type { TimestampKind } from "./dates.ts";
import * as Grammar from "./grammar.ts";
import { problemAt, type TomlProblem } from "./problem.ts";
import type { TomlReader } from "./reader.ts";
import { FAILED, oneOf, type Scanner } from "./scanners.ts";
import { byteRegion } from "./source.ts";

export type TomlType = "string" | "array" | "table" | "boolean" | "integer" | "float" | TimestampKind;

/** The type of what comes next, or why it has none. Nothing is read. */
export function guessType(reader: TomlReader): TomlType | TomlProblem {
  switch (reader.current) {
    case '"':
    case "'":
      return "string";
    case "[":
      return "array";
    case "{":
      return "table";
    case "t":
    case "f":
      return "boolean";
    case "T":
      return unquoted(reader, "true", Grammar.boolean);
    case "F":
      return unquoted(reader, "false", Grammar.boolean);
    case "i":
      return reader.looksLike(Grammar.infinity) ? "float" : unquoted(reader, "inf", Grammar.float);
    case "I":
      return unquoted(reader, "inf", Grammar.float);
    case "n":
      return reader.looksLike(Grammar.notANumber) ? "float" : unquoted(reader, "nan", Grammar.float);
    case "N":
      return unquoted(reader, "nan", Grammar.float);
    default:
      return guessNumber(reader);
  }
}

function unquoted(reader: TomlReader, word: string, scanner: Scanner): TomlProblem {
  const title = `toml::parse_value: \`${word}\` must be in lowercase. A string must be surrounded by quotes.`;
  return reader.unexpected(title, scanner);
}

const OFFSETS = "Hint: valid  : +09:00, -05:30\nHint: invalid: +9:00,  -5:30\n";
const TIMES =
  "Hint: valid  : 1979-05-27T07:32:00, 1979-05-27 07:32:00.999999\n" +
  "Hint: invalid: 1979-05-27T7:32:00, 1979-05-27 17:32\n";
const OFFSET_TIMES =
  "Hint: valid  : 1979-05-27T07:32:00-07:00, 1979-05-27 07:32:00.999999Z\n" +
  "Hint: invalid: 1979-05-27T7:32:00-7:00, 1979-05-27 7:32-00:30";
const FLOATS =
  "Hint: valid  : +1.0, -2e-2, 3.141_592_653_589, inf, nan\nHint: invalid: .0, 1., _1.0, 1.0_, 1_.0, 1.0__0\n";
const INTEGERS = "Hint: valid  : -42, 1_000, 1_2_3_4_5, 0xC0FFEE, 0b0010, 0o755\nHint: invalid: _42, 1__000, 0123\n";

/** What stands behind the longest shape that fits decides whether the shape was meant. */
function guessNumber(reader: TomlReader): TomlType | TomlProblem {
  const end = (scanner: Scanner): number => scanner.scan(reader.text, reader.at);
  if (end(Grammar.offsetDateTime) !== FAILED) return "offset-datetime";
  const dateTimeEnd = end(Grammar.localDateTime);
  if (dateTimeEnd !== FAILED) return behindDateTime(reader, dateTimeEnd);
  const dateEnd = end(Grammar.localDate);
  if (dateEnd !== FAILED) return behindDate(reader, dateEnd);
  if (end(Grammar.localTime) !== FAILED) return "local-time";
  const floatEnd = end(Grammar.float);
  if (floatEnd !== FAILED) return behindFloat(reader, floatEnd);
  const integerEnd = end(Grammar.integer);
  if (integerEnd !== FAILED) return behindInteger(reader, integerEnd);
  switch (reader.current) {
    case ".": {
      const title = "bad float: integer part is required before decimal point";
      return reader.problem(title, "missing integer part", FLOATS);
    }
    case "_":
      return reader.problem("bad number: `_` must be surrounded by digits", "digits required before `_`", INTEGERS);
    default:
      return reader.problem("bad format: unknown value appeared");
  }
}

function behindDateTime(reader: TomlReader, end: number): TomlType | TomlProblem {
  const next = reader.text[end];
  if (next !== "+" && next !== "-") return "local-datetime";
  return expectedAt(reader, end, "bad offset: must be [+-]HH:MM or Z", Grammar.timeOffset, OFFSETS);
}

function behindDate(reader: TomlReader, end: number): TomlType | TomlProblem {
  const next = reader.text[end];
  const isDelimiter = next === "T" || next === "t" || (next === " " && isDigit(reader.text[end + 1]));
  if (isDelimiter) {
    return expectedAt(reader, end + 1, "bad time: must be HH:MM:SS.subsec", Grammar.localTime, TIMES);
  }
  if (!isDigit(next)) return "local-date";
  return expectedAt(reader, end, "bad datetime: missing T or space", oneOf("Tt "), TIMES);
}

function behindFloat(reader: TomlReader, end: number): TomlType | TomlProblem {
  if (reader.text[end] !== "_") return "float";
  return wrongAt(reader, end, "bad float: `_` must be surrounded by digits", "invalid underscore", FLOATS);
}

function behindInteger(reader: TomlReader, end: number): TomlType | TomlProblem {
  const next = reader.text[end];
  if (next === "_") {
    const isZero = /^[+-]?0$/.test(reader.text.slice(reader.at, end));
    return isZero
      ? wrongAt(reader, end, "bad integer: leading zero is not allowed in decimal int", "leading zero", INTEGERS)
      : wrongAt(reader, end, "bad integer: `_` must be surrounded by digits", "invalid underscore", INTEGERS);
  }
  if (next === "0") {
    return wrongAt(reader, end - 1, "bad integer: leading zero", "leading zero is not allowed", INTEGERS);
  }
  if (isDigit(next)) {
    const title = "bad integer: invalid digit after an integer";
    return wrongAt(reader, end, title, "this digit is not allowed", INTEGERS);
  }
  if (next === ":" || next === "-") {
    return wrongAt(reader, end, "bad datetime: invalid format", "here", OFFSET_TIMES);
  }
  if (next === "." || next === "e" || next === "E") {
    return wrongAt(reader, end, "bad float: invalid format", "here", FLOATS);
  }
  return "integer";
}

function wrongAt(reader: TomlReader, at: number, title: string, note: string, hint: string): TomlProblem {
  return problemAt(title, byteRegion(reader.source, at), note, hint);
}

function expectedAt(reader: TomlReader, at: number, title: string, scanner: Scanner, hint: string): TomlProblem {
  const cursor = { at };
  const note = `expected ${scanner.expected(reader.text, cursor)}`;
  return problemAt(title, byteRegion(reader.source, cursor.at), note, hint);
}

function isDigit(byte: string | undefined): boolean {
  return byte !== undefined && byte >= "0" && byte <= "9";
}

/** Numbers of TOML: what kind of value begins here, and its value. */

import * as grammar from "./grammar.ts";
import { problemAt, type TomlSource, unmatched } from "./problem.ts";
import type { Scanner } from "./scanner.ts";
import type { TomlValue } from "./value.ts";

export type NumberKind = "offset date-time" | "local date-time" | "date" | "time" | "float" | "integer";

/** What kind of number, date or time begins at an offset. @throws {TomlProblem} */
export function numberKind(source: TomlSource, at: number): NumberKind {
  const { text } = source;
  if (grammar.offsetDateTime.scan(text, at) >= 0) return "offset date-time";
  let end = grammar.localDateTime.scan(text, at);
  if (end >= 0) {
    if (text[end] === "+" || text[end] === "-") {
      throw unmatched("bad offset: must be [+-]HH:MM or Z", grammar.offset, source, end, OFFSET_HINT);
    }
    return "local date-time";
  }
  end = grammar.date.scan(text, at);
  if (end >= 0) return checkedDate(source, end);
  if (grammar.time.scan(text, at) >= 0) return "time";
  end = grammar.floating.scan(text, at);
  if (end >= 0) {
    if (text[end] === "_") {
      throw problemAt("bad float: `_` must be surrounded by digits", source, end, "invalid underscore", FLOAT_HINT);
    }
    return "float";
  }
  end = grammar.integer.scan(text, at);
  if (end >= 0) return checkedInteger(source, at, end);
  if (text[at] === ".") {
    const title = "bad float: integer part is required before decimal point";
    throw problemAt(title, source, at, "missing integer part", FLOAT_HINT);
  }
  if (text[at] === "_") {
    const title = "bad number: `_` must be surrounded by digits";
    throw problemAt(title, source, at, "digits required before `_`", INTEGER_HINT);
  }
  throw problemAt("bad format: unknown value appeared", source, at, "here");
}

/** A date that is not followed by something like a time. */
function checkedDate(source: TomlSource, end: number): NumberKind {
  const next = source.text[end] ?? "";
  const title = "bad time: must be HH:MM:SS.subsec";
  if (next === "T" || next === "t" || (next === " " && isDigit(source.text[end + 1]))) {
    throw unmatched(title, grammar.time, source, end + 1, TIME_HINT);
  }
  if (isDigit(next)) {
    throw unmatched("bad datetime: missing T or space", grammar.timeDelimiter, source, end, TIME_HINT);
  }
  return "date";
}

/** An integer that is not followed by something that would be part of another number. */
function checkedInteger(source: TomlSource, start: number, end: number): NumberKind {
  const next = source.text[end] ?? "";
  if (next === "_") {
    if (/^[+-]?0$/.test(source.text.slice(start, end))) {
      const title = "bad integer: leading zero is not allowed in decimal int";
      throw problemAt(title, source, end, "leading zero", INTEGER_HINT);
    }
    throw problemAt("bad integer: `_` must be surrounded by digits", source, end, "invalid underscore", INTEGER_HINT);
  }
  if (next === "0") {
    throw problemAt("bad integer: leading zero", source, end - 1, "leading zero is not allowed", INTEGER_HINT);
  }
  if (isDigit(next)) {
    const title = "bad integer: invalid digit after an integer";
    throw problemAt(title, source, end, "this digit is not allowed", INTEGER_HINT);
  }
  if (next === ":" || next === "-") {
    throw problemAt("bad datetime: invalid format", source, end, "here", DATE_TIME_HINT);
  }
  if (next === "." || next === "e" || next === "E") {
    throw problemAt("bad float: invalid format", source, end, "here", FLOAT_HINT);
  }
  return "integer";
}

export interface Read {
  readonly value: TomlValue;
  readonly end: number;
}

interface Notation {
  readonly name: string;
  readonly example: string;
  readonly scanner: Scanner;
  /** How the library says what the largest one is. */
  readonly limit: string;
}

const notations: Readonly<Record<string, Notation>> = {
  x: { name: "hex", example: "0xC0FFEE, 0xdead_beef", scanner: grammar.hexadecimal, limit: "max value" },
  o: { name: "oct", example: "0o775, 0o04_44", scanner: grammar.octal, limit: "max value" },
  b: { name: "bin", example: "0b0101, 0b1111_0000", scanner: grammar.binary, limit: "max value" },
};
const decimalNotation: Notation = {
  name: "dec",
  example: "42, 123_456_789",
  scanner: grammar.decimal,
  limit: "max digits",
};

/** @throws {TomlProblem} */
export function readInteger(source: TomlSource, at: number): Read {
  const { text } = source;
  const signed = text[at] === "+" || text[at] === "-" ? at + 1 : at;
  const { name, example, scanner, limit } =
    (text[signed] === "0" ? notations[text[signed + 1] ?? ""] : undefined) ?? decimalNotation;
  const end = scanner.scan(text, at);
  if (end < 0) {
    const title = `toml::parse_${name}_integer: invalid integer: ${name}_int must be like: ${example}`;
    throw unmatched(title, scanner, source, at);
  }
  const digits = text.slice(at, end).replaceAll("_", "");
  const value = digits.startsWith("-") ? -BigInt(digits.slice(1)) : BigInt(digits.replace("+", ""));
  if (value !== BigInt.asIntN(64, value)) {
    const title = `toml::parse_${name}_integer: too large integer: current ${limit} = 2^63`;
    throw problemAt(title, source, end, "must be < 2^63");
  }
  return { value: { kind: "integer", value }, end };
}

/** @throws {TomlProblem} */
export function readFloat(source: TomlSource, at: number): Read {
  const end = grammar.floating.scan(source.text, at);
  const written = source.text.slice(at, end).replaceAll("_", "");
  if (written.endsWith("nan")) {
    return { value: { kind: "float", value: Number.NaN, isNegativeNaN: written.startsWith("-") }, end };
  }
  const isInfinite = written.endsWith("inf");
  const value = isInfinite ? (written.startsWith("-") ? -Infinity : Infinity) : Number(written);
  if (!isInfinite && !Number.isFinite(value)) {
    const title = "toml::parse_floating: failed to read floating point value from stream";
    throw problemAt(title, source, end, "here");
  }
  return { value: { kind: "float", value, isNegativeNaN: false }, end };
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

const INTEGER_HINT =
  "Hint: valid  : -42, 1_000, 1_2_3_4_5, 0xC0FFEE, 0b0010, 0o755\nHint: invalid: _42, 1__000, 0123\n";
const FLOAT_HINT =
  "Hint: valid  : +1.0, -2e-2, 3.141_592_653_589, inf, nan\nHint: invalid: .0, 1., _1.0, 1.0_, 1_.0, 1.0__0\n";
const OFFSET_HINT = "Hint: valid  : +09:00, -05:30\nHint: invalid: +9:00,  -5:30\n";
const TIME_HINT =
  "Hint: valid  : 1979-05-27T07:32:00, 1979-05-27 07:32:00.999999\nHint: invalid: 1979-05-27T7:32:00, 1979-05-27 17:32\n";
const DATE_TIME_HINT =
  "Hint: valid  : 1979-05-27T07:32:00-07:00, 1979-05-27 07:32:00.999999Z\n" +
  "Hint: invalid: 1979-05-27T7:32:00-7:00, 1979-05-27 7:32-00:30";

/** Integers and floats. */

import { parseInt64, isInt64, normalizeInt, type Int } from "../integers.ts";
import * as Grammar from "./grammar.ts";
import type { TomlScalar } from "./node.ts";
import type { TomlReader } from "./reader.ts";
import type { Scanner } from "./scanners.ts";

export function readInteger(reader: TomlReader): TomlScalar {
  const start = reader.at;
  const value = readIntegerValue(reader);
  return { kind: "integer", value, region: reader.since(start) };
}

interface Base {
  readonly name: string;
  readonly examples: string;
  readonly scanner: Scanner;
  readonly prefix: string;
}

const bases = new Map<string, Base>([
  ["b", { name: "bin", examples: "0b0101, 0b1111_0000", scanner: Grammar.binaryInteger, prefix: "0b" }],
  ["o", { name: "oct", examples: "0o775, 0o04_44", scanner: Grammar.octalInteger, prefix: "0o" }],
  ["x", { name: "hex", examples: "0xC0FFEE, 0xdead_beef", scanner: Grammar.hexInteger, prefix: "0x" }],
]);

function readIntegerValue(reader: TomlReader): Int {
  const { text, at } = reader;
  const signed = text[at] === "+" || text[at] === "-" ? at + 1 : at;
  const base = text[signed] === "0" ? bases.get(text[signed + 1] ?? "") : undefined;
  return base === undefined ? readDecimal(reader) : readPrefixed(reader, base);
}

function readPrefixed(reader: TomlReader, { name, examples, scanner, prefix }: Base): Int {
  const parser = `toml::parse_${name}_integer`;
  const start = reader.at;
  const written = reader.take(scanner);
  if (written === undefined) {
    throw reader.unexpected(`${parser}: invalid integer: ${name}_int must be like: ${examples}`, scanner);
  }
  const value = BigInt(prefix + written.slice(prefix.length).replaceAll("_", ""));
  if (isInt64(value)) return normalizeInt(value);
  const problem = reader.problem(`${parser}: too large integer: current max value = 2^63`, "must be < 2^63");
  reader.at = start;
  throw problem;
}

function readDecimal(reader: TomlReader): Int {
  const start = reader.at;
  const written = reader.take(Grammar.decimalInteger);
  if (written === undefined) {
    const title = "toml::parse_dec_integer: invalid integer: dec_int must be like: 42, 123_456_789";
    throw reader.unexpected(title, Grammar.decimalInteger);
  }
  const value = parseInt64(written.replaceAll("_", ""));
  if (value !== undefined) return value;
  const title = "toml::parse_dec_integer: too large integer: current max digits = 2^63";
  const problem = reader.problem(title, "must be < 2^63");
  reader.at = start;
  throw problem;
}

export function readFloat(reader: TomlReader): TomlScalar {
  const start = reader.at;
  const written = reader.take(Grammar.float);
  if (written === undefined) {
    const title =
      "toml::parse_floating: invalid floating: float must be like: -3.14159_26535, 6.022e+23, " +
      "inf, or nan (lowercase).";
    throw reader.unexpected(title, Grammar.float);
  }
  const isNegative = written.startsWith("-");
  const magnitude = written.replace(/^[+-]/, "");
  const value = magnitude === "inf" ? Infinity : magnitude === "nan" ? NaN : Number(magnitude.replaceAll("_", ""));
  if (value === Infinity && magnitude !== "inf") {
    throw reader.problem("toml::parse_floating: failed to read floating point value from stream");
  }
  return { kind: "float", value: isNegative ? -value : value, isNegative, region: reader.since(start) };
}

/** Dates and times. They are written again as they were, but for fractions of seconds beyond nine digits, and offsets. */

import * as Grammar from "./grammar.ts";
import type { TomlScalar } from "./node.ts";
import { problemAt } from "./problem.ts";
import type { TomlReader } from "./reader.ts";
import { byteRegion } from "./source.ts";

export type TimestampKind = "offset-datetime" | "local-datetime" | "local-date" | "local-time";

/** Reads what has the shape of the kind. */
export function readTimestamp(reader: TomlReader, kind: TimestampKind): TomlScalar {
  const start = reader.at;
  const value = readTimestampText(reader, kind, start);
  return { kind: "timestamp", value, region: reader.since(start) };
}

function readTimestampText(reader: TomlReader, kind: TimestampKind, start: number): string {
  if (kind === "local-date") return readDate(reader);
  if (kind === "local-time") return readTime(reader);
  const date = readDate(reader);
  const delimiter = reader.take(Grammar.timeDelimiter)!;
  const time = readTime(reader);
  return date + delimiter + time + (kind === "offset-datetime" ? readOffset(reader, start) : "");
}

function readDate(reader: TomlReader): string {
  const start = reader.at;
  const written = reader.take(Grammar.localDate)!;
  const [year, month, day] = written.split("-").map(Number) as [number, number, number];
  if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)) return written;
  throw problemAt(
    "toml::parse_local_date: invalid date.",
    byteRegion(reader.source, start),
    "month must be 01-12, day must be any of 01-28,29,30,31 depending on the month/year.",
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const LONGEST_TIME = "07:32:00.123456789".length;

function readTime(reader: TomlReader): string {
  const start = reader.at;
  const written = reader.take(Grammar.localTime)!;
  const fail = (note: string): never => {
    throw problemAt("toml::parse_local_time: invalid time.", byteRegion(reader.source, start), note);
  };
  if (Number(written.slice(0, 2)) > 23 || Number(written.slice(3, 5)) > 59) {
    fail("hour must be 00-23, minute must be 00-59.");
  }
  // A leap second has the number 60.
  if (Number(written.slice(6, 8)) > 60) fail("second must be 00-60.");
  return written.slice(0, LONGEST_TIME);
}

const LARGEST_HOUR = 24;
const LARGEST_MINUTE = 60;

function readOffset(reader: TomlReader, start: number): string {
  const written = reader.take(Grammar.timeOffset)!;
  const hours = Number(written.slice(1, 3) || 0);
  const minutes = Number(written.slice(4, 6) || 0);
  if (hours > LARGEST_HOUR || minutes > LARGEST_MINUTE) {
    const title = "toml::parse_offset_datetime: too large offset: |hour| <= 24, |minute| <= 60";
    throw problemAt(title, reader.since(start), "here");
  }
  const total = hours * 60 + minutes;
  if (total === 0) return "Z";
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${written[0]}${two(Math.floor(total / 60))}:${two(total % 60)}`;
}

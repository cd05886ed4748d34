/** Dates and times of TOML, checked and written as Nix hands them on. */

import * as grammar from "./grammar.ts";
import type { NumberKind, Read } from "./numbers.ts";
import { problemAt, type TomlSource } from "./problem.ts";

/** Reads what `numberKind` has recognised. @throws {TomlProblem} */
export function readTimestamp(source: TomlSource, at: number, kind: NumberKind): Read {
  if (kind === "time") {
    const { text, end } = readTime(source, at);
    return { value: { kind: "timestamp", text }, end };
  }
  const date = readDate(source, at);
  if (kind === "date") return { value: { kind: "timestamp", text: date.text }, end: date.end };
  const time = readTime(source, date.end + 1);
  // whichever of `T`, `t` and a blank stands between the two, Nix's own tests want a `T`
  const text = `${date.text}T${time.text}`;
  if (kind === "local date-time") return { value: { kind: "timestamp", text }, end: time.end };
  const end = grammar.offset.scan(source.text, time.end);
  const offset = offsetText(source, { start: at, end }, source.text.slice(time.end, end));
  return { value: { kind: "timestamp", text: text + offset }, end };
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

function readDate(source: TomlSource, at: number): Piece {
  const end = grammar.date.scan(source.text, at);
  const text = source.text.slice(at, end);
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) {
    const remark = "month must be 01-12, day must be any of 01-28,29,30,31 depending on the month/year.";
    throw problemAt("toml::parse_local_date: invalid date.", source, at, remark);
  }
  return { text, end };
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Nanoseconds are the finest that is kept. */
const FRACTION_DIGITS = 9;

function readTime(source: TomlSource, at: number): Piece {
  const end = grammar.time.scan(source.text, at);
  const [clock, fraction] = source.text.slice(at, end).split(".") as [string, string?];
  const [hour, minute, second] = clock.split(":").map(Number) as [number, number, number];
  if (hour > 23 || minute > 59) {
    const remark = "hour must be 00-23, minute must be 00-59.";
    throw problemAt("toml::parse_local_time: invalid time.", source, at, remark);
  }
  if (second > 60) {
    throw problemAt("toml::parse_local_time: invalid time.", source, at, "second must be 00-60.");
  }
  return { text: fraction === undefined ? clock : `${clock}.${fraction.slice(0, FRACTION_DIGITS)}`, end };
}

/** `Z`, or an offset whose minutes may add up to another hour. */
function offsetText(source: TomlSource, whole: { start: number; end: number }, written: string): string {
  if (written === "Z" || written === "z") return "Z";
  const hours = Number(written.slice(1, 3));
  const minutes = Number(written.slice(4));
  if (hours > 24 || minutes > 60) {
    const title = "toml::parse_offset_datetime: too large offset: |hour| <= 24, |minute| <= 60";
    throw problemAt(title, source, whole, "here");
  }
  const total = hours * 60 + minutes;
  if (total === 0) return "Z";
  return `${written[0]}${twoDigits(Math.floor(total / 60))}:${twoDigits(total % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

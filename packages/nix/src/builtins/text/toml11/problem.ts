/**
 * What is wrong with a TOML document, in the words of the library that Nix reads TOML with, and with its picture of the
 * place:
 *
 *     [error] toml::insert_value: failed to insert a value, value already exists
 *      --> fromTOML
 *       |
 *     2 | a = 2
 *       | ^-- inserting this
 */

import { type Cursor, type Scanner, showByte } from "./scanner.ts";
import type { Span } from "./value.ts";

/** A text of which a part is shown. Escapes are read in a copy of the string, and the picture shows that one. */
export interface TomlSource {
  readonly name: string;
  readonly text: string;
}

export interface Remark {
  readonly source: TomlSource;
  readonly place: Place;
  readonly text: string;
}

/** A range, or the byte at an offset; at the end of the text the last byte is meant. */
export type Place = Span | number;

export class TomlProblem extends Error {
  readonly title: string;
  readonly remarks: readonly Remark[];
  readonly hint: string;

  constructor(title: string, remarks: readonly Remark[], hint = "") {
    super(title);
    this.title = title;
    this.remarks = remarks;
    this.hint = hint;
  }
}

/** A problem at one place. */
export function problemAt(title: string, source: TomlSource, place: Place, text: string, hint = ""): TomlProblem {
  return new TomlProblem(title, [{ source, place, text }], hint);
}

/** A problem where a scanner should match and does not. */
export function unmatched(title: string, scanner: Scanner, source: TomlSource, at: number, hint = ""): TomlProblem {
  const cursor: Cursor = { text: source.text, at };
  const text = `expected ${scanner.expected(cursor)}`;
  return problemAt(title, source, cursor.at, text, hint);
}

/** The whole message, with the places. */
export function describeProblem({ title, remarks, hint }: TomlProblem): string {
  const excerpts = remarks.map(excerptOf);
  const width = String(Math.max(...excerpts.map(({ lastLine }) => lastLine))).length;
  const margin = `${" ".repeat(width + 1)} |`;
  let text = `[error] ${title}\n`;
  let shown: string | undefined;
  for (const [index, excerpt] of excerpts.entries()) {
    const { source, text: remark } = remarks[index]!;
    if (index > 0) text += `${margin} ...\n${margin}\n`;
    if (source.name !== shown) text += ` --> ${source.name}\n${margin}\n`;
    text += excerptText(excerpt, remark, width);
    shown = source.name;
  }
  return text + hint;
}

interface Line {
  readonly text: string;
  /** Where the place begins or ends in it. */
  readonly offset: number;
}

interface Excerpt {
  readonly lines: readonly Line[];
  readonly length: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

function excerptText({ lines, length, firstLine, lastLine }: Excerpt, remark: string, width: number): string {
  const numbered = (line: number, text: string): string =>
    ` ${String(line).padStart(width)} | ${[...text].map((byte) => (byte === " " ? byte : showByte(byte))).join("")}\n`;
  const marked = (offset: number, count: number, text: string): string =>
    `${" ".repeat(width + 1)} | ${" ".repeat(offset)}${"^".repeat(count)}-- ${text}\n`;
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const rest = first.text.length - first.offset;
  if (lines.length === 1) {
    return numbered(firstLine, first.text) + marked(first.offset, Math.min(Math.max(rest, 1), length), remark);
  }
  let text = numbered(firstLine, first.text);
  if (lines.length === 2) text += marked(first.offset, rest, "");
  else text += marked(first.offset, rest, "and") + numbered(firstLine + 1, "...") + marked(0, "...".length, "and");
  return text + numbered(lastLine, last.text) + marked(0, last.offset + 1, remark);
}

function excerptOf({ source: { text }, place }: Remark): Excerpt {
  const { start, end } = typeof place === "number" ? byteAt(text, place) : place;
  const length = end - start;
  const firstLine = lineOf(text, start);
  // the end of a line belongs to it, unless it is all that the text has left
  const isOneByte = typeof place === "number" && place < text.length;
  const lastLine = isOneByte ? firstLine : lineOf(text, end);
  if (length === 0) return { lines: [{ text: "", offset: 0 }], length, firstLine, lastLine };
  const lines = excerptLines(text, start, end - 1, lastLine - firstLine);
  return { lines, length, firstLine, lastLine };
}

function byteAt(text: string, at: number): Span {
  if (at < text.length) return { start: at, end: at + 1 };
  return { start: Math.max(at - 1, 0), end: at };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** How much of a long line is shown before and behind the place. */
const SHOWN = 30;
/** How far the ends of the lines are looked for, where the place spans several. */
const SEARCHED = 50;
const SEARCHED_FROM = 60;

function excerptLines(text: string, first: number, last: number, linesBetween: number): Line[] {
  if (linesBetween === 0) return [excerptLine(text, first, last)];
  const limit = text.length - first > SEARCHED_FROM ? first + SEARCHED : text.length;
  const from = last > SEARCHED_FROM ? last - SEARCHED : 0;
  const firstEnd = find(text, first, limit);
  const lastBegin = find(text, from, last);
  const ends = [excerptLine(text, first, firstEnd), excerptLine(text, lastBegin, last)] as const;
  return linesBetween === 1 ? [...ends] : [ends[0], { text: "...", offset: 0 }, ends[1]];
}

function excerptLine(text: string, begin: number, end: number): Line {
  const earliest = Math.max(begin - SHOWN, 0);
  const latest = text.length - end <= SHOWN ? text.length : end + SHOWN;
  const before = begin === 0 ? -1 : text.lastIndexOf("\n", begin - 1);
  const start = before < earliest ? earliest : before + 1;
  const stop = find(text, end, latest);
  const isCutBefore = start > 0 && text[start - 1] !== "\n";
  const isCutBehind = stop < text.length && text[stop] !== "\n";
  const line = `${isCutBefore ? "... " : ""}${text.slice(start, stop)}${isCutBehind ? " ..." : ""}`;
  return { text: line, offset: begin - start + (isCutBefore ? 4 : 0) };
}

/** The first line feed of a range, or the end of the range. */
function find(text: string, from: number, to: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 || at > to ? to : at;
}

/**
 * Code frames: the lines of a source around a range, with their numbers, and the range underlined.
 *
 *     2 |   services.nginx = {
 *     3 |     enabel = true
 *       |                  ^
 *
 * A frame never has a line longer than it is told, and reads no more of a line than it shows: a line of a megabyte is
 * cut around the range.
 */

import type { Range } from "@nivose/nix/message";
import type { Positions } from "@nivose/nix/syntax";
import type { Paint, Style } from "./style.ts";
import { type Cell, cells } from "./terminal-text.ts";

export interface FrameOptions {
  readonly width: number;
  readonly style: Style;
  /** How the underlining looks. */
  readonly mark: Paint;
  readonly pointer: "^" | "-";
  /** Whether to show the line before as well: a mistake is often at its end. */
  readonly before: boolean;
}

export function frame(source: Uint8Array, positions: Positions, range: Range, options: FrameOptions): string[] {
  const start = Math.min(range.start, source.length);
  const firstLine = positions.at(start).line;
  // a range that ends with a line break ends on the line that is broken
  const lastOffset = Math.max(start, Math.min(range.end, source.length) - 1);
  const lastLine = positions.at(lastOffset).line;
  const gutter = String(lastLine).length;
  const room = Math.max(options.width - gutter - 3, 20);

  const rows: string[] = [];
  const numbered = (label: string, text: string): void => {
    rows.push(`${options.style.faint(`${label.padStart(gutter)} |`)}${text === "" ? "" : " "}${text}`);
  };
  const addLine = (line: number, marked: Range): void => {
    const shown = window(source, lineRange(source, positions, line), marked, room);
    numbered(String(line), shown.text);
    numbered("", " ".repeat(shown.column) + options.mark(options.pointer.repeat(shown.length)));
  };

  if (options.before && firstLine > 1) {
    const line = lineRange(source, positions, firstLine - 1);
    const text = window(source, line, { start: line.start, end: line.start }, room).text;
    if (text.trim() !== "") numbered(String(firstLine - 1), options.style.faint(text));
  }
  if (firstLine === lastLine) {
    addLine(firstLine, { start, end: Math.max(start, range.end) });
    return rows;
  }
  addLine(firstLine, { start, end: lineRange(source, positions, firstLine).end });
  if (lastLine > firstLine + 1) rows.push(options.style.faint(`${"".padStart(gutter)} ...`));
  addLine(lastLine, { start: lineRange(source, positions, lastLine).start, end: range.end });
  return rows;
}

interface Window {
  readonly text: string;
  /** Where the marked part starts, and how many columns it takes: at least one. */
  readonly column: number;
  readonly length: number;
}

const CUT = "...";

/** The part of a line that fits into `room` columns and shows as much of the marked range as it can. */
function window(source: Uint8Array, line: Range, marked: Range, room: number): Window {
  // no character takes more than four bytes, so what fits is among these
  const from = line.end - line.start <= 4 * room ? line.start : Math.max(line.start, marked.start - 2 * room);
  const to = Math.min(line.end, Math.max(from, marked.start) + 4 * room);
  const all = cells(source, skipTail(source, from, line.start), to);
  while (all.length > 0 && all.at(-1)!.text.trim() === "" && all.at(-1)!.start >= marked.end) all.pop();
  const markAt = all.findIndex((cell) => cell.end > marked.start);
  const first = markAt === -1 ? all.length : markAt;

  const cutBefore = from > line.start;
  const before = widthOf(all, 0, first);
  const fits = !cutBefore && before + Math.min(widthOfRange(all, first, marked), room >> 1) <= room - CUT.length;
  let left = 0;
  if (!fits) for (let shown = before; shown > room / 3; left++) shown -= all[left]!.width;

  const lead = left > 0 || cutBefore ? CUT : "";
  const budget = room - lead.length;
  let right = all.length;
  let width = widthOf(all, left, right);
  if (to < line.end || width > budget) {
    while (right > left && width > budget - CUT.length) width -= all[--right]!.width;
  }
  const tail = right < all.length || to < line.end ? CUT : "";
  const visible = all.slice(left, right);
  return {
    text: lead + visible.map((cell) => cell.text).join("") + tail,
    column: lead.length + widthOf(visible, 0, first - left),
    length: Math.max(1, widthOfRange(visible, first - left, marked)),
  };
}

function widthOf(line: readonly Cell[], from: number, to: number): number {
  let width = 0;
  for (let index = from; index < Math.min(to, line.length); index++) width += line[index]!.width;
  return width;
}

function widthOfRange(line: readonly Cell[], first: number, marked: Range): number {
  let width = 0;
  for (let index = first; index < line.length && line[index]!.start < marked.end; index++) width += line[index]!.width;
  return width;
}

/** The bytes of a line without its line break. */
function lineRange(source: Uint8Array, positions: Positions, line: number): Range {
  const { start, end: next } = positions.lineRange(line);
  let end = next;
  while (end > start && (source[end - 1] === 10 || source[end - 1] === 13)) end--;
  return { start, end };
}

/** `from`, or behind the rest of the character in whose middle it is. */
function skipTail(source: Uint8Array, from: number, lineStart: number): number {
  let at = from;
  while (at > lineStart && at < from + 3 && (source[at]! & 0xc0) === 0x80) at++;
  return at;
}

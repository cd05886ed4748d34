/**
 * What is wrong with a document, and how the library that Nix reads TOML with shows it: the lines in question, with
 * what matters underlined.
 */

import { showByte } from "./show-byte.ts";
import { lineNumber, type Region } from "./source.ts";

export interface Problem {
  readonly title: string;
  /** The first is where the problem is, others explain it. */
  readonly places: readonly Place[];
  /** Lines of advice, or nothing. */
  readonly hint: string;
}

export interface Place {
  readonly region: Region;
  readonly note: string;
}

/** Ends the reading of a value. It never leaves this folder. */
export class TomlProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

export function problemAt(title: string, region: Region, note: string, hint = ""): TomlProblem {
  return new TomlProblem({ title, places: [{ region, note }], hint });
}

export function showProblem({ title, places, hint }: Problem): string {
  const width = String(Math.max(...places.map(({ region }) => lineNumber(region.source, region.inLastLine)))).length;
  const margin = `${" ".repeat(width + 1)} |`;
  const shown = places.map((place, index) => {
    const isNew = place.region.source.name !== places[index - 1]?.region.source.name;
    const name = isNew ? ` --> ${place.region.source.name}\n${margin}\n` : "";
    return name + showPlace(place, width, margin);
  });
  return `[error] ${title}\n${shown.join(`${margin} ...\n${margin}\n`)}${hint}`;
}

/** A part of a line, and where in it the region starts or ends. */
interface Excerpt {
  readonly text: string;
  readonly offset: number;
}

function showPlace({ region, note }: Place, width: number, margin: string): string {
  const line = (number: number, text: string): string => ` ${String(number).padStart(width)} | ${visible(text)}\n`;
  const underline = (offset: number, length: number, message: string): string =>
    `${margin} ${" ".repeat(offset)}${"^".repeat(length)}-- ${message}\n`;

  const firstNumber = lineNumber(region.source, region.start);
  const lastNumber = lineNumber(region.source, region.inLastLine);
  const excerpts = excerptsOf(region, firstNumber, lastNumber);
  const first = excerpts[0]!;
  const toLineEnd = Math.max(0, first.text.length - first.offset);
  if (excerpts.length === 1) {
    const length = Math.min(Math.max(toLineEnd, 1), region.end - region.start);
    return line(firstNumber, first.text) + underline(first.offset, length, note);
  }
  const last = excerpts.at(-1)!;
  const isLong = excerpts.length > 2;
  return [
    line(firstNumber, first.text) + underline(first.offset, toLineEnd, isLong ? "and" : ""),
    isLong ? line(firstNumber + 1, "...") + underline(0, 3, "and") : "",
    line(lastNumber, last.text) + underline(0, last.offset + 1, note),
  ].join("");
}

/** One line, or the first and the last with dots for what is between. */
function excerptsOf(region: Region, firstNumber: number, lastNumber: number): Excerpt[] {
  const { text } = region.source;
  if (region.end === region.start) return [{ text: "", offset: 0 }];
  const end = region.end - 1;
  if (firstNumber === lastNumber) return [excerpt(text, region.start, end)];
  const capEnd = text.length - region.start > FAR ? region.start + NEAR : text.length;
  const capStart = end > FAR ? end - NEAR : 0;
  const first = excerpt(text, region.start, indexOfLineFeed(text, region.start, capEnd));
  const last = excerpt(text, indexOfLineFeed(text, capStart, end), end);
  return firstNumber + 1 === lastNumber ? [first, last] : [first, { text: "...", offset: 0 }, last];
}

const FAR = 60;
const NEAR = 50;
const CONTEXT = 30;

/** The line around a stretch, or as much of it as is near. */
function excerpt(text: string, start: number, end: number): Excerpt {
  const capStart = Math.max(0, start - CONTEXT);
  const capEnd = Math.min(text.length, end + CONTEXT);
  const lineFeed = start === 0 ? -1 : text.lastIndexOf("\n", start - 1);
  const from = Math.max(capStart, lineFeed + 1);
  const to = indexOfLineFeed(text, end, capEnd);
  const before = from > 0 && text[from - 1] !== "\n" ? "... " : "";
  const after = to < text.length && text[to] !== "\n" ? " ..." : "";
  return { text: before + text.slice(from, to) + after, offset: start - from + before.length };
}

function indexOfLineFeed(text: string, from: number, end: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 || at > end ? end : at;
}

function visible(text: string): string {
  return text.replaceAll(/[^ -~]/g, (byte) => showByte(byte));
}

/** Strings and antiquoted paths as lines, and what of an indented string's lines is indentation. */

import * as Node from "../syntax/node.ts";
import { latin1, type Ref } from "../syntax/tree.ts";
import type { Document } from "./document.ts";
import type { Printer } from "./printer.ts";
import { findNewline } from "./text.ts";

/** A piece of a line: text, or an antiquotation. */
export type Piece =
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  | { readonly kind: "code"; readonly ref: Ref };

/** A line, and where it starts in the file. */
export interface Line {
  readonly start: number;
  readonly pieces: readonly Piece[];
}

const BLANK = 32;
const QUOTE = 34;
const DOLLAR = 36;
const APOSTROPHE = 39;
const BACKSLASH = 92;

export function hasCode({ tree }: Printer, string: Ref): boolean {
  for (let index = 0, count = tree.childCount(string); index < count; index++) {
    if (tree.kind(tree.child(string, index)) === Node.Interpolation) return true;
  }
  return false;
}

/** The lines of what is between two offsets of a string or path; at least one. Pieces of text are never empty. */
export function splitLines({ tree }: Printer, string: Ref, start: number, end: number): Line[] {
  const { source } = tree;
  const lines: Line[] = [];
  let lineStart = start;
  let pieces: Piece[] = [];

  function addText(from: number, to: number): void {
    let at = from;
    for (;;) {
      const newline = findNewline(source, at, to);
      const textEnd = newline < 0 ? to : newline;
      if (at < textEnd) pieces.push({ kind: "text", start: at, end: textEnd });
      if (newline < 0) return;
      lines.push({ start: lineStart, pieces });
      pieces = [];
      lineStart = at = newline + 1;
    }
  }

  let at = start;
  for (let index = 0, count = tree.childCount(string); index < count; index++) {
    const ref = tree.child(string, index);
    if (tree.kind(ref) !== Node.Interpolation) continue;
    addText(at, tree.start(ref));
    pieces.push({ kind: "code", ref });
    at = tree.end(ref);
  }
  addText(at, end);
  lines.push({ start: lineStart, pieces });
  return lines;
}

/** An indented string's lines without the blank ones at its ends and the indentation that all others share. */
export interface Stripped {
  readonly lines: readonly Line[];
  /** The columns of that indentation. */
  readonly indentation: number;
}

export function stripLines(document: Document, lines: readonly Line[]): Stripped {
  let first = 0;
  if (lines.length > 1 && isBlank(document, lines[0]!)) first = 1;
  const kept = lines.slice(first);
  const last = kept.at(-1)!;
  // the line of the closing quotes says nothing about the indentation
  if (isBlank(document, last)) kept[kept.length - 1] = { start: last.start, pieces: [] };
  let indentation = Infinity;
  for (const line of kept) {
    if (!isBlank(document, line)) indentation = Math.min(indentation, leadingBlanks(document, line.pieces[0]!));
  }
  if (indentation === Infinity) return { lines: kept.map(({ start }) => ({ start, pieces: [] })), indentation: 0 };
  return { lines: kept.map((line) => ({ start: line.start, pieces: without(indentation, line.pieces) })), indentation };
}

/** Whether an indented string of this one line may be an ordinary string. */
export function mayBeOrdinary({ bytes }: Document, line: Line): boolean {
  for (const piece of line.pieces) {
    if (piece.kind === "code") continue;
    for (let at = piece.start; at < piece.end; at++) if (bytes[at] === QUOTE || bytes[at] === BACKSLASH) return false;
  }
  return true;
}

/** A piece of an indented string, with its escapes as an ordinary string has them. */
export function withOrdinaryEscapes(document: Document, piece: Piece): Piece {
  if (piece.kind === "code" || !hasEscape(document, piece.start, piece.end)) return piece;
  const text = latin1(document.bytes, piece.start, piece.end);
  const escaped = text.replaceAll(/''[$']/g, (escape) => (escape === "''$" ? "\\$" : "''"));
  return { kind: "text", ...document.addText(escaped) };
}

/** Whether a text is nothing but blanks (no other white space), and may be empty. */
export function isIndentation({ bytes }: Document, piece: Piece): boolean {
  if (piece.kind === "code") return false;
  let at = piece.start;
  while (at < piece.end && bytes[at] === BLANK) at++;
  return at === piece.end;
}

function isBlank(document: Document, { pieces }: Line): boolean {
  return pieces.length === 0 || (pieces.length === 1 && isIndentation(document, pieces[0]!));
}

function leadingBlanks({ bytes }: Document, piece: Piece): number {
  if (piece.kind === "code") return 0;
  let at = piece.start;
  while (at < piece.end && bytes[at] === BLANK) at++;
  return at - piece.start;
}

function without(indentation: number, pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (indentation === 0 || first?.kind !== "text") return pieces;
  if (first.end - first.start <= indentation) return rest;
  return [{ kind: "text", start: first.start + indentation, end: first.end }, ...rest];
}

function hasEscape(document: Document, start: number, end: number): boolean {
  const { bytes } = document;
  for (let at = start; at + 2 < end; at++) {
    if (bytes[at] === APOSTROPHE && bytes[at + 1] === APOSTROPHE) {
      if (bytes[at + 2] === DOLLAR || bytes[at + 2] === APOSTROPHE) return true;
    }
  }
  return false;
}

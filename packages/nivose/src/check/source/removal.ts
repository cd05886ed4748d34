/** Takes something out of a file, with the blanks and the comment that belong to it and to nothing else. */

import { Edit, type Ref, type Tree } from "@nivose/nix/syntax";
import type { SourceFile } from "./source-file.ts";

/** A binding or an `inherit`: its line with it, and the comment above, unless that may be about what follows, too. */
export function removeStatement({ tree }: SourceFile, statement: Ref): Edit.Splice {
  const text = charactersOf(tree);
  const { start, end } = tree.range(statement);
  const line = lineAround(text, start, end);
  if (!line.isAlone) return removeWithinLine(text, start, end);
  const comment = commentAbove(text, line.start);
  const isBeforeGap = /^[ \t]*(?:\n|in\b|\})/u.test(text.slice(line.end, line.end + INDENT_AT_MOST));
  const from = isBeforeGap ? comment : line.start;
  return Edit.remove(withoutSecondGap(text, from, line.end));
}

/**
 * `let … in` or `with …;`, so that the body alone is left: where one can stand, any body can. Nothing if a comment would go.
 */
export function removeHead({ tree }: SourceFile, ref: Ref, body: Ref): Edit.Splice | undefined {
  const last = tree.firstToken(body) - 1;
  if (hasCommentBetween(tree, tree.firstToken(ref), last)) return undefined;
  const text = charactersOf(tree);
  const end = tree.tokenEnds[last]!;
  return Edit.remove({ start: tree.start(ref), end: end + /^\s*/u.exec(text.slice(end))![0].length });
}

/** One of the names of an `inherit`. */
export function removeInherited({ tree }: SourceFile, name: Ref): Edit.Splice {
  const before = tree.firstToken(name) - 1;
  const hasComment = hasCommentBetween(tree, before, before + 1);
  return Edit.remove({ start: hasComment ? tree.start(name) : tree.tokenEnds[before]!, end: tree.end(name) });
}

/** One of the arguments between braces that is not the last item there. */
export function removeArgument({ tree }: SourceFile, formal: Ref): Edit.Splice {
  const text = charactersOf(tree);
  const start = tree.start(formal);
  const comma = tree.endToken(formal);
  const end = tree.tokenEnds[comma]!;
  const line = lineAround(text, start, tree.end(formal), ",");
  const isCommaFirst = tree.tokenStarts[tree.firstToken(formal) - 1]! >= line.start && line.isAlone;
  if (isCommaFirst) return Edit.remove({ start: line.start, end: line.end });
  if (!hasCommentBetween(tree, comma - 1, comma + 1)) return Edit.remove({ start, end: tree.tokenStarts[comma + 1]! });
  const own = lineAround(text, start, end);
  return own.isAlone ? Edit.remove({ start: own.start, end: own.end }) : removeWithinLine(text, start, end);
}

const INDENT_AT_MOST = 400;

interface Line {
  readonly start: number;
  /** Behind the line feed. */
  readonly end: number;
  /** Whether nothing else is on it but a comment behind. */
  readonly isAlone: boolean;
}

/** The lines that a range lies in. */
function lineAround(text: string, start: number, end: number, before = ""): Line {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const feed = text.indexOf("\n", end);
  const to = feed < 0 ? text.length : feed;
  const isAlone = text.slice(from, start).trim() === before && /^[ \t]*(?:#.*)?\r?$/u.test(text.slice(end, to));
  return { start: from, end: feed < 0 ? to : to + 1, isAlone };
}

function removeWithinLine(text: string, start: number, end: number): Edit.Splice {
  const behind = /^[ \t]*/u.exec(text.slice(end))![0].length;
  const isLast = /^[ \t]*\r?(?:\n|$)/u.test(text.slice(end));
  const before = isLast ? /[ \t]*$/u.exec(text.slice(0, start))![0].length : 0;
  return Edit.remove({ start: start - before, end: isLast ? end : end + behind });
}

/** Where the comment begins that stands right above a line; the line itself if there is none. */
function commentAbove(text: string, line: number): number {
  let start = line;
  for (;;) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (above >= start || !/^[ \t]*#/u.test(text.slice(above, start))) return start;
    start = above;
  }
}

/** Of two empty lines that would meet one goes, too, and so does one that would be left at the end of a `let`. */
function withoutSecondGap(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const gapBehind = /^[ \t]*\n/u.exec(text.slice(end))?.[0].length ?? 0;
  const gapBefore = /(?<=\n)[ \t]*\n$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const isFirst = /(?:\blet|\{)[ \t]*\n$/u.test(text.slice(0, start));
  if (gapBehind > 0) return { start, end: gapBefore > 0 || isFirst ? end + gapBehind : end };
  return { start: /^[ \t]*(?:in\b|\})/u.test(text.slice(end)) ? start - gapBefore : start, end };
}

function hasCommentBetween(tree: Tree, first: number, last: number): boolean {
  for (let token = first; token < last; token++) {
    for (let at = tree.tokenEnds[token]!; at < tree.tokenStarts[token + 1]!; at++)
      if (tree.source[at]! > SPACE) return true;
  }
  return false;
}

const SPACE = 0x20;

/** One for each byte. */
function charactersOf({ source }: Tree): string {
  return Buffer.from(source.buffer, source.byteOffset, source.length).toString("latin1");
}

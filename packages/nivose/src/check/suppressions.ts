/**
 * Comments that keep findings from being told: `# nivose allow CODE: reason`, for its own line if something stands before it,
 * and else for the next line; `# nivose allow-file CODE: reason` for all of its file. Several codes have commas between them.
 * Without a reason a comment allows nothing.
 */

import type { Range } from "@nivose/nix/message";
import { nearest, Positions, type Tree } from "@nivose/nix/syntax";
import type { Finding } from "./finding.ts";
import type { Repository } from "./source/repository.ts";

export interface Suppression {
  readonly file: string;
  /** Of the comment, from its `#` on. */
  readonly range: Range;
  readonly codes: readonly string[];
  /** Nothing if none is given. */
  readonly reason: string | undefined;
  /** The line that it is for, from 1 on; nothing if it is for the file. */
  readonly line: number | undefined;
}

/** What is known of a suppression after all rules have run. */
export interface JudgedSuppression extends Suppression {
  /** Codes that there are not, and the nearest that there is. */
  readonly unknown: readonly { readonly code: string; readonly nearest: string | undefined }[];
  /** Codes of rules that have run, and found nothing here. */
  readonly idle: readonly string[];
}

export interface Judged {
  readonly told: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly suppressions: readonly JudgedSuppression[];
}

export interface KnownCodes {
  readonly known: ReadonlySet<string>;
  /** Whether something would have been told, if it had been found. */
  readonly hasRun: (code: string) => boolean;
}

export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  positionsOf: (file: string) => Positions | undefined,
  { known, hasRun }: KnownCodes,
): Judged {
  const byFile = new Map<string, Suppression[]>();
  for (const each of suppressions) byFile.set(each.file, [...(byFile.get(each.file) ?? []), each]);
  const used = new Map<Suppression, Set<string>>();
  const isSuppressed = (finding: Finding): boolean => {
    const { code, rule, at } = finding;
    for (const each of byFile.get(at.file) ?? []) {
      const named = [code, rule].find((name) => each.codes.includes(name));
      if (named === undefined || each.reason === undefined) continue;
      const line = at.range === undefined ? undefined : positionsOf(at.file)?.at(at.range.start).line;
      if (each.line !== undefined && each.line !== line) continue;
      used.set(each, (used.get(each) ?? new Set()).add(named));
      return true;
    }
    return false;
  };
  const suppressed = new Set(findings.filter(isSuppressed));
  return {
    told: findings.filter((each) => !suppressed.has(each)),
    suppressed: [...suppressed],
    suppressions: suppressions.map((each) => ({
      ...each,
      unknown: each.codes.filter((code) => !known.has(code)).map((code) => ({ code, nearest: nearest(code, known) })),
      idle:
        each.reason === undefined
          ? []
          : each.codes.filter((code) => known.has(code) && hasRun(code) && used.get(each)?.has(code) !== true),
    })),
  };
}

/** Those in all files that findings can be about. */
export function suppressionsIn({ files, tracked, read }: Repository): Suppression[] {
  const ofNix = [...files.values()].flatMap((file) => {
    const { name, bytes } = file;
    // most files have none, and no tree is needed to see it
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(MARK)) return [];
    return commentsIn(name, bytes, (offset) => isComment(file.tree, offset));
  });
  const others = [...tracked]
    .filter((name) => OTHERS.test(name))
    .flatMap((name) => {
      const bytes = read(name);
      return bytes === undefined ? [] : commentsIn(name, bytes, () => true);
    });
  return [...ofNix, ...others];
}

const MARK = "nivose allow";

/** Other files whose comments begin with `#`, and that rules look into. */
const OTHERS = /(?:^|\/)(?:\.sops\.ya?ml|[Jj]ustfile|Taskfile\.ya?ml|Makefile)$/u;

function commentsIn(file: string, bytes: Uint8Array, isCommentAt: (offset: number) => boolean): Suppression[] {
  const text = Buffer.from(bytes).toString("latin1");
  const positions = new Positions(bytes);
  const lineOf = lineFinder(text, positions);
  // what is looked at is not passed over, because a text on the same line may look like a comment
  return [...text.matchAll(/#(?=([ \t]*nivose allow(-file)?\b[ \t]*([^\n\r]*)))/gu)].flatMap((match): Suppression[] => {
    const [, behind = "", ofFile, rest = ""] = match;
    if (!isCommentAt(match.index)) return [];
    const whole = `#${behind}`;
    const [, codes = "", reason = ""] = /^([^:]*)(?::(.*))?$/u.exec(rest)!;
    const range = { start: match.index, end: match.index + whole.trimEnd().length };
    return [
      {
        file,
        range,
        codes: codes.split(/[\s,]+/u).filter((code) => code !== ""),
        reason: reason.trim() === "" ? undefined : reason.trim(),
        line: ofFile === undefined ? lineOf(match.index) : undefined,
      },
    ];
  });
}

/** For a comment the line that it is for: its own if something stands before it, else the next of code. */
function lineFinder(text: string, positions: Positions): (start: number) => number {
  const lines = text.split("\n");
  // from the end, so that each line is looked at once
  const nextCode: number[] = [];
  for (let line = lines.length, next = lines.length + 1; line > 0; line--) {
    nextCode[line] = next;
    if (!/^\s*(?:#.*)?$/u.test(lines[line - 1]!)) next = line;
  }
  return (start) => {
    const { line, column } = positions.at(start);
    return lines[line - 1]!.slice(0, column - 1).trim() === "" ? nextCode[line]! : line;
  };
}

/** Whether a `#` there is none of a text or a path. */
function isComment(tree: Tree, offset: number): boolean {
  const { tokenStarts, tokenEnds } = tree;
  let low = 0;
  let high = tokenStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokenStarts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 || tokenEnds[low - 1]! <= offset;
}

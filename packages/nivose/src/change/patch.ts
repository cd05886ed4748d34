/**
 * The patch of one file in Git's extended unified format, as lines of data: text in which a character is a byte, and
 * what the line is, so that it can be painted. The lines of all files, joined, are what `git apply` reads.
 */

import { createHash } from "node:crypto";
import type { structuredPatch, StructuredPatch } from "diff";
import { binaryPatch, isBinary } from "./binary-patch.ts";
import type { Content } from "./content.ts";
import { gitBytes, gitMode, type FilePair } from "./file-pairs.ts";

export interface PatchLine {
  readonly kind: "header" | "hunk" | "added" | "removed" | "context";
  /** One character a byte, without the line break. */
  readonly text: string;
}

/** The differ of the `diff` package, which is loaded only when there is something to show. */
export type Differ = typeof structuredPatch;

export function patchOfPair(pair: FilePair, differ: Differ): PatchLine[] {
  const { from, to, before, after } = pair;
  const [oldBytes, newBytes] = [gitBytes(before), gitBytes(after)];
  const same = Buffer.compare(oldBytes, newBytes) === 0;
  const binary = !same && (isBinary(oldBytes) || isBinary(newBytes));
  const lines = [`diff --git ${quoted(`a/${from}`)} ${quoted(`b/${to}`)}`, ...modeLines(before, after)];
  if (from !== to) {
    lines.push(`similarity index ${similarity(oldBytes, newBytes)}%`);
    lines.push(`rename from ${quoted(from)}`, `rename to ${quoted(to)}`);
  }
  const created = before.kind === "absent";
  const deleted = after.kind === "absent";
  // that a link moves away must be said, or Git takes what comes into its place for something behind the link
  if (!same || created || deleted || after.kind === "link") {
    const length = binary ? 40 : 10;
    const mode = !created && !deleted && gitMode(before) === gitMode(after) ? ` ${gitMode(after)}` : "";
    lines.push(`index ${objectName(before).slice(0, length)}..${objectName(after).slice(0, length)}${mode}`);
  }
  if (binary) lines.push(...binaryPatch(oldBytes, newBytes));
  const header = lines.map((text): PatchLine => ({ kind: "header", text }));
  if (same || binary) return header;
  const names = [
    `--- ${created ? "/dev/null" : fileName(`a/${from}`)}`,
    `+++ ${deleted ? "/dev/null" : fileName(`b/${to}`)}`,
  ].map((text): PatchLine => ({ kind: "header", text }));
  return [...header, ...names, ...hunks(latin1(oldBytes), latin1(newBytes), differ)];
}

function modeLines(before: Content, after: Content): string[] {
  if (before.kind === "absent") return [`new file mode ${gitMode(after)}`];
  if (after.kind === "absent") return [`deleted file mode ${gitMode(before)}`];
  const [old, now] = [gitMode(before), gitMode(after)];
  return old === now ? [] : [`old mode ${old}`, `new mode ${now}`];
}

function objectName(content: Content): string {
  if (content.kind === "absent") return "0".repeat(40);
  const bytes = gitBytes(content);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** How much of the larger file is found at the same end of the other one: a plain measure, only for the reader. */
function similarity(one: Uint8Array, other: Uint8Array): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let front = 0;
  while (front < short.length && short[front] === long[front]) front++;
  let back = 0;
  while (back < short.length - front && short.at(-1 - back) === long.at(-1 - back)) back++;
  return long.length === 0 ? 100 : Math.floor(((front + back) / long.length) * 100);
}

function hunks(before: string, after: string, differ: Differ): PatchLine[] {
  const found: StructuredPatch | undefined = differ("", "", before, after, "", "", { context: 3, maxEditLength: MANY });
  // two files with next to nothing in common: finding the little would take long, and help nobody
  if (found === undefined) return wholeHunk(before, after);
  return found.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    hunkHeader(oldStart, oldLines, newStart, newLines),
    ...lines.map((text): PatchLine => ({ kind: KINDS[text[0]!] ?? "context", text })),
  ]);
}

const MANY = 1500;
const KINDS: Readonly<Record<string, PatchLine["kind"]>> = { "+": "added", "-": "removed" };

function wholeHunk(before: string, after: string): PatchLine[] {
  const [removed, added] = [marked(before, "-"), marked(after, "+")];
  const count = (lines: readonly PatchLine[]): number => lines.filter(({ kind }) => kind !== "context").length;
  return [hunkHeader(1, count(removed), 1, count(added)), ...removed, ...added];
}

function marked(text: string, sign: "+" | "-"): PatchLine[] {
  const lines = text.split("\n");
  const last = lines.pop()!;
  const found = (last === "" ? lines : [...lines, last]).map((line): PatchLine => ({
    kind: KINDS[sign]!,
    text: `${sign}${line}`,
  }));
  return last === "" ? found : [...found, { kind: "context", text: "\\ No newline at end of file" }];
}

function hunkHeader(oldStart: number, oldLines: number, newStart: number, newLines: number): PatchLine {
  // a side without lines is said to start before its first one
  const side = (start: number, count: number): string => `${count === 0 ? start - 1 : start},${count}`;
  return { kind: "hunk", text: `@@ -${side(oldStart, oldLines)} +${side(newStart, newLines)} @@` };
}

/** Behind a name with a blank, Git expects a tab, so that it can see where the name ends. */
function fileName(path: string): string {
  const name = quoted(path);
  return name === latin1(Buffer.from(path)) && path.includes(" ") ? `${name}\t` : name;
}

/** Names with quotes, backslashes or control characters are written as C strings. */
function quoted(path: string): string {
  const name = latin1(Buffer.from(path));
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const special = /["\\\u0000-\u001f\u007f]/g;
  const escape = (character: string): string =>
    character === '"' || character === "\\"
      ? `\\${character}`
      : `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
  return special.test(name) ? `"${name.replace(special, escape)}"` : name;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

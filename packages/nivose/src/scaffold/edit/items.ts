/**
 * The smallest edits of Nix sources: something more in a set or in a list, or something less. A file that was formatted still is; in any
 * other, what is new stands as its neighbours do. Comments and the order of everything else stay.
 */

import { formatSource } from "@nivose/nix/format";
import { Edit, Node, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import { SourceFile } from "../../check/source/source-file.ts";

export interface Beside {
  /** Behind which item; the last one if nothing is said. */
  readonly after?: Ref;
  /** In front of which item, with the comment above that one. */
  readonly before?: Ref;
  /** Whether an empty line stands before it; as between the others if nothing is said. */
  readonly gap?: boolean;
}

/** `text` is a binding with its semicolon for a set or a `let`, an expression for a list. */
export function insertItem(file: SourceFile, collection: Ref, text: string, beside: Beside = {}): SourceFile {
  const { after, before, gap } = beside;
  const items = itemsOf(file.tree, collection);
  if (before !== undefined)
    return edited(file, [itemBefore(file.tree, before, text, gap ?? areApart(file.tree, items))]);
  const neighbour = after ?? items.at(-1);
  const splice =
    neighbour === undefined
      ? firstItem(file.tree, collection, text)
      : itemBehind(file.tree, neighbour, text, gap ?? areApart(file.tree, items));
  return edited(file, [splice]);
}

/**
 * With the comment above that belongs to it alone, and the line that it stood on. `isSpreadOut` says whether the collection goes over
 * several lines without it, where that is known.
 */
export function removeItem(file: SourceFile, collection: Ref, item: Ref, isSpreadOut?: boolean): SourceFile {
  const { tree } = file;
  const items = itemsOf(tree, collection);
  const isLast = items.at(-1) === item;
  const before = edited(file, [removal(tree, item, isLast && items.length > 1)], false);
  if (items.length > MOST_THAT_FIT + 1 || isSpreadOut === true) return tidied(file, before);
  // only nixfmt spreads out what grows: in any other file whoever wrote it has
  const isAsItGrew = items.length > 1 && !isFormatted(file);
  return isAsItGrew ? before : tidied(file, closedUp(before, tree.start(collection)));
}

/** The items of a set, a list or a `let`. */
export function itemsOf(tree: Tree, collection: Ref): readonly Ref[] {
  const children = tree.children(collection);
  if (tree.kind(collection) === Node.List) return children;
  return children.filter((ref) => {
    const kind = tree.kind(ref);
    return kind === Node.Binding || kind === Node.Inherit;
  });
}

/** The file after splices. It is formatted again if it was. */
export function edited(file: SourceFile, splices: readonly Edit.Splice[], isTidied = true): SourceFile {
  const after = new SourceFile(file.name, Edit.applySplices(file.bytes, withLineEnds(file.bytes, splices)));
  return isTidied ? tidied(file, after) : after;
}

/** What is new has the line ends of the file, but for texts: these are what they are. */
function withLineEnds(file: Uint8Array, splices: readonly Edit.Splice[]): readonly Edit.Splice[] {
  const line = file.indexOf(LINE_FEED);
  if (line < 1 || file[line - 1] !== CARRIAGE_RETURN) return splices;
  return splices.map((splice) => {
    const text = latin1(splice.bytes);
    const ended = text.replaceAll(TEXT_OR_LINE_END, (found) => (/^\r?\n$/u.test(found) ? "\r\n" : found));
    return { ...splice, bytes: Buffer.from(ended, "latin1") };
  });
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Comments and texts are told apart, because there are quotes in comments and hashes in texts. */
const TEXT_OR_LINE_END = /#[^\r\n]*|"(?:[^"\\]|\\[^])*"|''(?:[^']|'(?!')|'''|''\$|''\\[^])*''|\r?\n/gu;

export function tidied(before: SourceFile, after: SourceFile): SourceFile {
  if (!isFormatted(before)) return after;
  const again = formatSource(after.bytes);
  return "text" in again ? new SourceFile(after.name, again.text) : after;
}

function isFormatted({ bytes }: SourceFile): boolean {
  const formatted = formatSource(bytes);
  return "text" in formatted && sameBytes(formatted.text, bytes);
}

/** How many items nixfmt leaves on one line. */
const MOST_THAT_FIT = 1;

/**
 * A collection of one item or none on one line, as it would have been written. A list of one path may have been spread out before, which
 * nothing in the list tells: the other lists of one path in the file do.
 */
function closedUp(file: SourceFile, start: number): SourceFile {
  const { tree } = file;
  const collection = collectionAt(tree, tree.root, start);
  if (collection === undefined) return file;
  const items = itemsOf(tree, collection);
  const [only] = items;
  const inner = { start: tree.start(collection) + 1, end: tree.end(collection) - 1 };
  const text = latin1(file.bytes.subarray(inner.start, inner.end));
  if (only === undefined) return /^\s+$/u.test(text) ? edited(file, [Edit.replace(inner, " ")], false) : file;
  if (isPath(tree, only) && areSpreadOut(file, collection)) return file;
  const own = latin1(file.bytes.subarray(tree.start(only), tree.end(only)));
  // `[./one]` is how some write it
  if (own.includes("\n") || text === own || text.trim() !== own || tree.kind(collection) !== Node.List) return file;
  return edited(file, [Edit.replace(inner, Buffer.from(` ${own} `, "latin1"))], false);
}

function isPath(tree: Tree, ref: Ref): boolean {
  return tree.kind(ref) === Token.Path || tree.kind(ref) === Node.InterpolatedPath;
}

/** Whether the other lists of one path are. */
function areSpreadOut(file: SourceFile, own: Ref): boolean {
  const { tree } = file;
  const others = file.nodes(Node.List).filter((list) => {
    const [only, ...rest] = tree.children(list);
    return list !== own && only !== undefined && rest.length === 0 && isPath(tree, only);
  });
  return (
    others.length > 0 &&
    others.every((list) => latin1(tree.source.subarray(tree.start(list), tree.end(list))).includes("\n"))
  );
}

function collectionAt(tree: Tree, ref: Ref, start: number): Ref | undefined {
  if (tree.isToken(ref) || tree.end(ref) <= start || tree.start(ref) > start) return undefined;
  const isOne = tree.kind(ref) === Node.List || tree.kind(ref) === Node.AttrSet;
  if (isOne && tree.start(ref) === start) return ref;
  for (const child of tree.children(ref)) {
    const found = child === 0 ? undefined : collectionAt(tree, child, start);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstItem(tree: Tree, collection: Ref, text: string): Edit.Splice {
  const close = tree.tokenStarts[tree.endToken(collection) - 1]!;
  const source = latin1(tree.source);
  const lineStart = source.lastIndexOf("\n", close - 1) + 1;
  const indent = source.slice(lineStart, close);
  if (lineStart > tree.start(collection) && indent.trim() === "")
    return Edit.insert(lineStart, `${indented(text, `${indent}  `)}\n`);
  if (!text.includes("\n")) return Edit.insert(close, source[close - 1] === " " ? `${text} ` : ` ${text} `);
  const own = /^[ \t]*/u.exec(source.slice(source.lastIndexOf("\n", tree.start(collection)) + 1))![0];
  const from = close - /[ \t]*$/u.exec(source.slice(0, close))![0].length;
  return Edit.replace({ start: from, end: close }, `\n${indented(text, `${own}  `)}\n${own}`);
}

function itemBehind(tree: Tree, neighbour: Ref, text: string, gap: boolean): Edit.Splice {
  const source = latin1(tree.source);
  const start = tree.start(neighbour);
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const end = tree.end(neighbour);
  const rest = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/u.exec(source.slice(end));
  const indent = /^[ \t]*/u.exec(source.slice(lineStart))![0];
  const isAlone = lineStart + indent.length === start && rest !== null;
  if (!isAlone) {
    const isInline = !text.includes("\n");
    return Edit.insert(end, isInline ? ` ${text}` : `\n${indented(text, indent)}`);
  }
  return Edit.insert(end + rest[0].length, `\n${gap ? "\n" : ""}${indented(text, indent)}`);
}

/** A line that is a comment, and no mark for a program that sorts what is below it. */
const COMMENT = /^[ \t]*#(?!\s*keep-sorted\b)/u;

function itemBefore(tree: Tree, neighbour: Ref, text: string, gap: boolean): Edit.Splice {
  const source = latin1(tree.source);
  const start = tree.start(neighbour);
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const indent = source.slice(lineStart, start);
  if (indent.trim() !== "") return Edit.insert(start, text.includes("\n") ? `${text}\n` : `${text} `);
  let from = lineStart;
  for (;;) {
    const above = source.lastIndexOf("\n", from - 2) + 1;
    if (above >= from || !COMMENT.test(source.slice(above, from))) break;
    from = above;
  }
  return Edit.insert(from, `${indented(text, indent)}\n${gap ? "\n" : ""}`);
}

/** Whether empty lines stand between the items; the last two tell. */
function areApart(tree: Tree, items: readonly Ref[]): boolean {
  const [first, second] = items.slice(-2);
  if (first === undefined || second === undefined) return false;
  return /\n[ \t]*\r?\n/u.test(latin1(tree.source.subarray(tree.end(first), tree.start(second))));
}

function removal(tree: Tree, item: Ref, takesGapBefore: boolean): Edit.Splice {
  const source = latin1(tree.source);
  const start = tree.start(item);
  const end = tree.end(item);
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const rest = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/u.exec(source.slice(end));
  if (rest === null && source.slice(lineStart, start).trim() === "") return removalBeforeOthers(tree, item);
  if (source.slice(lineStart, start).trim() !== "" || rest === null) {
    const before = /[ \t]*$/u.exec(source.slice(0, start))![0].length;
    return Edit.remove({ start: start - before, end });
  }
  let from = lineStart;
  for (;;) {
    const above = source.lastIndexOf("\n", from - 2) + 1;
    if (above >= from || !COMMENT.test(source.slice(above, from))) break;
    from = above;
  }
  const behind = source.slice(end + rest[0].length);
  // a comment that others below may share stays
  if (from !== lineStart && !/^[ \t]*(?:\r?\n|[\]}]|in\b)/u.test(behind)) from = lineStart;
  const above = /(?<=\n)[ \t]*\r?\n$/u.exec(source.slice(0, from))?.[0].length ?? 0;
  const gap = takesGapBefore ? above : 0;
  // what stood together with the one above leaves the gap to it
  const isBelowOther = above === 0 && !/(?:[[{(]|\blet|#\s*keep-sorted start[^\n]*)\s*$/u.test(source.slice(0, from));
  const gapBehind = takesGapBefore || isBelowOther ? 0 : (/^[ \t]*\r?\n/u.exec(behind)?.[0].length ?? 0);
  return Edit.remove({ start: from - gap, end: end + rest[0].length + gapBehind });
}

/** What begins a line on which something else follows: the next item takes its place, a bracket goes back to the line above. */
function removalBeforeOthers(tree: Tree, item: Ref): Edit.Splice {
  const source = latin1(tree.source);
  const [start, end] = [tree.start(item), tree.end(item)];
  const blanks = /^[ \t]*/u.exec(source.slice(end))![0].length;
  const above = /\s*$/u.exec(source.slice(0, start))![0].length;
  const lineAbove = source.slice(source.lastIndexOf("\n", start - above - 1) + 1, start - above);
  const isClosed = /^[\]})]|^in\b/u.test(source.slice(end + blanks));
  // behind a comment nothing can stand
  return isClosed && !lineAbove.includes("#")
    ? Edit.remove({ start: start - above, end })
    : Edit.remove({ start, end: end + blanks });
}

function indented(text: string, indent: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line))
    .join("\n");
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

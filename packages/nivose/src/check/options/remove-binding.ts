/** Takes a binding out of a file, with its line if nothing else stands there. */

import { Edit, Node } from "@nivose/nix/syntax";
import type { NamedPlace } from "../source/named-place.ts";
import type { SourceFile } from "../source/source-file.ts";

/** Nothing if more than this definition would go: of a set that is written behind a longer path, or an `inherit`. */
export function removeBinding(
  { tree, bytes }: SourceFile,
  { binding, attrPath, name }: NamedPlace,
): Edit.Splice | undefined {
  if (tree.kind(binding) !== Node.Binding || name !== tree.children(attrPath).at(-1)) return undefined;
  let start = tree.start(binding);
  let end = tree.end(binding);
  while (start > 0 && isBlank(bytes[start - 1]!)) start--;
  const isAlone = (start === 0 || bytes[start - 1] === NEWLINE) && isLineEnd(bytes, end);
  // a comment above or behind is about it, and somebody has to read it
  if ((isAlone && isComment(bytes, start)) || isCommentBehind(bytes, end)) return undefined;
  if (!isAlone) return Edit.remove({ start: tree.start(binding), end });
  while (end < bytes.length && bytes[end] !== NEWLINE) end++;
  return Edit.remove({ start, end: Math.min(end + 1, bytes.length) });
}

const NEWLINE = 10;

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9;
}

function isLineEnd(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at < bytes.length && isBlank(bytes[at]!)) at++;
  return at === bytes.length || bytes[at] === NEWLINE;
}

function isCommentBehind(bytes: Uint8Array, from: number): boolean {
  return /^[ \t]*(?:#|\/\*)/u.test(Buffer.from(bytes.subarray(from, from + 80)).toString("latin1"));
}

/** Whether the line before one is a comment. */
function isComment(bytes: Uint8Array, lineStart: number): boolean {
  const before = bytes.subarray(0, Math.max(0, lineStart - 1));
  const line = Buffer.from(before.subarray(before.lastIndexOf(NEWLINE) + 1)).toString();
  return /^\s*#|\*\/\s*$/u.test(line);
}

/**
 * A syntax tree for people: a line for every node and leaf, with its role, its kind, its place and, for a leaf, its
 * text.
 *
 *     File 1:1-2:1
 *       expression Binary 1:1-1:6
 *         left Integer 1:1-1:2 1
 */

import { Node, NONE, type Ref, type Tree } from "@nivose/nix/syntax";
import type { Style } from "./style.ts";
import { printable } from "./terminal-text.ts";

/** The outline in pieces of some ten thousand characters. */
export function* outline(tree: Tree, style: Style): Generator<string, void, undefined> {
  let text = "";
  const open: { readonly ref: Ref; readonly role: string; readonly depth: number }[] = [
    { ref: tree.root, role: "", depth: 0 },
  ];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { ref, role, depth } = entry;
    const lead = " ".repeat(2 * Math.min(depth, DEEPEST_INDENT)) + (role === "" ? "" : `${style.faint(role)} `);
    const kind = tree.kind(ref);
    text += `${lead}${style.strong(Node.kindName(kind))} ${style.faint(place(tree, ref))}${leafText(tree, ref)}\n`;
    if (!tree.isToken(ref)) {
      const { slots } = Node.shapes[kind]!;
      for (let index = tree.childCount(ref) - 1; index >= 0; index--) {
        const child = tree.child(ref, index);
        if (child !== NONE) open.push({ ref: child, role: slots[index] ?? "", depth: depth + 1 });
      }
    }
    if (text.length > PIECE) {
      yield text;
      text = "";
    }
  }
  yield text;
}

const PIECE = 1 << 16;
/** A tree that is deeper than it can be read is not made quadratic by its indentation. */
const DEEPEST_INDENT = 200;

function place(tree: Tree, ref: Ref): string {
  const start = tree.positions.at(tree.start(ref));
  const end = tree.positions.at(tree.end(ref));
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function leafText(tree: Tree, ref: Ref): string {
  if (!tree.isToken(ref)) return "";
  const { buffer, byteOffset } = tree.source;
  const text = Buffer.from(buffer, byteOffset + tree.start(ref), tree.end(ref) - tree.start(ref)).toString("utf8");
  return ` ${printable(text).replaceAll("\n", "\u240a")}`;
}

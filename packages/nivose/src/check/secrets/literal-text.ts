/** Texts that are written out in a source. */

import type { Range } from "@nivose/nix/message";
import { type Ref, type Tree, view } from "@nivose/nix/syntax";

export interface LiteralText {
  readonly text: string;
  /** Between the quotes. */
  readonly range: Range;
}

/** The text of a string without anything computed in it; nothing of an empty one. */
export function literalText(tree: Tree, ref: Ref): LiteralText | undefined {
  const node = view(tree, ref);
  if (node.kind === "paren") return literalText(tree, node.expression);
  if (node.kind !== "string" || node.pieces.length === 0) return undefined;
  const texts = node.pieces.map((piece) => view(tree, piece));
  if (!texts.every((piece) => piece.kind === "text")) return undefined;
  const range = { start: tree.range(node.pieces[0]!).start, end: tree.range(node.pieces.at(-1)!).end };
  return { text: texts.map((piece) => piece.text).join(""), range };
}

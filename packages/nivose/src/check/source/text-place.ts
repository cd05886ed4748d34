/** Finds the string in a file that a message was made from. */

import { Node, type Ref, type Tree } from "@nivose/nix/syntax";
import { nodesOf } from "../../advice/source.ts";
import type { SourceFile } from "./source-file.ts";

/** That of which most is in the message; nothing if that is less than half. */
export function stringOf({ tree }: SourceFile, message: string): Ref | undefined {
  let best: { readonly ref: Ref; readonly length: number } | undefined;
  const said = plainText(message);
  for (const kind of [Node.String, Node.IndentedString])
    for (const ref of nodesOf(tree, kind)) {
      const pieces = literalPieces(tree, ref);
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (length > (best?.length ?? 0) && pieces.every((piece) => said.includes(piece))) best = { ref, length };
    }
  return best !== undefined && best.length * 2 >= said.length ? best.ref : undefined;
}

/** Without what is computed, and without the spaces that indent it. */
function literalPieces(tree: Tree, ref: Ref): string[] {
  const pieces: string[] = [];
  let text = "";
  for (const piece of tree.children(ref)) {
    if (tree.isToken(piece)) text += Buffer.from(tree.text(piece), "latin1").toString();
    else {
      pieces.push(text);
      text = "";
    }
  }
  return [...pieces, text].map(plainText).filter((piece) => piece !== "");
}

function plainText(text: string): string {
  return text.replaceAll(/\\(.)/gu, "$1").replaceAll(/\s+/gu, " ").trim();
}

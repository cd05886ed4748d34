/**
 * A tree to bytes again. It walks the nodes, not the columns of tokens, so that a token which a node has lost or
 * duplicated would show: `print(parse(x))` is `x` for every x.
 */

import type { Ref, Tree } from "./tree.ts";

export function print(tree: Tree): Uint8Array {
  const out = new Uint8Array(tree.source.length);
  let length = 0;
  let printedTokens = 0;

  /** A token with the blanks and comments before it. */
  const printToken = (token: number): void => {
    const start = token === 0 ? 0 : tree.tokenEnds[token - 1]!;
    const bytes = tree.source.subarray(start, tree.tokenEnds[token]!);
    out.set(bytes, length);
    length += bytes.length;
    printedTokens++;
  };

  // the nodes that are open, each with its children that are still to come and its next token
  const open = [enter(tree, tree.root)];
  while (open.length > 0) {
    const top = open[open.length - 1]!;
    const child = top.children[top.next++];
    const end = child === undefined ? tree.endToken(top.ref) : tree.firstToken(child);
    while (top.token < end) printToken(top.token++);
    if (child === undefined) {
      open.pop();
      continue;
    }
    top.token = tree.endToken(child);
    if (tree.isToken(child)) printToken(tree.firstToken(child));
    else open.push(enter(tree, child));
  }
  if (printedTokens !== tree.tokenCount) throw new Error(`printed ${printedTokens} of ${tree.tokenCount} tokens`);

  // what lies behind a NUL byte is no token and still part of the file
  const rest = tree.source.subarray(tree.tokenEnds[tree.tokenCount - 1]!);
  out.set(rest, length);
  return out.subarray(0, length + rest.length);
}

interface OpenNode {
  readonly ref: Ref;
  readonly children: readonly Ref[];
  next: number;
  token: number;
}

function enter(tree: Tree, ref: Ref): OpenNode {
  return { ref, children: tree.inOrder(ref), next: 0, token: tree.firstToken(ref) };
}

/** The trees of files, read again when an error is told of: while all goes well nobody needs them. */

import * as Node from "../../syntax/node.ts";
import { parse } from "../../syntax/parser.ts";
import type { Ref, Tree } from "../../syntax/tree.ts";
import type { Code } from "../memory/heap.ts";
import { type Origin, placeOfCode, type SourcePlace } from "../code/link.ts";

/** A piece of code in the tree of its file. */
export interface CodeInTree {
  readonly tree: Tree;
  /** The nodes around it from the outside in, and its own at the end. */
  readonly path: readonly Ref[];
  readonly place: SourcePlace;
}

export class SourceTrees {
  readonly #trees = new Map<Origin, Tree>();

  find(code: Code): CodeInTree | undefined {
    const place = placeOfCode(code);
    if (place === undefined) return undefined;
    const { origin, start, end } = place;
    const tree = this.tree(origin);
    const path = tree.pathTo(start);
    const at = path.findIndex((ref) => isExactly(tree, ref, start, end));
    return at < 0 ? undefined : { tree, path: path.slice(0, at + 1), place };
  }

  tree(origin: Origin): Tree {
    let tree = this.#trees.get(origin);
    if (tree === undefined) {
      tree = parse(origin.source(), { maxDepth: 100_000, pipeOperators: true });
      this.#trees.set(origin, tree);
    }
    return tree;
  }
}

function isExactly(tree: Tree, ref: Ref, start: number, end: number): boolean {
  return tree.kind(ref) !== Node.File && tree.start(ref) === start && tree.end(ref) === end;
}

/** How every pair of operators groups, against a table written from Nix's manual and not from the parser's. */

import { strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { groupings, rows } from "./support/operators.ts";
import { Node, type Ref, type Tree } from "../../src/syntax/index.ts";
import { soundTree } from "./support/sound.ts";

describe("two operators", () => {
  test("the table has all of them", () => {
    strictEqual(rows.flatMap(({ operators }) => operators).length, 21);
  });

  test.each(groupings())("$source", ({ source, grouped }) => {
    const tree = soundTree(source, { pipeOperators: true });
    strictEqual(tree.ok ? parenthesized(tree, tree.child(tree.root, 0)) : undefined, grouped);
  });
});

/** With parentheses around everything that has parts, so that nothing is left to precedence. */
function parenthesized(tree: Tree, ref: Ref): string {
  const child = (index: number): string => parenthesized(tree, tree.child(ref, index));
  switch (tree.kind(ref)) {
    case Node.Unary:
      return `(${child(0)}${child(1)})`;
    case Node.Binary:
      return `(${child(0)} ${child(1)} ${child(2)})`;
    case Node.HasAttr:
      return `(${child(0)} ? ${child(1)})`;
    case Node.Apply:
      return `(${tree
        .children(ref)
        .map((part) => parenthesized(tree, part))
        .join(" ")})`;
    case Node.Select: {
      const fallback = tree.childCount(ref) > 2 && tree.child(ref, 2) !== 0 ? ` or ${child(2)}` : "";
      return `(${child(0)}.${child(1)}${fallback})`;
    }
    default:
      return tree.text(ref);
  }
}

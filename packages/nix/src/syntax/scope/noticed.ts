/**
 * When Nix notices what it checks only at the end of a function or a `let`: when its parser has seen the token behind
 * it, the innermost of several that end together first, and never if the end is missing.
 */

import * as Node from "../node.ts";
import * as Token from "../token.ts";
import type { Ref, Tree } from "../tree.ts";

/** The `noticedAt` of a mistake in the head of an expression that reaches as far to the right as it can. */
export function noticedBehind(tree: Tree, ref: Ref): number {
  if (!isComplete(tree, ref)) return Infinity;
  const next = tree.tokenStarts[Math.min(tree.endToken(ref), tree.tokenCount - 1)]!;
  // behind what the lexer has to say of that token, before what the parser has
  const innermostFirst = tree.start(ref) / (tree.source.length + 1);
  return next - 0.5 - innermostFirst * 0.2;
}

/** Whether nothing is missing at the end of an expression. What is missing further inside was noticed before. */
function isComplete(tree: Tree, ref: Ref): boolean {
  for (;;) {
    switch (tree.kind(ref)) {
      case Node.Missing:
      case Node.Skipped:
        return false;
      case Node.Let:
        ref = tree.child(ref, 0);
        continue;
      case Node.Lambda:
      case Node.If:
      case Node.Assert:
      case Node.With:
      case Node.Binary:
      case Node.Unary:
      case Node.Apply:
      case Node.Select:
      case Node.HasAttr:
      case Node.AttrPath:
        ref = tree.children(ref).at(-1)!;
        continue;
      case Node.Paren:
        return tree.tokenKinds[tree.endToken(ref) - 1] === Token.CloseParen;
      case Node.List:
        return tree.tokenKinds[tree.endToken(ref) - 1] === Token.CloseBracket;
      case Node.AttrSet:
      case Node.LegacyLet:
      case Node.Interpolation:
        return tree.tokenKinds[tree.endToken(ref) - 1] === Token.CloseBrace;
      case Node.String:
        return tree.endToken(ref) - tree.firstToken(ref) > 1 && tree.tokenKinds[tree.endToken(ref) - 1] === Token.Quote;
      case Node.IndentedString:
        return tree.tokenKinds[tree.endToken(ref) - 1] === Token.IndentedClose;
      case Node.InterpolatedPath:
        ref = tree.child(ref, tree.childCount(ref) - 1);
        continue;
      default:
        return true;
    }
  }
}

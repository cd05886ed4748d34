/**
 * When Nix notices what it checks only at the end of a function or a `let`: when its parser has seen the token behind
 * it, the innermost of several that end together first, and never if the end is missing.
 */

import * as Node from "../node.ts";
import * as Token from "../token.ts";
import type { Ref, Tree } from "../tree.ts";

/** The `noticedAt` of a mistake in the head of an expression that reaches as far to the right as it can. */
export function noticedBehind(tree: Tree, ref: Ref): number {
  const behind = tokenBehind(tree, ref);
  // Nix takes a comment without an end for an operator, behind which the expression goes on
  if (behind === INCOMPLETE || tree.tokenKinds[behind] === Token.UnclosedComment) return Infinity;
  // behind what the lexer has to say of that token, before what the parser has
  const innermostFirst = tree.start(ref) / (tree.source.length + 1);
  return tree.tokenStarts[behind]! - 0.5 - innermostFirst * 0.2;
}

const INCOMPLETE = -1;

/** The token at which Nix sees that an expression is over. What is wrong further inside it has noticed before. */
function tokenBehind(tree: Tree, ref: Ref): number {
  for (;;) {
    switch (tree.kind(ref)) {
      case Node.Missing:
      case Node.Skipped:
        return INCOMPLETE;
      case Node.Let:
        ref = tree.child(ref, 0);
        continue;
      case Node.Apply: {
        const needsParentheses = tree.children(ref).find((child, index) => index > 0 && reachesFar(tree.kind(child)));
        if (needsParentheses !== undefined) {
          const colon = colonBehindOperand(tree, needsParentheses);
          return colon === INCOMPLETE && !isPartly(tree, needsParentheses) ? tree.firstToken(needsParentheses) : colon;
        }
        ref = tree.child(ref, tree.childCount(ref) - 1);
        continue;
      }
      case Node.Binary:
      case Node.Unary:
      case Node.Select:
        ref = tree.children(ref).at(-1)!;
        if (reachesFar(tree.kind(ref))) return colonBehindOperand(tree, ref);
        continue;
      case Node.Lambda:
      case Node.If:
      case Node.Assert:
      case Node.With:
      case Node.HasAttr:
      case Node.AttrPath:
      case Node.InterpolatedPath:
        ref = tree.children(ref).at(-1)!;
        continue;
      default:
        return isClosed(tree, ref) ? tree.endToken(ref) : INCOMPLETE;
    }
  }
}

function reachesFar(kind: Node.NodeKind): boolean {
  return kind === Node.Lambda || kind === Node.If || kind === Node.Assert || kind === Node.With || kind === Node.Let;
}

/** The colon or `@` of a function that stands where parentheses are needed, if what is before it is an operand. */
function colonBehindOperand(tree: Tree, ref: Ref): number {
  const first = tree.firstToken(ref);
  if (tree.tokenKinds[first] === Token.Identifier) return first + 1;
  const isEmptySet = tree.tokenKinds[first] === Token.OpenBrace && tree.tokenKinds[first + 1] === Token.CloseBrace;
  return isEmptySet ? first + 2 : INCOMPLETE;
}

/** Whether an operand could begin like this, so that Nix goes on before it complains. */
function isPartly(tree: Tree, ref: Ref): boolean {
  const kind = tree.tokenKinds[tree.firstToken(ref)];
  return kind === Token.OpenBrace || kind === Token.Let;
}

/** Whether something between two delimiters has the second one. */
export function isClosed(tree: Tree, ref: Ref): boolean {
  const closing = closings.get(tree.kind(ref));
  if (closing === undefined) return true;
  const last = tree.endToken(ref) - 1;
  return last > tree.firstToken(ref) && tree.tokenKinds[last] === closing;
}

const closings = new Map<Node.NodeKind, Token.TokenKind>([
  [Node.Paren, Token.CloseParen],
  [Node.List, Token.CloseBracket],
  [Node.AttrSet, Token.CloseBrace],
  [Node.LegacyLet, Token.CloseBrace],
  [Node.Interpolation, Token.CloseBrace],
  [Node.String, Token.Quote],
  [Node.IndentedString, Token.IndentedClose],
]);

/** What can be an operand by itself. */

import { complainOfMissingParentheses, complainOfUrl } from "../complaints.ts";
import { ELEMENT, EXPRESSION } from "../expected.ts";
import { AT, COMPLAINED_AT, DEPTH, KIND, MAX_DEPTH, URL_LITERALS } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Node from "../node.ts";
import * as Token from "../token.ts";
import type { Ref } from "../tree.ts";
import { attrSet } from "./bindings.ts";
import { close, leaf, node1, open, push } from "./build.ts";
import { endsBrackets, startsOperand } from "./classes.ts";
import { closeWith, missing, openBracket, tooDeep, unexpected } from "./complain.ts";
import { expression } from "./expressions.ts";
import { atLambda, followsArgument } from "./functions.ts";
import { advance, advanceOverBrackets, enterBracket, leaveBracket, peek } from "./moving.ts";
import { atForgottenSemicolon, select } from "./operators.ts";
import { indentedString, path, string } from "./strings.ts";

export function operand(): Ref {
  switch (heap[KIND]) {
    case Token.Identifier:
      return followsArgument(peek()) ? misplaced() : ~advance();
    case Token.Integer:
    case Token.Float:
    case Token.SearchPath:
      return ~advance();
    case Token.Uri:
      if (heap[URL_LITERALS] === 0) complainOfUrl(heap[AT]!);
      return ~advance();
    case Token.Path:
    case Token.HomePath:
      return path();
    case Token.Quote:
      return string();
    case Token.IndentedOpen:
      return indentedString();
    case Token.OpenParen:
      return paren();
    case Token.OpenBracket:
      return list();
    case Token.OpenBrace:
      return atLambda() ? misplaced() : attrSet(heap[AT]!, Node.AttrSet);
    case Token.Rec:
      return recursiveSet();
    case Token.Let:
      return peek() === Token.OpenBrace ? attrSet(advance(), Node.LegacyLet) : misplaced();
    case Token.If:
    case Token.With:
    case Token.Assert:
      return misplaced();
    default:
      unexpected(EXPRESSION);
      return missing();
  }
}

function paren(): Ref {
  const first = advance();
  openBracket(Token.CloseParen);
  enterBracket();
  const inside = expression();
  leaveBracket();
  closeWith(Token.CloseParen, first);
  return node1(Node.Paren, first, heap[AT]!, inside);
}

function recursiveSet(): Ref {
  const first = advance();
  if (heap[KIND] === Token.OpenBrace) return attrSet(first, Node.AttrSet);
  unexpected(Token.OpenBrace);
  return leaf(Node.Skipped, first, heap[AT]!);
}

/** A function, `if`, `let`, `with` or `assert` where Nix wants parentheses around it. */
function misplaced(): Ref {
  const at = heap[AT]!;
  if (heap[COMPLAINED_AT] !== at) {
    heap[COMPLAINED_AT] = at;
    complainOfMissingParentheses(at, at + wordsUnderstood());
  }
  enterBracket();
  const inside = expression();
  leaveBracket();
  return inside;
}

/** How many tokens from here on could also begin something that needs no parentheses: Nix complains of the next. */
function wordsUnderstood(): number {
  switch (heap[KIND]) {
    case Token.Identifier: // `a` before `:`
    case Token.Let: // of `let {`
      return 1;
    case Token.OpenBrace: // `{` before `...`, `{ a` before `,`, `{ }` before `:`
      return peek() === Token.Ellipsis ? 1 : 2;
    default:
      return 0;
  }
}

function list(): Ref {
  const first = advance();
  const opened = open();
  if (heap[DEPTH]! >= heap[MAX_DEPTH]!) return tooDeep();
  enterBracket();
  openBracket(Token.CloseBracket);
  while (heap[KIND] !== Token.CloseBracket && heap[KIND] !== Token.EndOfFile) {
    if (startsOperand(heap[KIND]!)) {
      if (atForgottenSemicolon()) break;
      push(select());
    } else {
      if (endsBrackets(heap[KIND]!)) break;
      unexpected(ELEMENT);
      push(skipElement());
    }
  }
  leaveBracket();
  closeWith(Token.CloseBracket, first);
  return close(Node.List, first, heap[AT]!, opened);
}

/** Skips what is no element, up to the next one. */
function skipElement(): Ref {
  const first = heap[AT]!;
  do advanceOverBrackets();
  while (!startsOperand(heap[KIND]!) && !endsBrackets(heap[KIND]!) && heap[KIND] !== Token.EndOfFile);
  return leaf(Node.Skipped, first, heap[AT]!);
}

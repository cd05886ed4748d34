/** Sets, their bindings, and the paths of names that these have. */

import { BINDING, BINDING_OF_LET, END_OF_PATH, NAME, NAME_OR_SEMICOLON } from "../expected.ts";
import { AT, DEPTH, FORGOTTEN_BEFORE, IN_BINDINGS, KIND, MAX_DEPTH } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Node from "../node.ts";
import * as Token from "../token.ts";
import { endOfToken, startOfToken } from "../token-columns.ts";
import { NONE, type Ref } from "../tree.ts";
import { childCount, close, firstToken, leaf, node2, open, push } from "./build.ts";
import { endsBindings, startsName } from "./classes.ts";
import {
  assignBehindPath,
  closesNothing,
  closeWith,
  isExplained,
  missing,
  openBracket,
  tooDeep,
  unexpected,
  unexpectedBeside,
} from "./complain.ts";
import { expression } from "./expressions.ts";
import { advance, advanceOverBrackets, enterBracket, leaveBracket } from "./moving.ts";
import { byteAt } from "./scan.ts";
import { interpolation, string } from "./strings.ts";

const NEWLINE = 10;
/** What a name of a binding's path counts that stands for a set of its own. */
const PATH_DEPTH = 2;

/** At the opening brace. */
export function attrSet(first: number, kind: Node.NodeKind): Ref {
  const brace = advance();
  openBracket(Token.CloseBrace);
  const opened = open();
  bindings(Token.CloseBrace);
  closeWith(Token.CloseBrace, brace);
  return close(kind, first, heap[AT]!, opened);
}

/** Bindings up to the token that ends them, or one that cannot be inside of them. */
export function bindings(end: Token.TokenKind): void {
  const outside = heap[IN_BINDINGS]!;
  heap[IN_BINDINGS] = 1;
  enterBracket();
  while (heap[KIND] !== end && heap[KIND] !== Token.EndOfFile) {
    if (startsName(heap[KIND]!)) push(binding());
    else if (heap[KIND] === Token.Inherit) push(inherit());
    else {
      if (endsBindings(heap[KIND]!) && !closesNothing()) break;
      unexpected(end === Token.In ? BINDING_OF_LET : BINDING);
      push(skipBinding());
    }
  }
  leaveBracket();
  heap[IN_BINDINGS] = outside;
}

/** Skips what is no binding, up to the next one. */
function skipBinding(): Ref {
  const first = heap[AT]!;
  while (heap[KIND] !== Token.Semicolon && heap[KIND] !== Token.EndOfFile) {
    if (heap[KIND] === Token.Inherit || assignBehindPath() >= 0) break;
    if (endsBindings(heap[KIND]!) && !closesNothing()) break;
    advanceOverBrackets();
  }
  while (heap[KIND] === Token.Semicolon) advance();
  return leaf(Node.Skipped, first, heap[AT]!);
}

function binding(): Ref {
  const first = heap[AT]!;
  const path = attrPath();
  // every name but the last stands for a set around the value
  const pathDepth = (childCount(path) - 1) * PATH_DEPTH;
  if (heap[DEPTH]! + pathDepth >= heap[MAX_DEPTH]!) return tooDeep();
  let value: Ref = NONE;
  if (heap[KIND] === Token.Assign) {
    advance();
    heap[DEPTH]! += pathDepth;
    value = expression();
    heap[DEPTH]! -= pathDepth;
  } else {
    unexpected(END_OF_PATH);
    value = missing();
  }
  if (heap[KIND] === Token.Semicolon) advance();
  else endWithoutSemicolon(value);
  return node2(Node.Binding, first, heap[AT]!, path, value);
}

/** Where the `;` is missing, what follows up to the next one belongs to nothing. */
function endWithoutSemicolon(value: Ref): void {
  if (!isExplained()) unexpectedBeside(Token.Semicolon, endOfLineBefore(value));
  if (heap[AT] === heap[FORGOTTEN_BEFORE]) return;
  if (heap[KIND] === Token.Comma) advance(); // a comma in the place of the semicolon
  else if (heap[KIND] === Token.Assign || !(startsName(heap[KIND]!) || heap[KIND] === Token.Inherit)) skipToSemicolon();
}

/** Skips up to a semicolon and over it, unless what is around the binding ends before. */
function skipToSemicolon(): void {
  while (heap[KIND] !== Token.Semicolon && heap[KIND] !== Token.EndOfFile && !endsBindings(heap[KIND]!)) {
    advanceOverBrackets();
  }
  if (heap[KIND] === Token.Semicolon) advance();
}

/** The last token of the line before the one that the current token is on, if the value began before that; else -1. */
function endOfLineBefore(value: Ref): number {
  const start = firstToken(value);
  for (let token = heap[AT]! - 1; token >= start; token--) {
    const gapEnd = startOfToken(token + 1);
    for (let at = endOfToken(token); at < gapEnd; at++) if (byteAt(at) === NEWLINE) return token;
  }
  return -1;
}

function inherit(): Ref {
  const first = advance();
  const opened = open();
  if (heap[KIND] === Token.OpenParen) {
    const paren = advance();
    openBracket(Token.CloseParen);
    push(expression());
    closeWith(Token.CloseParen, paren);
  } else push(NONE);
  while (startsName(heap[KIND]!)) push(attrName());
  if (heap[KIND] === Token.Semicolon) advance();
  else {
    unexpected(NAME_OR_SEMICOLON);
    skipToSemicolon();
  }
  return close(Node.Inherit, first, heap[AT]!, opened);
}

export function attrPath(): Ref {
  const first = heap[AT]!;
  const opened = open();
  for (;;) {
    if (!startsName(heap[KIND]!)) {
      unexpected(NAME);
      push(missing());
      break;
    }
    push(attrName());
    if (heap[KIND] !== Token.Dot) break;
    advance();
  }
  return close(Node.AttrPath, first, heap[AT]!, opened);
}

function attrName(): Ref {
  if (heap[KIND] === Token.Quote) return string();
  return heap[KIND] === Token.DollarBrace ? interpolation() : ~advance();
}

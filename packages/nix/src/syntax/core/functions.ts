/** Functions and their arguments. */

import { END_OF_FORMAL, FORMAL, NAME } from "../expected.ts";
import { AT, KIND } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Node from "../node.ts";
import * as Token from "../token.ts";
import { kindOfToken } from "../token-columns.ts";
import { NONE, type Ref } from "../tree.ts";
import { close, leaf, node2, node3, open, push } from "./build.ts";
import { closesBracket, endsFormals, opensBracket } from "./classes.ts";
import { closeWith, expect, openBracket, unexpected } from "./complain.ts";
import { expression } from "./expressions.ts";
import { advance, advanceOverBrackets, enterBracket, lastToken, leaveBracket, peek, peekBehind } from "./moving.ts";

/** How far to look for the end of what may be the arguments of a function. */
const FORMALS_LOOKAHEAD = 400;

/** Whether what follows is a function: decided as Nix does, by the tokens behind a name or an opening brace. */
export function atLambda(): boolean {
  if (heap[KIND] === Token.Identifier) return followsArgument(peek());
  return heap[KIND] === Token.OpenBrace && atFormals();
}

/** Whether a token makes what stands before it the argument of a function. */
export function followsArgument(kind: Token.TokenKind): boolean {
  return kind === Token.Colon || kind === Token.At;
}

function atFormals(): boolean {
  switch (peek()) {
    case Token.Ellipsis:
      return true;
    case Token.CloseBrace:
      return followsArgument(peekBehind());
    case Token.Identifier: {
      const next = peekBehind();
      if (next === Token.Assign || next === Token.Dot) return false;
      if (next === Token.Comma || next === Token.Question || next === Token.CloseBrace) return true;
      // wrong either way: what comes behind the braces says which was meant
      return isColonBehindBraces();
    }
    default:
      return false;
  }
}

function isColonBehindBraces(): boolean {
  const start = heap[AT]!;
  const end = Math.min(start + FORMALS_LOOKAHEAD, lastToken());
  let open = 0;
  for (let token = start; token < end; token++) {
    if (opensBracket(kindOfToken(token))) open++;
    else if (closesBracket(kindOfToken(token))) {
      open--;
      if (open === 0) return followsArgument(kindOfToken(token + 1));
    }
  }
  return false;
}

export function lambda(): Ref {
  const first = heap[AT]!;
  let name: Ref = NONE;
  let inBraces: Ref = NONE;
  if (heap[KIND] === Token.Identifier) {
    name = ~advance();
    if (heap[KIND] === Token.At) {
      advance();
      if (heap[KIND] === Token.OpenBrace) inBraces = formals();
      else unexpected(Token.OpenBrace);
    }
  } else {
    inBraces = formals();
    if (heap[KIND] === Token.At) {
      advance();
      if (heap[KIND] === Token.Identifier) name = ~advance();
      else unexpected(NAME);
    }
  }
  expect(Token.Colon);
  const body = expression();
  return node3(Node.Lambda, first, heap[AT]!, name, inBraces, body);
}

function formals(): Ref {
  const first = advance();
  openBracket(Token.CloseBrace);
  const opened = open();
  while (heap[KIND] !== Token.CloseBrace && heap[KIND] !== Token.EndOfFile) {
    if (heap[KIND] === Token.Ellipsis) {
      push(~advance());
      break;
    }
    if (heap[KIND] !== Token.Identifier) {
      unexpected(FORMAL);
      if (endsFormals(heap[KIND]!)) break;
      push(skipFormal());
      continue;
    }
    push(formal());
    if (heap[KIND] === Token.Comma) advance();
    else if (heap[KIND] !== Token.CloseBrace) {
      unexpected(END_OF_FORMAL);
      if (heap[KIND] === Token.Semicolon && atFormalBehindSemicolon()) advance();
      else if (endsFormals(heap[KIND]!)) break;
    }
  }
  if (heap[KIND] !== Token.CloseBrace && !endsFormals(heap[KIND]!)) push(skipToBrace());
  closeWith(Token.CloseBrace, first);
  return close(Node.Formals, first, heap[AT]!, opened);
}

/** Skips what stands behind `...`. */
function skipToBrace(): Ref {
  unexpected(Token.CloseBrace);
  const first = heap[AT]!;
  while (heap[KIND] !== Token.CloseBrace && heap[KIND] !== Token.EndOfFile) advance();
  return leaf(Node.Skipped, first, heap[AT]!);
}

/** Whether the semicolon is meant as a comma. */
function atFormalBehindSemicolon(): boolean {
  const next = peek();
  if (next !== Token.Identifier) return next === Token.CloseBrace || next === Token.Ellipsis;
  const behind = peekBehind();
  return (
    behind === Token.Comma || behind === Token.Question || behind === Token.CloseBrace || behind === Token.Semicolon
  );
}

/** Skips what is no argument, up to the next one. */
function skipFormal(): Ref {
  const first = heap[AT]!;
  while (heap[KIND] !== Token.Comma && heap[KIND] !== Token.CloseBrace && !endsFormals(heap[KIND]!)) {
    advanceOverBrackets();
  }
  if (heap[KIND] === Token.Comma) advance();
  return leaf(Node.Skipped, first, heap[AT]!);
}

function formal(): Ref {
  const first = advance();
  let fallback: Ref = NONE;
  if (heap[KIND] === Token.Question) {
    advance();
    enterBracket();
    fallback = expression();
    leaveBracket();
  }
  return node2(Node.Formal, first, heap[AT]!, ~first, fallback);
}

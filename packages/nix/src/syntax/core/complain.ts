/** What is expected, and complaints where something else stands. */

import {
  complainOfDepth,
  complainOfUnclosedBracket,
  complainOfUnclosedComment,
  complainOfUnexpected,
} from "../complaints.ts";
import type { Expected } from "../expected.ts";
import { AT, COMPLAINED_AT, FORGOTTEN_BEFORE, KIND, OPEN } from "../layout.ts";
import { heap } from "../memory.ts";
import * as Node from "../node.ts";
import * as Token from "../token.ts";
import { kindOfToken } from "../token-columns.ts";
import type { Ref } from "../tree.ts";
import { leaf } from "./build.ts";
import { closesBracket } from "./classes.ts";
import { advance, goTo, lastToken } from "./moving.ts";

/** No other token has to do with it. */
const NONE_RELATED = -1;

export function expect(kind: Token.TokenKind): void {
  if (heap[KIND] === kind) advance();
  else unexpected(kind);
}

export function openBracket(closing: Token.TokenKind): void {
  heap[OPEN + closing]!++;
}

/** At the end of what the bracket `open` has opened. */
export function closeWith(kind: Token.TokenKind, open: number): void {
  heap[OPEN + kind]!--;
  if (heap[KIND] === kind) advance();
  else closeWithout(kind, open);
}

function closeWithout(kind: Token.TokenKind, open: number): void {
  if (heap[KIND] === Token.EndOfFile && !isExplained()) {
    complainOfUnclosedBracket(open, kind, heap[AT]!);
    heap[COMPLAINED_AT] = heap[AT]!;
    return;
  }
  unexpectedBeside(kind, open);
  // a bracket of the wrong kind that closes nothing else was meant for this one
  if (closesNothing()) advance();
  if (heap[KIND] === kind) advance();
}

/** At a closing bracket of a kind that is not open. */
export function closesNothing(): boolean {
  return closesBracket(heap[KIND]!) && heap[OPEN + heap[KIND]!] === 0;
}

export function unexpected(expected: Expected): void {
  unexpectedBeside(expected, NONE_RELATED);
}

/** `related` is a token that has to do with it. */
export function unexpectedBeside(expected: Expected, related: number): void {
  if (isExplained()) return;
  if (heap[KIND] === Token.UnclosedComment) {
    unclosedComment(0);
    return;
  }
  const at = heap[AT]!;
  heap[COMPLAINED_AT] = at;
  complainOfUnexpected(at, expected, related, at === heap[FORGOTTEN_BEFORE] ? assignBehindPath() : at);
}

/** Whether there was a complaint about the current token, or about a comment that swallowed everything up to it. */
export function isExplained(): boolean {
  const at = heap[AT]!;
  if (heap[COMPLAINED_AT] === at) return true;
  return heap[KIND] === Token.EndOfFile && at > 0 && kindOfToken(at - 1) === Token.UnclosedComment;
}

/** At a comment without an end. Nix reads so many of its bytes before it complains. */
export function unclosedComment(bytesUnderstood: number): void {
  if (heap[COMPLAINED_AT] === heap[AT]) return;
  heap[COMPLAINED_AT] = heap[AT]!;
  complainOfUnclosedComment(heap[AT]!, bytesUnderstood);
}

/**
 * The `=` of a binding that starts at the current token, or -1: `a`, or `a.b."c"` and so on, with a `=` behind. No
 * argument is followed by one.
 */
export function assignBehindPath(): number {
  if (heap[KIND] !== Token.Identifier) return -1;
  let token = heap[AT]! + 1;
  while (kindOfToken(token) === Token.Dot) {
    const name = kindOfToken(token + 1);
    if (name === Token.Identifier) token += 2;
    else if (name === Token.Quote && kindOfToken(token + 3) === Token.Quote) token += 4;
    else break;
  }
  return kindOfToken(token) === Token.Assign ? token : -1;
}

export function missing(): Ref {
  return leaf(Node.Missing, heap[AT]!, heap[AT]!);
}

/** Gives up: everything that is left belongs to the nodes that are open. */
export function tooDeep(): Ref {
  const last = lastToken();
  if (heap[COMPLAINED_AT] !== last) complainOfDepth(heap[AT]!);
  heap[COMPLAINED_AT] = last;
  const first = heap[AT]!;
  goTo(last);
  return leaf(Node.Skipped, first, last);
}

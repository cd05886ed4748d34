/** Operators, from the loosest to the tightest: pipes, those with a rank, application, selection. */

import { complainOfChain } from "../complaints.ts";
import {
  AT,
  COMPLAINED_AT,
  DEPTH,
  FORGOTTEN_BEFORE,
  IN_BINDINGS,
  KIND,
  MAX_DEPTH,
  PRECEDENCES,
  RIGHT_ASSOCIATIVE,
} from "../layout.ts";
import { heap, heapBytes } from "../memory.ts";
import * as Node from "../node.ts";
import { UNARY_MINUS, UNARY_NOT } from "../operators.ts";
import * as Token from "../token.ts";
import { NONE, type Ref } from "../tree.ts";
import { attrPath } from "./bindings.ts";
import { close, node2, node3, open, push } from "./build.ts";
import { isComparison, startsOperand } from "./classes.ts";
import { assignBehindPath, tooDeep, unclosedComment } from "./complain.ts";
import { advance } from "./moving.ts";
import { operand } from "./operands.ts";

export function operators(): Ref {
  const first = heap[AT]!;
  const left = operation(0);
  if (heap[KIND] === Token.PipeInto) return pipeInto(left, first);
  if (heap[KIND] === Token.PipeFrom) return pipeFrom(left, first);
  return left;
}

/** `a |> f |> g`, from the left. */
function pipeInto(innermost: Ref, first: number): Ref {
  let left = innermost;
  while (heap[KIND] === Token.PipeInto || heap[KIND] === Token.PipeFrom) {
    if (heap[KIND] === Token.PipeFrom) chained();
    const operator = ~advance();
    const right = operation(0);
    left = node3(Node.Binary, first, heap[AT]!, left, operator, right);
  }
  return left;
}

/** `f <| g <| a`, from the right. */
function pipeFrom(left: Ref, first: number): Ref {
  if (heap[DEPTH]! >= heap[MAX_DEPTH]!) return tooDeep();
  heap[DEPTH]!++;
  const operator = ~advance();
  const second = heap[AT]!;
  let right = operation(0);
  if (heap[KIND] === Token.PipeInto) chained();
  if (heap[KIND] === Token.PipeFrom || heap[KIND] === Token.PipeInto) right = pipeFrom(right, second);
  heap[DEPTH]!--;
  return node3(Node.Binary, first, heap[AT]!, left, operator, right);
}

/** At an operator that cannot follow the one before it. */
function chained(): void {
  heap[COMPLAINED_AT] = heap[AT]!;
  complainOfChain(heap[AT]!);
}

/** Operators that bind at least as tightly as `least`. */
function operation(least: number): Ref {
  const first = heap[AT]!;
  const isUnary = heap[KIND] === Token.Not || heap[KIND] === Token.Minus;
  if (isUnary && heap[DEPTH]! >= heap[MAX_DEPTH]!) return tooDeep();
  const left = isUnary ? unary(first) : application();
  // most operands have no operator behind them, and what follows needs room for more
  return heapBytes[PRECEDENCES + heap[KIND]!] === 0 ? endOperation(left) : binary(left, first, least);
}

function unary(first: number): Ref {
  heap[DEPTH]!++;
  const precedence = heap[KIND] === Token.Not ? UNARY_NOT : UNARY_MINUS;
  const operator = ~advance();
  const right = operation(precedence);
  const ref = node2(Node.Unary, first, heap[AT]!, operator, right);
  heap[DEPTH]!--;
  return ref;
}

function endOperation(ref: Ref): Ref {
  // Nix has no token for this either: it takes the `/` for a division, and complains of the `*`
  if (heap[KIND] === Token.UnclosedComment) unclosedComment(1);
  return ref;
}

function binary(innermost: Ref, first: number, least: number): Ref {
  let left = innermost;
  let links = 0;
  let last = 0; // the rank of the operator before, if that cannot be chained
  for (;;) {
    const kind = heap[KIND]!;
    const precedence = heapBytes[PRECEDENCES + kind]!;
    if (precedence === 0 || precedence < least) return endOperation(left);
    if (precedence === last) chained();
    if (kind === Token.Question) {
      advance();
      links++;
      // such a chain leans to the left, and those who read the tree go down into it
      if (links + heap[DEPTH]! > heap[MAX_DEPTH]!) return tooDeep();
      const path = attrPath();
      left = node2(Node.HasAttr, first, heap[AT]!, left, path);
      last = 0; // `a ? b ? c` is `(a ? b) ? c`: what stands behind `?` is no operand
      continue;
    }
    const operator = ~advance();
    let right: Ref = NONE;
    if (heapBytes[RIGHT_ASSOCIATIVE + kind] === 1) {
      if (heap[DEPTH]! >= heap[MAX_DEPTH]!) return tooDeep();
      heap[DEPTH]!++;
      right = operation(precedence);
      heap[DEPTH]!--;
      last = 0;
    } else {
      right = operation(precedence + 1);
      last = isComparison(kind) ? precedence : 0;
    }
    left = node3(Node.Binary, first, heap[AT]!, left, operator, right);
  }
}

function application(): Ref {
  const first = heap[AT]!;
  const callee = select();
  if (!startsOperand(heap[KIND]!) || atForgottenSemicolon()) return callee;
  const opened = open();
  push(callee);
  while (startsOperand(heap[KIND]!) && !atForgottenSemicolon()) push(select());
  return close(Node.Apply, first, heap[AT]!, opened);
}

/**
 * Whether the next argument or element is none, but the start of the next binding. Nix takes it for one, and
 * complains of the `=` behind it.
 */
export function atForgottenSemicolon(): boolean {
  if (heap[KIND] !== Token.Identifier || heap[IN_BINDINGS] === 0 || assignBehindPath() < 0) return false;
  heap[FORGOTTEN_BEFORE] = heap[AT]!;
  return true;
}

/** `a.b.c or d`, and the old `a or`. */
export function select(): Ref {
  const first = heap[AT]!;
  const subject = operand();
  if (heap[KIND] === Token.Dot) return selection(subject, first);
  if (heap[KIND] !== Token.OrKeyword) return subject;
  const or = ~advance();
  return node2(Node.ApplyOr, first, heap[AT]!, subject, or);
}

function selection(subject: Ref, first: number): Ref {
  advance();
  const path = attrPath();
  let fallback: Ref = NONE;
  if (heap[KIND] === Token.OrKeyword) {
    if (heap[DEPTH]! >= heap[MAX_DEPTH]!) return tooDeep();
    heap[DEPTH]!++;
    advance();
    fallback = select();
    heap[DEPTH]!--;
  }
  return node3(Node.Select, first, heap[AT]!, subject, path, fallback);
}

/**
 * Tokens to a tree: recursive descent, with precedence climbing for the operators.
 *
 * The grammar is Nix's `parser.y`, function by function. The parser never throws and never gives up: what is missing
 * becomes a `Missing` node, what fits nowhere a `Skipped` one, and it goes on at the next place that makes sense, so
 * that one run reports several mistakes. It notices a mistake at the same token as Nix's own parser, which looks one
 * token ahead.
 */

import {
  AT,
  BEHIND,
  COMPLAINED_AT,
  DEPTH,
  FORGOTTEN_BEFORE,
  IN_BINDINGS,
  KIND,
  MEMORY_WORDS,
  NODE_WORDS,
  NODES,
  OPEN,
  TOKEN_COUNT,
  TOKEN_ENDS,
  WAITING_TOP,
} from "../layout.ts";
import { growNodes } from "../grow.ts";
import { heap } from "../memory.ts";
import * as Node from "../node.ts";
import * as Token from "../token.ts";
import type { Ref } from "../tree.ts";
import { close, leaf, open, push } from "./build.ts";
import { unexpected } from "./complain.ts";
import { expression } from "./expressions.ts";
import { readTokens } from "./lexer.ts";
import { goTo, lastToken } from "./moving.ts";

/** Reads the source that lies in the memory, and returns the root of its tree. */
export function readSource(): Ref {
  readTokens();
  prepare();
  const whole = expression();
  const opened = open();
  push(whole);
  if (heap[KIND] !== Token.EndOfFile) {
    unexpected(Token.EndOfFile);
    const first = heap[AT]!;
    goTo(lastToken());
    push(leaf(Node.Skipped, first, heap[AT]!));
  }
  return close(Node.File, 0, heap[TOKEN_COUNT]!, opened);
}

function prepare(): void {
  const waiting = heap[TOKEN_ENDS]! + heap[TOKEN_COUNT]!;
  heap[WAITING_TOP] = waiting;
  const nodes = waiting + heap[TOKEN_COUNT]! + BEHIND;
  if (nodes >= heap[MEMORY_WORDS]!) growNodes(nodes + 1);
  heap[NODES] = nodes;
  // index 0 is NONE
  heap[nodes] = 0;
  heap[NODE_WORDS] = 1;
  heap[DEPTH] = 0;
  heap[IN_BINDINGS] = 0;
  heap[FORGOTTEN_BEFORE] = -1;
  heap[COMPLAINED_AT] = -1;
  heap.fill(0, OPEN, OPEN + Token.CloseBracket + 1);
  goTo(0);
}

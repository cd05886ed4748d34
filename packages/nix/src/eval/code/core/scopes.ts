/**
 * The names in scope. What each means at the current place lies in one table, and what that hides on a stack, so that a look-up
 * is one load however deep the scopes are nested.
 */

import { heap } from "../../../syntax/memory.ts";
import { BOUND, HIDDEN, HIDDEN_COUNT, IMPLIED, INNERMOST, LEVELS, SLOTS } from "./state.ts";

/** Nothing defines the name; any number above is that of a variable, plus one. */
export const NO_VARIABLE = 0;
/** A name that Nix itself provides. */
export const GLOBAL = -1;

export function meaningOf(name: number): number {
  return heap[heap[INNERMOST]! + name]!;
}

/** Whether one of the names that the grammar implies means what Nix means by it. */
export function isImplied(which: number): boolean {
  const name = heap[IMPLIED + which]!;
  return name < 0 || meaningOf(name) === GLOBAL;
}

/** Opens a scope; hand what it returns to {@link closeScope}. */
export function openScope(): number {
  return heap[HIDDEN_COUNT]!;
}

export function bind(name: number, level: number, slot: number): void {
  const variable = heap[BOUND]!;
  heap[heap[LEVELS]! + variable] = level;
  heap[heap[SLOTS]! + variable] = slot;
  heap[BOUND] = variable + 1;
  const count = heap[HIDDEN_COUNT]!;
  const hidden = heap[HIDDEN]! + count;
  const place = heap[INNERMOST]! + name;
  heap[hidden] = name;
  heap[hidden + 1] = heap[place]!;
  heap[HIDDEN_COUNT] = count + 2;
  heap[place] = variable + 1;
}

export function closeScope(scope: number): void {
  const innermost = heap[INNERMOST]!;
  const hidden = heap[HIDDEN]!;
  for (let at = heap[HIDDEN_COUNT]!; at > scope;) {
    at -= 2;
    heap[innermost + heap[hidden + at]!] = heap[hidden + at + 1]!;
  }
  heap[HIDDEN_COUNT] = scope;
}

export function levelOf(meaning: number): number {
  return heap[heap[LEVELS]! + meaning - 1]!;
}

export function slotOf(meaning: number): number {
  return heap[heap[SLOTS]! + meaning - 1]!;
}

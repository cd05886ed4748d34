/** Functions, and the file as a whole. */

import * as Node from "../../../syntax/node.ts";
import { heap } from "../../../syntax/memory.ts";
import * as Op from "../code.ts";
import { expression } from "./expressions.ts";
import { put, putName, record, wait, waiting } from "./records.ts";
import { bind, closeScope, levelOf, meaningOf, openScope } from "./scopes.ts";
import { FUNCTION_NAME, LEVEL, PENDING_COUNT, refuse } from "./state.ts";
import { childAt, childCount, kindOf, nameOfToken, startOf } from "./tree.ts";

/** The address of the record of a file, of which the root node is given; some outer names may be bound already. */
export function compileFile(root: number): number {
  return expression(childAt(root, 0));
}

/** Binds the next of the names that are around a file. */
export function bindOuter(name: number, slot: number): void {
  heap[LEVEL] = 1;
  bind(name, 1, slot);
}

export function lambda(ref: number, functionName: number): number {
  const nameRef = childAt(ref, 0);
  const formals = childAt(ref, 1);
  const argument = nameRef === 0 ? -1 : nameOfToken(~nameRef);
  const children = formals === 0 ? 0 : childCount(formals);
  const scope = openScope();
  const level = heap[LEVEL]! + 1;
  heap[LEVEL] = level;
  if (argument >= 0) bind(argument, level, 0);
  const count = bindFormals(formals, children, level, argument >= 0 ? 1 : 0);
  const from = heap[PENDING_COUNT]!;
  for (let index = 0; index < children; index++) {
    const formal = childAt(formals, index);
    if (kindOf(formal) !== Node.Formal) continue;
    const fallback = childAt(formal, 1);
    wait(fallback === 0 ? -1 : expression(fallback));
  }
  // the functions that a function returns at once have its name, too
  heap[FUNCTION_NAME] = functionName;
  const body = expression(childAt(ref, 2));
  heap[LEVEL] = level - 1;
  closeScope(scope);

  const address = record(Op.LAMBDA, 6 + count * 4, ref);
  put(address + 1, body - address);
  putName(address + 2, argument);
  putName(address + 3, functionName);
  put(address + 4, children > count ? 1 : 0);
  put(address + 5, formals === 0 ? -1 : count);
  put(address + 6, -1);
  let word = address + 7;
  let next = from;
  for (let index = 0; index < children; index++) {
    const formal = childAt(formals, index);
    if (kindOf(formal) !== Node.Formal) continue;
    const fallback = waiting(next++);
    putName(word, nameOfToken(~childAt(formal, 0)));
    put(word + 1, fallback < 0 ? 0 : fallback - address);
    put(word + 2, -1);
    put(word + 3, startOf(formal));
    word += 4;
  }
  heap[PENDING_COUNT] = from;
  return address;
}

/** Binds the names between the braces to the slots from `first` on. Returns how many there are: all but the ellipsis. */
function bindFormals(formals: number, children: number, level: number, first: number): number {
  let count = 0;
  for (let index = 0; index < children; index++) {
    const formal = childAt(formals, index);
    if (kindOf(formal) !== Node.Formal) continue;
    const name = nameOfToken(~childAt(formal, 0));
    const meaning = meaningOf(name);
    if (meaning > 0 && levelOf(meaning) === level) refuse(); // named twice
    bind(name, level, first + count++);
  }
  return count;
}

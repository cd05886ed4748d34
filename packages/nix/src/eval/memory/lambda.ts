/** What a function asks for, as its record of code says (see `code.ts`). */

import { type Code, type Handle, heap } from "./heap.ts";
import { placeOfCode, positionAt, type SourcePlace } from "../code/link.ts";
import type { Symbol } from "../../syntax/symbols.ts";

const FORMALS = 7;
const FORMAL_WORDS = 4;

function lambdaOf(callee: Handle): Code {
  return heap[callee >>> 3]!;
}

/** Where a function is written. */
export function placeOfFunction(callee: Handle): SourcePlace | undefined {
  return placeOfCode(lambdaOf(callee));
}

/** The name of the whole argument, behind or before an `@` if there are formals. */
export function argumentName(callee: Handle): Symbol | undefined {
  const symbol = heap[lambdaOf(callee) + 2]!;
  return symbol < 0 ? undefined : symbol;
}

/** Whether it takes a set apart: `{ a, b }: …`. */
export function hasFormals(callee: Handle): boolean {
  return heap[lambdaOf(callee) + 5]! >= 0;
}

/** Whether there is a `...` among the formals. */
export function hasEllipsis(callee: Handle): boolean {
  return heap[lambdaOf(callee) + 4] === 1;
}

/** The formals as they are written; there are none if it takes its argument as a whole. */
export function eachFormal(
  callee: Handle,
  visit: (symbol: Symbol, hasDefault: boolean, position: number) => void,
): void {
  const lambda = lambdaOf(callee);
  const end = lambda + FORMALS + heap[lambda + 5]! * FORMAL_WORDS;
  for (let word = lambda + FORMALS; word < end; word += FORMAL_WORDS) {
    visit(heap[word]!, heap[word + 1] !== 0, positionAt(lambda, heap[word + 3]!));
  }
}

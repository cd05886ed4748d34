/** Functions that take sets apart, and sets that are called. */

import { type Code, type Handle, heap } from "../memory/heap.ts";
import { quoteName } from "../../syntax/quote.ts";
import { withSuggestions } from "../errors/suggestions.ts";
import { shapeOf, slotOf } from "../memory/shapes.ts";
import { symbols } from "../memory/strings.ts";
import { attribute } from "../memory/values.ts";
import { fail } from "./machine.ts";

/** A set lacks an argument of a function, or has one that the function does not have. */
export function raiseOtherArguments(lambda: Code, shapeId: number): never {
  const shape = shapeOf(shapeId);
  const name = functionName(lambda);
  const formals = new Set<number>();
  for (let index = 0, word = lambda + 7; index < heap[lambda + 5]!; index++, word += 4) {
    const symbol = heap[word]!;
    formals.add(symbol);
    if (slotOf(shape, symbol) >= 0 || heap[word + 1] !== 0) continue;
    throw fail(
      "type",
      `function '${name}' called without required argument '${quoteName(symbols.name(symbol))}'`,
      lambda,
    );
  }
  const unexpected = symbols.name(shape.symbols.find((symbol) => !formals.has(symbol))!);
  const text = `function '${name}' called with unexpected argument '${quoteName(unexpected)}'`;
  throw withSuggestions(fail("type", text, lambda), unexpected, [...formals]);
}

function functionName(lambda: Code): string {
  const symbol = heap[lambda + 3]!;
  return symbol < 0 ? "anonymous lambda" : symbols.name(symbol);
}

const FUNCTOR = symbols.ofName("__functor");

/** What a set is called by; 0 if it has nothing for that. */
export function functorOf(set: Handle): Handle {
  return attribute(set, FUNCTOR) ?? 0;
}

/** Functions that take sets apart, and sets that are called. */

import { type Code, type Handle, heap } from "../memory/heap.ts";
import { quoteName } from "../../syntax/quote.ts";
import { withSuggestions } from "../errors/suggestions.ts";
import { shapeOf, slotOf } from "../memory/shapes.ts";
import { symbols } from "../memory/strings.ts";
import { attribute } from "../memory/values.ts";
import { fail } from "./machine.ts";

/** Remembers in which slots of a shape a function finds its arguments. */
export function matchFormals(lambda: Code, shapeId: number): void {
  const shape = shapeOf(shapeId);
  const count = heap[lambda + 5]!;
  heap[lambda + 6] = -1;
  let used = 0;
  for (let index = 0, word = lambda + 7; index < count; index++, word += 4) {
    const slot = slotOf(shape, heap[word]!);
    heap[word + 2] = slot;
    if (slot >= 0) used++;
    else if (heap[word + 1] === 0) {
      const text = `function '${functionName(lambda)}' called without required argument '${quoteName(symbols.name(heap[word]!))}'`;
      throw fail("type", text, lambda);
    }
  }
  if (heap[lambda + 4] === 0 && used !== shape.symbols.length) {
    const names = new Set<number>();
    for (let index = 0; index < count; index++) names.add(heap[lambda + 7 + index * 4]!);
    const unexpected = symbols.name(shape.symbols.find((symbol) => !names.has(symbol))!);
    const text = `function '${functionName(lambda)}' called with unexpected argument '${quoteName(unexpected)}'`;
    throw withSuggestions(fail("type", text, lambda), unexpected, [...names]);
  }
  heap[lambda + 6] = shapeId;
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

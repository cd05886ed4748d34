/** Names that are looked up while evaluating: those after `?`, computed ones, and the variables of `with`. */

import { contextNotAllowed } from "../errors/context-text.ts";
import { ATTRS, ATTRS_HEADER, type Code, type Environment, type Handle, heap, STRING } from "../memory/heap.ts";
import { shapeOf, slotOf } from "../memory/shapes.ts";
import { contextOf, NO_CONTEXT, symbolOfString, symbols } from "../memory/strings.ts";
import { lookAtName } from "./source-facts.ts";
import { evaluate, fail, force, typeError } from "./machine.ts";

export function has(code: Code, environment: Environment): boolean {
  let value = evaluate(code + heap[code + 1]!, environment);
  const count = heap[code + 2]!;
  for (let index = 0, word = code + 3; index < count; index++, word += 2) {
    value = force(value);
    const symbol = symbolAt(code, word, environment);
    if ((value & 7) !== ATTRS) return false;
    lookAtName(value, symbol);
    const slot = slotOf(shapeOf(heap[value >>> 3]!), symbol);
    if (slot < 0) return false;
    value = heap[(value >>> 3) + ATTRS_HEADER + slot]!;
  }
  return true;
}

/** The symbol of a name of a path, which may have to be computed. */
export function symbolAt(code: Code, word: number, environment: Environment): number {
  const symbol = heap[word]!;
  return symbol >= 0 ? symbol : nameOf(evaluate(code + heap[word + 1]!, environment), code);
}

/** The symbol that a computed name stands for. */
export function nameOf(name: Handle, code: Code): number {
  if ((name & 7) !== STRING) throw typeError("a string", name, code);
  if (contextOf(name) !== NO_CONTEXT) throw fail("eval", contextNotAllowed(name), code);
  return symbolOfString(name);
}

/** A name that may be in the set of a `with` around it; the innermost that has it wins. */
export function lookUp(code: Code, environment: Environment): Handle {
  const symbol = heap[code + 1]!;
  const count = heap[code + 2]!;
  for (let index = 0; index < count; index++) {
    let outer = environment;
    for (let depth = heap[code + 3 + index]!; depth > 0; depth--) outer = heap[outer]!;
    const scope = force(heap[outer + 1]!);
    if ((scope & 7) !== ATTRS) throw typeError("a set", scope, code);
    const slot = slotOf(shapeOf(heap[scope >>> 3]!), symbol);
    lookAtName(scope, symbol);
    if (slot >= 0) return force(heap[(scope >>> 3) + ATTRS_HEADER + slot]!);
  }
  const error = fail("undefined-variable", `undefined variable '${symbols.name(symbol)}'`, code);
  error.lookups = [{ wanted: symbols.name(symbol), names: namesOfScopes(code, environment) }];
  throw error;
}

/** The names that the sets of the `with`s around a variable have. */
function namesOfScopes(code: Code, environment: Environment): number[] {
  const depths = Array.from({ length: heap[code + 2]! }, (_, index) => heap[code + 3 + index]!);
  return depths.flatMap((depth) => {
    let outer = environment;
    for (let up = depth; up > 0; up--) outer = heap[outer]!;
    return Array.from(shapeOf(heap[force(heap[outer + 1]!) >>> 3]!).symbols);
  });
}

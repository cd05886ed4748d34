/** What computed names stand for, and the error of a name that nothing around it has. */

import { contextNotAllowed } from "../errors/context-text.ts";
import { type Code, type Environment, type Handle, heap, STRING } from "../memory/heap.ts";
import { shapeOf } from "../memory/shapes.ts";
import { contextOf, NO_CONTEXT, symbolOfString, symbols } from "../memory/strings.ts";
import { fail, force, typeError } from "./machine.ts";

/** The symbol that a computed name stands for. */
export function symbolOfName(name: Handle, code: Code): number {
  if ((name & 7) !== STRING) throw typeError("a string", name, code);
  if (contextOf(name) !== NO_CONTEXT) throw fail("eval", contextNotAllowed(name), code);
  return symbolOfString(name);
}

/** None of the sets of the `with`s around a variable has it. */
export function raiseUndefined(code: Code, environment: Environment): never {
  const name = symbols.name(heap[code + 1]!);
  const error = fail("undefined-variable", `undefined variable '${name}'`, code);
  error.lookups = [{ wanted: name, names: namesOfScopes(code, environment) }];
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

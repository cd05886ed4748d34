/** The value of a thunk, and what stands for a value before anybody asks for it. */

import * as Op from "../code/code.ts";
import { literal } from "../code/link.ts";
import {
  allocate,
  type Code,
  EMPTY_LIST,
  type Environment,
  FLOAT_KIND,
  FRAME_TOP,
  FUNCTION,
  type Handle,
  heap,
  LARGE_INTEGER_KIND,
  LAST_FRAME,
  number,
  THUNK,
  thunk,
  TRAIL_MARK,
} from "../memory/words.ts";
import { noteEvaluated } from "../machine/machine.ts";
import { raiseInfiniteRecursion, raiseStackOverflow } from "../machine/raise.ts";
import { evaluate } from "./evaluate.ts";

/** The value of a thunk; anything else is its own. */
export function force(handle: Handle): Handle {
  if ((handle & 7) !== THUNK) return handle;
  const cell = handle >>> 3;
  const code = heap[cell]!;
  if (code === 0) return heap[cell + 1]!;
  return evaluateThunk(cell, code);
}

/** The value of an attribute, for a selection from a set. */
export function forceAttr(handle: Handle, selection: Code, set: number): Handle {
  if ((handle & 7) !== THUNK) return handle;
  const cell = handle >>> 3;
  const code = heap[cell]!;
  if (code === 0) return heap[cell + 1]!;
  // whoever selects takes the frame away
  pushFrame(-selection, -set);
  return evaluateThunk(cell, code);
}

function evaluateThunk(cell: number, code: Code): Handle {
  if (code < 0) raiseInfiniteRecursion(-code);
  const environment = heap[cell + 1]!;
  heap[cell] = -code;
  const frame = heap[FRAME_TOP]!;
  if (frame >= LAST_FRAME) raiseStackOverflow();
  heap[frame] = cell;
  heap[FRAME_TOP] = frame + 1;
  const value = evaluate(code, environment);
  heap[FRAME_TOP] = frame;
  if (cell < heap[TRAIL_MARK]!) noteEvaluated(cell, code, environment);
  heap[cell] = 0;
  heap[cell + 1] = value;
  return value;
}

/** Puts two words on top of what is under way. */
export function pushFrame(first: number, second: number): void {
  const frame = heap[FRAME_TOP]!;
  heap[frame] = first;
  heap[frame + 1] = second;
  heap[FRAME_TOP] = frame + 2;
}

/**
 * What an argument, an attribute or an element is before anybody asks for it: a thunk, or the value where that is
 * already there.
 */
export function delay(code: Code, environment: Environment): Handle {
  switch (heap[code]) {
    case Op.CONSTANT:
      return heap[code + 1]!;
    case Op.LOCAL: {
      // a name of the same `let` or `rec` may have no value yet
      const value = heap[environment + 1 + heap[code + 1]!]!;
      return value === 0 ? thunk(code, environment) : value;
    }
    case Op.OUTER: {
      const value = heap[outer(environment, heap[code + 1]!) + 1 + heap[code + 2]!]!;
      return value === 0 ? thunk(code, environment) : value;
    }
    case Op.STRING_LITERAL:
    case Op.PATH_LITERAL:
      return literal(code);
    case Op.INTEGER_LITERAL:
      return number(LARGE_INTEGER_KIND, heap[code + 1]!, heap[code + 2]!);
    case Op.FLOAT_LITERAL:
      return number(FLOAT_KIND, heap[code + 1]!, heap[code + 2]!);
    case Op.LIST:
      return heap[code + 1] === 0 ? EMPTY_LIST : thunk(code, environment);
    default:
      return thunk(code, environment);
  }
}

/** The environment so many levels around another. */
export function outer(environment: Environment, depth: number): Environment {
  let around = environment;
  for (let level = depth; level > 0; level--) around = heap[around]!;
  return around;
}

export function closure(code: Code, environment: Environment): Handle {
  const address = allocate(2);
  heap[address] = code;
  heap[address + 1] = environment;
  return (address << 3) | FUNCTION;
}

/** Calls of functions and of what can be called besides. */

import { CALL, ofBuiltin, ofOther } from "../machine/frames.ts";
import { functorOf, raiseOtherArguments } from "../machine/formals.ts";
import { lookAtNames } from "../machine/source-facts.ts";
import { raiseNoFunction, raiseNotAFunction, raiseNotASet, raiseStackOverflow } from "../machine/raise.ts";
import { countOfShape, slotIn } from "../memory/shape-words.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  allocate,
  BUILTIN_KIND,
  CALL_DEPTH,
  type Code,
  type Environment,
  FRAME_TOP,
  FUNCTION,
  HAS_FACTS,
  type Handle,
  heap,
  kindOf,
  LAST_FRAME,
  MAX_CALL_DEPTH,
  OTHER,
  PARTIAL_KIND,
} from "../memory/words.ts";
import { applyBuiltin } from "./builtins.ts";
import { evaluate } from "./evaluate.ts";
import { delay, force, pushFrame } from "./values.ts";

/** The environment of a function's body. */
export function enter(callee: Handle, lambda: Code, argument: Handle): Environment {
  const count = heap[lambda + 5]!;
  if (count < 0) {
    const inner = allocate(2);
    heap[inner] = heap[(callee >>> 3) + 1]!;
    heap[inner + 1] = argument;
    return inner;
  }
  const value = force(argument);
  if ((value & 7) !== ATTRS) raiseNotASet(value, lambda);
  const cell = value >>> 3;
  if (heap[HAS_FACTS] !== 0) lookAtNames(value);
  if (heap[lambda + 6] !== heap[cell]) matchFormals(lambda, heap[cell]!);
  const named = heap[lambda + 2]! >= 0 ? 1 : 0;
  const inner = allocate(1 + named + count);
  heap[inner] = heap[(callee >>> 3) + 1]!;
  if (named === 1) heap[inner + 1] = argument;
  for (let index = 0, word = lambda + 7, slot = inner + 1 + named; index < count; index++, word += 4, slot++) {
    const found = heap[word + 2]!;
    heap[slot] = found >= 0 ? heap[cell + ATTRS_HEADER + found]! : delay(lambda + heap[word + 1]!, inner);
  }
  return inner;
}

/** Remembers in which slots of a shape a function finds its arguments. */
function matchFormals(lambda: Code, shape: number): void {
  const count = heap[lambda + 5]!;
  heap[lambda + 6] = -1;
  let used = 0;
  for (let index = 0, word = lambda + 7; index < count; index++, word += 4) {
    const slot = slotIn(shape, heap[word]!);
    heap[word + 2] = slot;
    if (slot >= 0) used++;
    else if (heap[word + 1] === 0) raiseOtherArguments(lambda, shape);
  }
  if (heap[lambda + 4] === 0 && used !== countOfShape(shape)) raiseOtherArguments(lambda, shape);
  heap[lambda + 6] = shape;
}

/** Calls a function with one argument. */
export function call(callee: Handle, argument: Handle): Handle {
  if (heap[CALL_DEPTH]! >= heap[MAX_CALL_DEPTH]!) raiseStackOverflow();
  heap[CALL_DEPTH] = heap[CALL_DEPTH]! + 1;
  const value = force(callee);
  const frame = heap[FRAME_TOP]!;
  // builtins may call each other without end, and nothing else looks at what is left
  if (frame >= LAST_FRAME) raiseStackOverflow();
  pushFrame(CALL, 0);
  let result = 0;
  if ((value & 7) === FUNCTION) {
    const lambda = heap[value >>> 3]!;
    heap[frame + 1] = -lambda;
    const inner = enter(value, lambda, argument);
    result = evaluate(lambda + heap[lambda + 1]!, inner);
  } else if ((value & 7) === OTHER && kindOf(value) === BUILTIN_KIND) {
    heap[frame + 1] = ofBuiltin(heap[(value >>> 3) + 1]!);
    result = heap[(value >>> 3) + 2] === 1 ? applyBuiltin(value, argument, 0, 0) : partial(value, 1, argument, 0);
  } else {
    heap[frame + 1] = ofOther(value);
    result = callOther(value, argument, 0);
  }
  heap[FRAME_TOP] = frame;
  heap[CALL_DEPTH] = heap[CALL_DEPTH]! - 1;
  return result;
}

/** Calls a function with two arguments, as one call. */
export function call2(callee: Handle, first: Handle, second: Handle): Handle {
  if (heap[CALL_DEPTH]! >= heap[MAX_CALL_DEPTH]!) raiseStackOverflow();
  heap[CALL_DEPTH] = heap[CALL_DEPTH]! + 1;
  const value = force(callee);
  let result = 0;
  if ((value & 7) === OTHER && kindOf(value) === BUILTIN_KIND && heap[(value >>> 3) + 2] === 2) {
    const frame = heap[FRAME_TOP]!;
    if (frame >= LAST_FRAME) raiseStackOverflow();
    pushFrame(CALL, ofOther(value));
    result = applyBuiltin(value, first, second, 0);
    heap[FRAME_TOP] = frame;
  } else {
    // the two are one call for Nix, which counts its depth
    heap[CALL_DEPTH] = heap[CALL_DEPTH]! - 1;
    const rest = call(value, first);
    result = call(rest, second);
    heap[CALL_DEPTH] = heap[CALL_DEPTH]! + 1;
  }
  heap[CALL_DEPTH] = heap[CALL_DEPTH]! - 1;
  return result;
}

/** Calls what is neither a function nor a whole builtin; `site` is the code of the call, 0 if a builtin calls. */
export function callOther(callee: Handle, argument: Handle, site: Code): Handle {
  if ((callee & 7) === OTHER && kindOf(callee) === PARTIAL_KIND) return callPartial(callee, argument);
  const functor = (callee & 7) === ATTRS ? functorOf(callee) : 0;
  if (functor === 0) raiseNotAFunction(callee, site);
  return call2(functor, callee, argument);
}

export function isFunction(value: Handle): boolean {
  if ((value & 7) === FUNCTION) return true;
  return (value & 7) === OTHER && kindOf(value) >= BUILTIN_KIND;
}

/** Forces what has to be a function, or a set that can be called as one. */
export function forceFunction(handle: Handle): Handle {
  const value = force(handle);
  if (isFunction(value) || ((value & 7) === ATTRS && functorOf(value) !== 0)) return value;
  raiseNoFunction(value);
}

export function partial(builtin: Handle, count: number, first: Handle, second: Handle): Handle {
  const address = allocate(7);
  heap[address] = PARTIAL_KIND;
  heap[address + 1] = heap[(builtin >>> 3) + 1]!;
  heap[address + 2] = heap[(builtin >>> 3) + 2]!;
  heap[address + 3] = heap[(builtin >>> 3) + 3]!;
  heap[address + 4] = count;
  heap[address + 5] = first;
  heap[address + 6] = second;
  return (address << 3) | OTHER;
}

function callPartial(callee: Handle, argument: Handle): Handle {
  const address = callee >>> 3;
  const count = heap[address + 4]!;
  const first = heap[address + 5]!;
  if (count + 1 < heap[address + 2]!) return partial(callee, count + 1, first, argument);
  if (count === 1) return applyBuiltin(callee, first, argument, 0);
  return applyBuiltin(callee, first, heap[address + 6]!, argument);
}

/** Names that are looked up in sets: selections, `?`, and the variables of `with`. */

import { raiseUndefined, symbolOfName } from "../machine/look-up.ts";
import { lookAtName } from "../machine/source-facts.ts";
import { raiseMissing, raiseNotASet } from "../machine/raise.ts";
import { slotIn } from "../memory/shape-words.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  type Code,
  type Environment,
  FRAME_TOP,
  HAS_FACTS,
  type Handle,
  heap,
} from "../memory/words.ts";
import { evaluate } from "./evaluate.ts";
import { force, forceAttr, outer } from "./values.ts";

/** Where a set has the attribute of a `SELECT` record, which remembers it for the next set with the same names. */
export function selectedSlot(code: Code, subject: Handle): number {
  const shape = heap[subject >>> 3]!;
  const slot = slotIn(shape, heap[code + 1]!);
  if (slot < 0) raiseMissing(heap[code + 1]!, subject, code);
  heap[code + 2] = shape;
  heap[code + 3] = slot;
  return slot;
}

/** The attribute that a `SELECT_OR` record asks for, or 0 if it is not there. */
export function select(code: Code, environment: Environment): Handle {
  const ownFrames = heap[FRAME_TOP]!;
  let value = evaluate(code + heap[code + 2]!, environment);
  let set = 0;
  const count = heap[code + 3]!;
  for (let index = 0, word = code + 4; index < count; index++, word += 2) {
    const symbol = symbolAt(code, word, environment);
    value = forceAttr(value, code, set);
    heap[FRAME_TOP] = ownFrames;
    if ((value & 7) !== ATTRS) return 0;
    set = value >>> 3;
    const slot = slotIn(heap[set]!, symbol);
    if (slot < 0) {
      if (heap[HAS_FACTS] !== 0) lookAtName(value, symbol);
      return 0;
    }
    value = heap[set + ATTRS_HEADER + slot]!;
  }
  value = forceAttr(value, code, set);
  heap[FRAME_TOP] = ownFrames;
  return value;
}

export function has(code: Code, environment: Environment): boolean {
  let value = evaluate(code + heap[code + 1]!, environment);
  const count = heap[code + 2]!;
  for (let index = 0, word = code + 3; index < count; index++, word += 2) {
    value = force(value);
    const symbol = symbolAt(code, word, environment);
    if ((value & 7) !== ATTRS) return false;
    if (heap[HAS_FACTS] !== 0) lookAtName(value, symbol);
    const slot = slotIn(heap[value >>> 3]!, symbol);
    if (slot < 0) return false;
    value = heap[(value >>> 3) + ATTRS_HEADER + slot]!;
  }
  return true;
}

/** The symbol of a name of a path, which may have to be computed. */
function symbolAt(code: Code, word: number, environment: Environment): number {
  const symbol = heap[word]!;
  return symbol >= 0 ? symbol : symbolOfName(evaluate(code + heap[word + 1]!, environment), code);
}

/** A name that may be in the set of a `with` around it; the innermost that has it wins. */
export function lookUp(code: Code, environment: Environment): Handle {
  const symbol = heap[code + 1]!;
  const count = heap[code + 2]!;
  for (let index = 0; index < count; index++) {
    const scope = force(heap[outer(environment, heap[code + 3 + index]!) + 1]!);
    if ((scope & 7) !== ATTRS) raiseNotASet(scope, code);
    const slot = slotIn(heap[scope >>> 3]!, symbol);
    if (heap[HAS_FACTS] !== 0) lookAtName(scope, symbol);
    if (slot >= 0) return force(heap[(scope >>> 3) + ATTRS_HEADER + slot]!);
  }
  raiseUndefined(code, environment);
}

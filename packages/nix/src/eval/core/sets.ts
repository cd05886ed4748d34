/** Sets and lists that come about while evaluating: literal ones, and those that `//` and `++` make of two. */

import * as Op from "../code/code.ts";
import { settle } from "../code/link.ts";
import { recordSlots } from "../machine/applications.ts";
import { raiseNotASet } from "../machine/raise.ts";
import { lookAtHidden, lookAtNames } from "../machine/source-facts.ts";
import { mergedPositions } from "../memory/attr-positions.ts";
import { countOfShape, planOf } from "../memory/shape-words.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  allocate,
  type Code,
  type Environment,
  HAS_FACTS,
  type Handle,
  heap,
  LAST_RECURSIVE,
  LIST,
  RECORDED_SLOTS,
  SLOT_RECORDS,
  thunk,
} from "../memory/words.ts";
import { delay, force } from "./values.ts";

export function attrs(code: Code, environment: Environment): Handle {
  if (heap[code + 1]! < 0) settle(code);
  const sourceCount = heap[code + 2]!;
  const count = heap[code + 3]!;
  const sources = sourceCount === 0 ? 0 : openSources(code, code + 5, sourceCount, environment);
  const address = allocate(count + ATTRS_HEADER);
  heap[address] = heap[code + 1]!;
  heap[address + 1] = -code;
  for (let index = 0, word = code + 5 + sourceCount; index < count; index++, word += 2) {
    const child = heap[word]!;
    heap[address + ATTRS_HEADER + heap[word + 1]!] = delay(
      code + (child >> 2),
      (child & 3) === Op.IN_SOURCES ? sources : environment,
    );
  }
  return (address << 3) | ATTRS;
}

export function recursiveAttrs(code: Code, environment: Environment, overridable: boolean): Handle {
  if (heap[code + 1]! < 0) settle(code);
  const sourceCount = heap[code + 2]!;
  const count = heap[code + 3]!;
  const inner = allocate(count + 1);
  heap[inner] = environment;
  const sources = sourceCount === 0 ? 0 : openSources(code, code + 5, sourceCount, inner);
  const address = allocate(count + ATTRS_HEADER);
  heap[address] = heap[code + 1]!;
  heap[address + 1] = -code;
  for (let index = 0, word = code + 5 + sourceCount; index < count; index++, word += 2) {
    const child = heap[word]!;
    const kind = child & 3;
    const own = kind === Op.IN_OWN ? inner : kind === Op.IN_SOURCES ? sources : environment;
    const target = code + (child >> 2);
    const value = overridable && kind !== Op.IN_OUTER ? thunk(target, own) : delay(target, own);
    heap[inner + 1 + index] = value;
    heap[address + ATTRS_HEADER + heap[word + 1]!] = value;
  }
  heap[LAST_RECURSIVE] = inner;
  return (address << 3) | ATTRS;
}

/** The environment of the `inherit (…)` expressions of a set. */
export function openSources(code: Code, word: number, count: number, environment: Environment): Environment {
  const sources = allocate(count + 1);
  heap[sources] = environment;
  for (let index = 0; index < count; index++) {
    heap[sources + 1 + index] = delay(code + heap[word + index]!, environment);
  }
  return sources;
}

/** `left // right` */
export function update(left: Handle, right: Handle): Handle {
  const a = left >>> 3;
  const b = right >>> 3;
  if (countOfShape(heap[a]!) === 0) return right;
  if (countOfShape(heap[b]!) === 0) return left;
  if (heap[HAS_FACTS] !== 0) lookAtHidden(left, right);
  const plan = planOf(heap[a]!, heap[b]!);
  const count = heap[plan + 2]!;
  const positions = mergedPositions(a, b);
  const address = allocate(count + ATTRS_HEADER);
  heap[address] = heap[plan + 1]!;
  heap[address + 1] = positions;
  for (let slot = 0; slot < count; slot++) {
    const source = heap[plan + 3 + slot]!;
    heap[address + ATTRS_HEADER + slot] =
      source >= 0 ? heap[a + ATTRS_HEADER + source]! : heap[b + ATTRS_HEADER + ~source]!;
  }
  return (address << 3) | ATTRS;
}

export function mapAttrs(callee: Handle, set: Handle): Handle {
  const value = force(set);
  if ((value & 7) !== ATTRS) raiseNotASet(value, 0);
  if (heap[HAS_FACTS] !== 0) lookAtNames(value);
  const shape = heap[value >>> 3]!;
  const count = countOfShape(shape);
  const result = allocate(count + ATTRS_HEADER);
  heap[result] = shape;
  heap[result + 1] = 0;
  // most results are never asked for, so all share this, and the record of each holds nothing but its slot
  const mapping = allocate(3);
  heap[mapping + 1] = callee;
  heap[mapping + 2] = value;
  if (count > heap[RECORDED_SLOTS]!) recordSlots(count);
  const records = heap[SLOT_RECORDS]!;
  for (let slot = 0; slot < count; slot++) {
    heap[result + ATTRS_HEADER + slot] = thunk(records + slot * 2, mapping);
  }
  return (result << 3) | ATTRS;
}

/** `left ++ right` */
export function concat(left: Handle, right: Handle): Handle {
  const a = left >>> 3;
  const b = right >>> 3;
  const leftCount = heap[a]!;
  const rightCount = heap[b]!;
  if (leftCount === 0) return right;
  if (rightCount === 0) return left;
  const address = allocate(leftCount + rightCount + 1);
  heap[address] = leftCount + rightCount;
  heap.copyWithin(address + 1, a + 1, a + 1 + leftCount);
  heap.copyWithin(address + 1 + leftCount, b + 1, b + 1 + rightCount);
  return (address << 3) | LIST;
}

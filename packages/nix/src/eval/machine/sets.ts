/** Sets and lists that come about while evaluating: literal ones, and those that `//` and `++` make of two. */

import * as Op from "../code/code.ts";
import { settleShape } from "../code/link.ts";
import { positionText } from "../code/positions.ts";
import { attrPosition, mergedPositions, onePosition } from "../memory/attr-positions.ts";
import { quoteName } from "../../syntax/quote.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  allocate,
  type Code,
  type Environment,
  type Handle,
  heap,
  LIST,
  NULL,
  thunk,
} from "../memory/heap.ts";
import { internShape, mergeShapes, shapeOf, slotOf } from "../memory/shapes.ts";
import { symbols } from "../memory/strings.ts";
import { nameOf } from "./look-up.ts";
import { delay, evaluate, fail, force, typeError } from "./machine.ts";
import { hasFacts, lookAtHidden } from "./source-facts.ts";

export function attrs(code: Code, environment: Environment): Handle {
  if (heap[code + 1]! < 0) settleShape(code);
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

/** The environment of the recursive set that was made last, for what comes on top of it. */
let lastRecursive: Environment = 0;

export function recursiveAttrs(code: Code, environment: Environment, overridable: boolean): Handle {
  if (heap[code + 1]! < 0) settleShape(code);
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
  lastRecursive = inner;
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

/** A set with attributes whose names are computed, or with `__overrides`. */
export function computedAttrs(code: Code, environment: Environment): Handle {
  const base = code + heap[code + 1]!;
  const overrides = heap[code + 2]!;
  const recursive = heap[base] === Op.REC_ATTRS;
  let set = recursive ? recursiveAttrs(base, environment, overrides >= 0) : attrs(base, environment);
  const inner = recursive ? lastRecursive : environment;
  if (overrides >= 0) set = override(set, base, inner, heap[inner + 1 + overrides]!);
  for (let index = 0, word = code + 4; index < heap[code + 3]!; index++, word += 3) {
    const name = evaluate(code + heap[word]!, inner);
    if (name === NULL) continue; // an attribute named null is none
    const symbol = nameOf(name, code);
    const shape = shapeOf(heap[set >>> 3]!);
    const existing = slotOf(shape, symbol);
    if (existing >= 0) {
      const first = positionText(attrPosition(set >>> 3, symbol));
      throw fail("eval", `dynamic attribute '${quoteName(symbols.name(symbol))}' already defined at ${first}`, code);
    }
    set = withAttr(set, symbol, heap[word + 2]!, delay(code + heap[word + 1]!, inner));
  }
  return set;
}

/** Puts the attributes of `__overrides` into a recursive set and into the environment of its values. */
function override(set: Handle, base: Code, inner: Environment, overrides: Handle): Handle {
  const value = force(overrides);
  if ((value & 7) !== ATTRS) throw typeError("a set", value, base);
  const shape = shapeOf(heap[set >>> 3]!);
  const count = heap[base + 3]!;
  const firstValue = base + 5 + heap[base + 2]!;
  const overriding = shapeOf(heap[value >>> 3]!);
  overriding.symbols.forEach((symbol, index) => {
    const slot = slotOf(shape, symbol);
    if (slot < 0) return;
    for (let each = 0; each < count; each++) {
      if (heap[firstValue + each * 2 + 1] === slot)
        heap[inner + 1 + each] = heap[(value >>> 3) + ATTRS_HEADER + index]!;
    }
  });
  return update(set, value);
}

const oneSymbol = new Int32Array(1);

/** The set with one attribute more. */
function withAttr(set: Handle, symbol: number, position: number, value: Handle): Handle {
  const positions = onePosition(position);
  const one = allocate(1 + ATTRS_HEADER);
  oneSymbol[0] = symbol;
  heap[one] = internShape(oneSymbol).id;
  heap[one + 1] = positions;
  heap[one + ATTRS_HEADER] = value;
  return update(set, (one << 3) | ATTRS);
}

/** `left // right` */
export function update(left: Handle, right: Handle): Handle {
  const a = left >>> 3;
  const b = right >>> 3;
  const leftShape = shapeOf(heap[a]!);
  const rightShape = shapeOf(heap[b]!);
  if (leftShape.symbols.length === 0) return right;
  if (rightShape.symbols.length === 0) return left;
  if (hasFacts) lookAtHidden(left, right);
  const { shape, from } = mergeShapes(leftShape, rightShape);
  const count = from.length;
  const positions = mergedPositions(a, b);
  const address = allocate(count + ATTRS_HEADER);
  heap[address] = shape.id;
  heap[address + 1] = positions;
  for (let slot = 0; slot < count; slot++) {
    const source = from[slot]!;
    heap[address + ATTRS_HEADER + slot] =
      source >= 0 ? heap[a + ATTRS_HEADER + source]! : heap[b + ATTRS_HEADER + ~source]!;
  }
  return (address << 3) | ATTRS;
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

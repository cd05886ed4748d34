/** Sets with attributes whose names are computed, or with `__overrides`. */

import * as Op from "../code/code.ts";
import { positionText } from "../code/positions.ts";
import { attrs, recursiveAttrs, update } from "../core/sets.ts";
import { delay } from "../core/values.ts";
import { attrPosition, onePosition } from "../memory/attr-positions.ts";
import { quoteName } from "../../syntax/quote.ts";
import {
  ATTRS,
  ATTRS_HEADER,
  allocate,
  type Code,
  type Environment,
  type Handle,
  heap,
  LAST_RECURSIVE,
  NULL,
} from "../memory/heap.ts";
import { internShape, shapeOf, slotOf } from "../memory/shapes.ts";
import { symbols } from "../memory/strings.ts";
import { symbolOfName } from "./look-up.ts";
import { evaluate, fail, force, typeError } from "./machine.ts";

/** A set with attributes whose names are computed, or with `__overrides`. */
export function computedAttrs(code: Code, environment: Environment): Handle {
  const base = code + heap[code + 1]!;
  const overrides = heap[code + 2]!;
  const recursive = heap[base] === Op.REC_ATTRS;
  let set = recursive ? recursiveAttrs(base, environment, overrides >= 0) : attrs(base, environment);
  const inner = recursive ? heap[LAST_RECURSIVE]! : environment;
  if (overrides >= 0) set = override(set, base, inner, heap[inner + 1 + overrides]!);
  for (let index = 0, word = code + 4; index < heap[code + 3]!; index++, word += 3) {
    const name = evaluate(code + heap[word]!, inner);
    if (name === NULL) continue; // an attribute named null is none
    const symbol = symbolOfName(name, code);
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

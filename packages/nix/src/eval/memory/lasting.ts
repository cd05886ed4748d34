/**
 * Values that outlive an evaluation: plain data, of which everything is evaluated, beside the code. Whoever makes one has to
 * know that it will be asked for again, because nobody ever gives it up.
 */

import {
  allocateCode,
  ATTRS,
  ATTRS_HEADER,
  BOOLEAN_KIND,
  EMPTY_LIST,
  type Handle,
  heap,
  INTEGER,
  kindOf,
  LIST,
  listLength,
  NULL_KIND,
  OTHER,
  STRING,
} from "./heap.ts";
import { codeString, textOf } from "./strings.ts";
import { shapeOfSet } from "./values.ts";

/** Those of a float and of a large integer. */
const NUMBER_WORDS = 3;

/** The same value, for good. It holds strings without contexts, integers, floats, constants, lists, and sets of these. */
export function lasting(value: Handle): Handle {
  switch (value & 7) {
    case STRING:
      return codeString(textOf(value));
    case LIST:
      // an empty one may lie with the values that are given up
      return listLength(value) === 0 ? EMPTY_LIST : copied(value, 1, listLength(value));
    case ATTRS:
      return copied(value, ATTRS_HEADER, shapeOfSet(value).count);
    case OTHER:
      // constants are the same for good already, and known by where they are
      return kindOf(value) === NULL_KIND || kindOf(value) === BOOLEAN_KIND ? value : moved(value, NUMBER_WORDS);
    default:
      return value;
  }
}

function copied(value: Handle, header: number, count: number): Handle {
  const copy = moved(value, header + count);
  const first = (copy >>> 3) + header;
  for (let word = first; word < first + count; word++) {
    const member = heap[word]!;
    if ((member & 7) !== INTEGER) heap[word] = lasting(member);
  }
  return copy;
}

function moved(value: Handle, words: number): Handle {
  const from = value >>> 3;
  const to = allocateCode(words);
  heap.copyWithin(to, from, from + words);
  return (to << 3) | (value & 7);
}

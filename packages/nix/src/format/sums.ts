/** Running sums over the elements of a document, by which the layout knows the width of any part of it at once. */

import { type Document, ELEMENT_WORDS } from "./document.ts";
import * as Element from "./element.ts";

/** What an element adds is in the sum at the index after it. */
export interface Sums {
  /** Columns if nothing is broken. Comments count for nothing, and so do texts that are only in broken groups. */
  readonly flat: Int32Array;
  /** Columns up to a line break. */
  readonly line: Int32Array;
  /** Elements that rule out a single line. */
  readonly hard: Int32Array;
  /** Not a sum: the first element from here on, itself included, that may be a line break; or the end. */
  readonly nextBreak: Int32Array;
}

/** Larger ones than this are not kept from file to file. */
const KEPT_ELEMENTS = 1 << 18;

let kept: Sums = newSums(1 << 12);

export function takeSums(document: Document): Sums {
  const { elements, count, ascii } = document;
  const sums = sumsFor(count + 1);
  const { flat, line, hard, nextBreak } = sums;
  let flatSum = 0;
  let lineSum = 0;
  let hardSum = 0;
  let unknownFrom = 0;
  for (let index = 0; index < count; index++) {
    flat[index] = flatSum;
    line[index] = lineSum;
    hard[index] = hardSum;
    const at = index * ELEMENT_WORDS;
    const kind = elements[at]! & 0xff;
    if (kind === Element.Text) {
      const start = elements[at + 1]!;
      const end = elements[at + 2]!;
      const width = ascii ? end - start : document.width(start, end);
      flatSum += width;
      lineSum += width;
    } else if (Element.isSpacing(kind)) {
      const width = Element.flatWidth(kind);
      flatSum += width;
      lineSum += width;
      if (kind >= Element.Hardline) hardSum++;
      if (kind !== Element.Hardspace) while (unknownFrom <= index) nextBreak[unknownFrom++] = index;
    } else if (kind >= Element.TrailingText && kind <= Element.VerbatimToEnd) {
      lineSum += document.width(elements[at + 1]!, elements[at + 2]!);
      if (kind >= Element.RawText) hardSum++;
    }
  }
  flat[count] = flatSum;
  line[count] = lineSum;
  hard[count] = hardSum;
  while (unknownFrom <= count) nextBreak[unknownFrom++] = count;
  return sums;
}

function sumsFor(length: number): Sums {
  if (length > KEPT_ELEMENTS) return newSums(length);
  if (kept.flat.length < length) kept = newSums(length * 2);
  return kept;
}

function newSums(length: number): Sums {
  return {
    flat: new Int32Array(length),
    line: new Int32Array(length),
    hard: new Int32Array(length),
    nextBreak: new Int32Array(length),
  };
}

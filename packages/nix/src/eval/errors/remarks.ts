/** What the trace says of the attributes of a set, where a builtin goes through them. */

import { attrPosition } from "../memory/attr-positions.ts";
import type { Remark } from "../machine/frames.ts";
import type { Handle } from "../memory/heap.ts";
import { placeOfPosition } from "../code/link.ts";
import { shapeOfSet } from "../memory/values.ts";

/** Something that is said of an attribute, and where it is defined. */
export function remarkOnAttr(text: string, set: Handle, slot: number): Remark {
  return { text, position: positionOfAttr(set, slot) };
}

/** Where an attribute is defined, in words. */
export function placeTextOfAttr(set: Handle, slot: number): string {
  const place = placeOfPosition(positionOfAttr(set, slot));
  return place === undefined ? "\u00c2\u00abnone\u00c2\u00bb:0" : `${place.origin.name}:${place.line}:${place.column}`;
}

function positionOfAttr(set: Handle, slot: number): number {
  return attrPosition(set >>> 3, shapeOfSet(set).symbols[slot]!);
}

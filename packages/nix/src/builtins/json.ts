/** Values as JSON. */

import { numberOf } from "../eval/arithmetic.ts";
import { coerce, type Gathered } from "../eval/coerce.ts";
import {
  ATTRS,
  bigIntegerValue,
  FALSE,
  type Handle,
  isFloat,
  isInteger,
  LIST,
  NULL,
  PATH,
  STRING,
  TRUE,
} from "../eval/heap.ts";
import { call, fail, force } from "../eval/machine.ts";
import { describe } from "../eval/show.ts";
import { contextOf, symbols, textOf } from "../eval/strings.ts";
import { attribute, elements, shapeOfSet, slotsInOrder, valueAt } from "../eval/values.ts";

const TO_STRING = symbols.ofName("__toString");
const OUT_PATH = symbols.ofName("outPath");

/** The JSON of a value, as bytes; everything in it is forced. The contexts of its strings are gathered. */
export function toJson(handle: Handle, into: Gathered, copyPaths = true): string {
  const value = force(handle);
  switch (value & 7) {
    case STRING:
      into.add(contextOf(value));
      return jsonString(textOf(value));
    case PATH:
      return jsonString(coerce(value, into, { more: false, copy: copyPaths }));
    case ATTRS: {
      const asString = attribute(value, TO_STRING);
      if (asString !== undefined) {
        return jsonString(coerce(call(asString, value), into, { more: false, copy: false }));
      }
      const outPath = attribute(value, OUT_PATH);
      if (outPath !== undefined) return toJson(outPath, into, copyPaths);
      const { symbols: names } = shapeOfSet(value);
      const members = Array.from(
        slotsInOrder(value),
        (slot) => `${jsonString(symbols.name(names[slot]!))}:${toJson(valueAt(value, slot), into, copyPaths)}`,
      );
      return `{${members.join(",")}}`;
    }
    case LIST:
      return `[${Array.from(elements(value), (element) => toJson(element, into, copyPaths)).join(",")}]`;
    default:
      if (isInteger(value)) return bigIntegerValue(value).toString();
      if (isFloat(value)) return jsonFloat(numberOf(value));
      if (value === NULL) return "null";
      if (value === TRUE) return "true";
      if (value === FALSE) return "false";
      throw fail("type", `cannot convert ${describe(value)} to JSON`);
  }
}

/** The shortest digits that are this float again; one that is whole keeps its point. */
function jsonFloat(value: number): string {
  if (!Number.isFinite(value)) return "null";
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

export function jsonString(text: string): string {
  // what needs no escape is the rule
  if (/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/.test(text)) return `"${text}"`;
  return `"${text.replace(/["\\\x00-\x1f]/g, (character) => JSON.stringify(character).slice(1, -1))}"`;
}

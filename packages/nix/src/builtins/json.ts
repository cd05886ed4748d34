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
import { checkNesting } from "../eval/nesting.ts";
import { describe } from "../eval/show.ts";
import { contextOf, symbols, textOf } from "../eval/strings.ts";
import { attribute, elements, shapeOfSet, slotsInOrder, valueAt } from "../eval/values.ts";
import { floatToJson, stringToJson } from "./text/json/write.ts";

const TO_STRING = symbols.ofName("__toString");
const OUT_PATH = symbols.ofName("outPath");

/** The JSON of a value, as bytes; everything in it is forced. The contexts of its strings are gathered. */
export function toJson(handle: Handle, into: Gathered, copyPaths = true, level = 0): string {
  checkNesting(level);
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
      if (outPath !== undefined) return toJson(outPath, into, copyPaths, level + 1);
      const { symbols: names } = shapeOfSet(value);
      const members = Array.from(
        slotsInOrder(value),
        (slot) =>
          `${jsonString(symbols.name(names[slot]!))}:${toJson(valueAt(value, slot), into, copyPaths, level + 1)}`,
      );
      return `{${members.join(",")}}`;
    }
    case LIST:
      return `[${Array.from(elements(value), (element) => toJson(element, into, copyPaths, level + 1)).join(",")}]`;
    default:
      if (isInteger(value)) return bigIntegerValue(value).toString();
      if (isFloat(value)) return floatToJson(numberOf(value));
      if (value === NULL) return "null";
      if (value === TRUE) return "true";
      if (value === FALSE) return "false";
      throw fail("type", `cannot convert ${describe(value)} to JSON`);
  }
}

/** A string in quotes. @throws {EvalError} if it is not UTF-8. */
export function jsonString(bytes: string): string {
  const result = stringToJson(bytes);
  if (!result.ok) throw fail("eval", result.message.text);
  return result.text;
}

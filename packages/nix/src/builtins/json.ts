/** Values as JSON. */

import { numberOf } from "../eval/arithmetic.ts";
import { coerce, type Gathered } from "../eval/coerce.ts";
import {
  ATTRS,
  bigIntegerValue,
  FALSE,
  type Handle,
  INTEGER,
  isFloat,
  isInteger,
  LIST,
  listElement,
  listLength,
  NULL,
  PATH,
  STRING,
  TRUE,
} from "../eval/heap.ts";
import { call, enterNote, fail, force, leaveNote } from "../eval/machine.ts";
import { checkNesting } from "../eval/nesting.ts";
import { remarkOnAttr } from "../eval/remarks.ts";
import { describe, evaluated } from "../eval/show.ts";
import type { Symbol } from "../syntax/symbols.ts";
import { contextOf, symbols, textOf } from "../eval/strings.ts";
import { attribute, shapeOfSet, slotsInOrder, valueAt } from "../eval/values.ts";
import { quoteName } from "../syntax/quote.ts";
import { floatToJson, stringToJson } from "./text/json/write.ts";

const TO_STRING = symbols.ofName("__toString");
const OUT_PATH = symbols.ofName("outPath");

/**
 * The JSON of a value, as bytes. What it holds is forced if `strict`, and has to be evaluated already if not. The contexts
 * of its strings are gathered.
 */
export function toJson(handle: Handle, into: Gathered, strict = true, level = 0): string {
  checkNesting(level);
  const value = strict ? force(handle) : evaluated(handle);
  switch (value & 7) {
    case STRING:
      into.add(contextOf(value));
      return jsonString(textOf(value));
    case PATH:
      return jsonString(coerce(value, into, { more: false, copy: true }));
    case ATTRS: {
      const asString = attribute(value, TO_STRING);
      if (asString !== undefined) {
        return jsonString(coerce(call(asString, value), into, { more: false, copy: false }));
      }
      const outPath = attribute(value, OUT_PATH);
      if (outPath !== undefined) return toJson(outPath, into, strict, level + 1);
      const { symbols: names } = shapeOfSet(value);
      const order = slotsInOrder(value);
      let text = "{";
      let index = 0;
      enterNote(() => {
        const slot = order[index]!;
        const name = quoteName(symbols.name(names[slot]!));
        return remarkOnAttr(`while evaluating attribute '${name}'`, value, slot);
      });
      for (; index < order.length; index++) {
        const slot = order[index]!;
        if (index > 0) text += ",";
        text += `${jsonName(names[slot]!)}:`;
        text += toJson(valueAt(value, slot), into, strict, level + 1);
      }
      leaveNote();
      return `${text}}`;
    }
    case LIST: {
      let text = "[";
      let index = 0;
      enterNote(() => ({ text: `while evaluating list element at index ${index}`, position: 0 }));
      for (const count = listLength(value); index < count; index++) {
        if (index > 0) text += ",";
        text += toJson(listElement(value, index), into, strict, level + 1);
      }
      leaveNote();
      return `${text}]`;
    }
    default:
      if ((value & 7) === INTEGER) return String(value >> 3);
      if (isInteger(value)) return bigIntegerValue(value).toString();
      if (isFloat(value)) return floatToJson(numberOf(value));
      if (value === NULL) return "null";
      if (value === TRUE) return "true";
      if (value === FALSE) return "false";
      throw fail("type", `cannot convert ${describe(value)} to JSON`);
  }
}

const namesInQuotes = new Map<Symbol, string>();

/** The name of a symbol in quotes. */
function jsonName(symbol: Symbol): string {
  let text = namesInQuotes.get(symbol);
  if (text === undefined) namesInQuotes.set(symbol, (text = jsonString(symbols.name(symbol))));
  return text;
}

/** A string in quotes. @throws {EvalError} if it is not UTF-8. */
export function jsonString(bytes: string): string {
  const result = stringToJson(bytes);
  if (!result.ok) throw fail("eval", result.message.text);
  return result.text;
}

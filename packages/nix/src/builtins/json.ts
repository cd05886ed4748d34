/** Values as JSON. */

import { numberOf } from "../eval/machine/arithmetic.ts";
import { coerce, type Gathered } from "../eval/machine/coerce.ts";
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
} from "../eval/memory/heap.ts";
import { call, enterNote, fail, force, leaveNote } from "../eval/machine/machine.ts";
import { checkNesting } from "../eval/machine/nesting.ts";
import { remarkOnAttr } from "../eval/errors/remarks.ts";
import { describe, evaluated } from "../eval/errors/show.ts";
import type { Symbol } from "../syntax/symbols.ts";
import { contextOf, symbols, textOf } from "../eval/memory/strings.ts";
import { attribute, shapeOfSet, slotsInOrder, valueAt } from "../eval/memory/values.ts";
import { quoteName } from "../syntax/quote.ts";
import { floatToJson, stringToJson } from "./text/json/write.ts";

const TO_STRING = symbols.ofName("__toString");
const OUT_PATH = symbols.ofName("outPath");

/**
 * The JSON of a value, as bytes. What it holds is forced if `strict`, and has to be evaluated already if not. The contexts
 * of its strings are gathered.
 */
export function toJson(handle: Handle, into: Gathered, strict = true): string {
  const writer = new JsonWriter(into, strict);
  return writer.checked(writer.value(handle));
}

/**
 * Makes JSON of values. Like Nix it first evaluates everything, and only then looks whether all strings are UTF-8: the
 * texts that it gives are good when they have been {@link checked}.
 */
export class JsonWriter {
  readonly #into: Gathered;
  readonly #strict: boolean;
  #complaint: string | undefined;

  constructor(into: Gathered, strict = true) {
    this.#into = into;
    this.#strict = strict;
  }

  /** @throws {EvalError} if a string was not UTF-8. */
  checked(text: string): string {
    if (this.#complaint !== undefined) throw fail("eval", this.#complaint);
    return text;
  }

  string(bytes: string): string {
    const result = stringToJson(bytes);
    if (result.ok) return result.text;
    this.#complaint ??= result.message.text;
    return "";
  }

  value(handle: Handle, level = 0): string {
    checkNesting(level);
    const value = this.#strict ? force(handle) : evaluated(handle);
    switch (value & 7) {
      case STRING:
        this.#into.add(contextOf(value));
        return this.string(textOf(value));
      case PATH:
        return this.string(coerce(value, this.#into, { more: false, copy: true }));
      case ATTRS:
        return this.#set(value, level);
      case LIST:
        return this.#list(value, level);
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

  #set(value: Handle, level: number): string {
    const asString = attribute(value, TO_STRING);
    if (asString !== undefined) {
      return this.string(coerce(call(asString, value), this.#into, { more: false, copy: false }));
    }
    const outPath = attribute(value, OUT_PATH);
    if (outPath !== undefined) return this.value(outPath, level + 1);
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
      text += `${this.#name(names[slot]!)}:`;
      text += this.value(valueAt(value, slot), level + 1);
    }
    leaveNote();
    return `${text}}`;
  }

  #list(value: Handle, level: number): string {
    let text = "[";
    let index = 0;
    enterNote(() => ({ text: `while evaluating list element at index ${index}`, position: 0 }));
    for (const count = listLength(value); index < count; index++) {
      if (index > 0) text += ",";
      text += this.value(listElement(value, index), level + 1);
    }
    leaveNote();
    return `${text}]`;
  }

  /** The name of a symbol in quotes. */
  #name(symbol: Symbol): string {
    const known = namesInQuotes.get(symbol);
    if (known !== undefined) return known;
    const result = stringToJson(symbols.name(symbol));
    if (!result.ok) return this.string(symbols.name(symbol));
    namesInQuotes.set(symbol, result.text);
    return result.text;
  }
}

const namesInQuotes = new Map<Symbol, string>();

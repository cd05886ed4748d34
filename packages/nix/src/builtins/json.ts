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
import { TextBytes } from "./text/json/bytes.ts";
import { floatToJson, needsNoEscape, stringToJson } from "./text/json/write.ts";

const TO_STRING = symbols.ofName("__toString");
const OUT_PATH = symbols.ofName("outPath");

const QUOTE = 0x22;
const COMMA = 0x2c;

/**
 * The JSON of a value, as bytes. What it holds is forced if `strict`, and has to be evaluated already if not. The contexts
 * of its strings are gathered.
 */
export function toJson(handle: Handle, into: Gathered, options: Partial<JsonOptions> = {}): string {
  const writer = new JsonWriter(into, options);
  return writer.checked(writer.value(handle));
}

export interface JsonOptions {
  /** Whether what is not evaluated yet is evaluated. */
  readonly strict: boolean;
  /** Whether paths are copied to the store. */
  readonly copy: boolean;
}

/**
 * Makes JSON of values. Like Nix it first evaluates everything, and only then looks whether all strings are UTF-8: the
 * texts that it gives are good when they have been {@link checked}.
 */
export class JsonWriter {
  readonly #into: Gathered;
  readonly #strict: boolean;
  readonly #copy: boolean;
  readonly #bytes = new TextBytes();
  #complaint: string | undefined;

  constructor(into: Gathered, { strict = true, copy = true }: Partial<JsonOptions> = {}) {
    this.#into = into;
    this.#strict = strict;
    this.#copy = copy;
  }

  /** @throws {EvalError} if a string was not UTF-8. */
  checked(text: string): string {
    if (this.#complaint !== undefined) throw fail("eval", this.#complaint);
    return text;
  }

  string(bytes: string): string {
    const start = this.#bytes.length;
    this.#string(bytes);
    return this.#bytes.take(start);
  }

  value(handle: Handle): string {
    const start = this.#bytes.length;
    this.#value(handle, 0);
    return this.#bytes.take(start);
  }

  #string(bytes: string): void {
    if (needsNoEscape(bytes)) {
      this.#bytes.appendByte(QUOTE);
      this.#bytes.append(bytes);
      this.#bytes.appendByte(QUOTE);
      return;
    }
    const result = stringToJson(bytes);
    if (result.ok) this.#bytes.append(result.text);
    else this.#complaint ??= result.message.text;
  }

  #value(handle: Handle, level: number): void {
    checkNesting(level);
    const value = this.#strict ? force(handle) : evaluated(handle);
    switch (value & 7) {
      case STRING:
        this.#into.add(contextOf(value));
        return this.#string(textOf(value));
      case PATH:
        return this.#string(coerce(value, this.#into, { more: false, copy: this.#copy }));
      case ATTRS:
        return this.#set(value, level);
      case LIST:
        return this.#list(value, level);
      default:
        return this.#bytes.append(scalarText(value));
    }
  }

  #set(value: Handle, level: number): void {
    const asString = attribute(value, TO_STRING);
    if (asString !== undefined) {
      return this.#string(coerce(call(asString, value), this.#into, { more: false, copy: false }));
    }
    const outPath = attribute(value, OUT_PATH);
    if (outPath !== undefined) return this.#value(outPath, level + 1);
    const { symbols: names } = shapeOfSet(value);
    const order = slotsInOrder(value);
    let index = 0;
    this.#bytes.append("{");
    enterNote(() => {
      const slot = order[index]!;
      const name = quoteName(symbols.name(names[slot]!));
      return remarkOnAttr(`while evaluating attribute '${name}'`, value, slot);
    });
    for (; index < order.length; index++) {
      const slot = order[index]!;
      if (index > 0) this.#bytes.appendByte(COMMA);
      this.#name(names[slot]!);
      this.#value(valueAt(value, slot), level + 1);
    }
    leaveNote();
    this.#bytes.append("}");
    return undefined;
  }

  #list(value: Handle, level: number): void {
    let index = 0;
    this.#bytes.append("[");
    enterNote(() => ({ text: `while evaluating list element at index ${index}`, position: 0 }));
    for (const count = listLength(value); index < count; index++) {
      if (index > 0) this.#bytes.appendByte(COMMA);
      this.#value(listElement(value, index), level + 1);
    }
    leaveNote();
    this.#bytes.append("]");
  }

  /** The name of a symbol in quotes, and a colon. */
  #name(symbol: Symbol): void {
    const known = namesInQuotes.get(symbol);
    if (known !== undefined) return this.#bytes.append(known);
    const result = stringToJson(symbols.name(symbol));
    if (result.ok) namesInQuotes.set(symbol, `${result.text}:`);
    this.#string(symbols.name(symbol));
    this.#bytes.append(":");
    return undefined;
  }
}

function scalarText(value: Handle): string {
  if ((value & 7) === INTEGER) return String(value >> 3);
  if (isInteger(value)) return bigIntegerValue(value).toString();
  if (isFloat(value)) return floatToJson(numberOf(value));
  if (value === NULL) return "null";
  if (value === TRUE) return "true";
  if (value === FALSE) return "false";
  throw fail("type", `cannot convert ${describe(value)} to JSON`);
}

const namesInQuotes = new Map<Symbol, string>();

/** `builtins.fromJSON`: JSON as values, read by `text/json/`. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { bigInteger, FALSE, float, type Handle, integer, list, NULL, TRUE } from "../eval/memory/heap.ts";
import { beginGathering, gatherAttr, gatheredAttrs } from "../eval/memory/gather.ts";
import { fail } from "../eval/machine/machine.ts";
import { readPlainJson } from "../eval/machine/plain-json.ts";
import { lasting } from "../eval/memory/lasting.ts";
import { string, symbols } from "../eval/memory/strings.ts";
import { forcePlainText } from "../eval/memory/values.ts";
import { lookAt } from "../eval/memory/volatile.ts";
import { type JsonBuilder, readJson } from "./text/json/read.ts";

const values: JsonBuilder<Handle> = {
  null: () => NULL,
  boolean: (value) => (value ? TRUE : FALSE),
  integer: (value) => (typeof value === "number" ? integer(value) : bigInteger(value)),
  float,
  string: (bytes) => string(bytes),
  list,
  attributes(entries) {
    const gathering = beginGathering();
    for (const [name, value] of entries) gatherAttr(symbols.ofName(name), value);
    return gatheredAttrs(gathering);
  },
};

/**
 * The values of texts that were read before: the data that one host of a fleet is made of are those of the next one. A text
 * that comes again is kept for good, its value too.
 */
const met = new Map<string, Handle | undefined>();
const LEAST_TEXT = 256;
const MOST_TEXT = 2 ** 24;
let metText = 0;

function valueOf(bytes: string): Handle {
  if (bytes.length < LEAST_TEXT) return read(bytes);
  const known = met.get(bytes);
  if (known !== undefined) return known;
  const value = read(bytes);
  if (met.has(bytes)) {
    const kept = lasting(value);
    met.set(bytes, kept);
    return kept;
  }
  metText += bytes.length;
  if (metText <= MOST_TEXT) met.set(bytes, undefined);
  return value;
}

function read(bytes: string): Handle {
  const quickly = readPlainJson(bytes);
  if (quickly !== undefined) return quickly;
  const result = readJson(bytes, values);
  if (!result.ok) throw fail("eval", result.message.text);
  return result.value;
}

export const fromJsonBuiltins: readonly Builtin[] = [
  {
    name: "fromJSON",
    arity: 1,
    apply(text) {
      const bytes = forcePlainText(text);
      lookAt(bytes);
      return valueOf(bytes);
    },
  },
];

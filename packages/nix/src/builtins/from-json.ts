/** `builtins.fromJSON`: JSON as values, read by `text/json/`. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { bigInteger, FALSE, float, type Handle, integer, list, NULL, TRUE } from "../eval/memory/heap.ts";
import {
  beginGathering,
  forgetGathered,
  gather,
  gatherAttr,
  gatheredAttrs,
  gatheredList,
} from "../eval/memory/gather.ts";
import { fail } from "../eval/machine/machine.ts";
import { string, symbols } from "../eval/memory/strings.ts";
import type { Symbol } from "../syntax/symbols.ts";
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
 * What JavaScript's own reader may make something else of than Nix: bytes beyond ASCII and escapes that stand for them,
 * and names that are numbers, which it puts in front.
 */
const SPECIAL = /[^\0-\u007F]|\\u|"[0-9]+"\s*:/;

/**
 * And numbers, outside of strings: floats that look like integers once they are read (with an exponent, with a nought at
 * the end, with more digits than are kept), and integers beyond 53 bits.
 */
const SPECIAL_NUMBER = /[0-9][eE]|\.[0-9]*0(?![0-9])|[0-9.]{16}/;
const STRING = /"(?:[^"\\]|\\.)*"/g;

function isSpecial(bytes: string): boolean {
  return SPECIAL.test(bytes) || (SPECIAL_NUMBER.test(bytes) && SPECIAL_NUMBER.test(bytes.replace(STRING, "")));
}

/** What is nested deeper is read by our own reader, which needs no stack. */
const MOST_LEVELS = 500;
const TOO_DEEP = new RangeError("nested too deeply to be read quickly");

/** The value of plain JSON; nothing if it is not plain, or wrong. */
function readPlainJson(bytes: string): Handle | undefined {
  if (isSpecial(bytes)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(bytes);
  } catch {
    return undefined;
  }
  const mark = beginGathering();
  try {
    return plainValue(value, 0, new Map());
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
    forgetGathered(mark);
    return undefined;
  }
}

function plainValue(value: unknown, level: number, names: Map<string, Symbol>): Handle {
  if (level > MOST_LEVELS) throw TOO_DEEP;
  if (typeof value === "string") return string(value);
  if (typeof value === "number") return Number.isInteger(value) ? integer(value + 0) : float(value);
  if (value === null) return NULL;
  if (typeof value === "boolean") return value ? TRUE : FALSE;
  const gathering = beginGathering();
  if (Array.isArray(value)) {
    for (const element of value) gather(plainValue(element, level + 1, names));
    return gatheredList(gathering);
  }
  const members = value as Record<string, unknown>;
  for (const name of Object.keys(members)) {
    const member = plainValue(members[name], level + 1, names);
    let symbol = names.get(name);
    if (symbol === undefined) names.set(name, (symbol = symbols.ofName(name)));
    gatherAttr(symbol, member);
  }
  return gatheredAttrs(gathering);
}

export const fromJsonBuiltins: readonly Builtin[] = [
  {
    name: "fromJSON",
    arity: 1,
    apply(text) {
      const bytes = forcePlainText(text);
      lookAt(bytes);
      const quickly = readPlainJson(bytes);
      if (quickly !== undefined) return quickly;
      const result = readJson(bytes, values);
      if (!result.ok) throw fail("eval", result.message.text);
      return result.value;
    },
  },
];

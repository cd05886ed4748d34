/** `builtins.fromJSON`: JSON as values, read by `text/json/`. */

import type { Builtin } from "../eval/builtin.ts";
import { bigInteger, FALSE, float, type Handle, integer, list, NULL, TRUE } from "../eval/heap.ts";
import { fail } from "../eval/machine.ts";
import { string, symbols } from "../eval/strings.ts";
import { forcePlainText, makeAttrs } from "../eval/values.ts";
import { type JsonBuilder, readJson } from "./text/json/read.ts";

const values: JsonBuilder<Handle> = {
  null: () => NULL,
  boolean: (value) => (value ? TRUE : FALSE),
  integer: (value) => (typeof value === "number" ? integer(value) : bigInteger(value)),
  float,
  string: (bytes) => string(bytes),
  list,
  attributes: (entries) => makeAttrs(Array.from(entries, ([name, value]) => ({ symbol: symbols.ofName(name), value }))),
};

export const fromJsonBuiltins: readonly Builtin[] = [
  {
    name: "fromJSON",
    arity: 1,
    apply(text) {
      const result = readJson(forcePlainText(text), values);
      if (!result.ok) throw fail("eval", result.message.text);
      return result.value;
    },
  },
];

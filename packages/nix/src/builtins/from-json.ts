/** `builtins.fromJSON`: JSON as values, read by `text/json/`. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { bigInteger, FALSE, float, type Handle, integer, list, NULL, TRUE } from "../eval/memory/heap.ts";
import { beginGathering, gatherAttr, gatheredAttrs } from "../eval/memory/gather.ts";
import { fail } from "../eval/machine/machine.ts";
import { string, symbols } from "../eval/memory/strings.ts";
import { forcePlainText } from "../eval/memory/values.ts";
import { lookAt } from "../eval/memory/volatile.ts";
import { readPlainJson } from "./text/json/plain.ts";
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

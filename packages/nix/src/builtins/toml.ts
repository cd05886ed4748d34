/** `builtins.fromTOML`: TOML as values, read by `text/toml/`. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { bigInteger, float, type Handle, integer, list, notANumber } from "../eval/memory/heap.ts";
import { fail } from "../eval/machine/machine.ts";
import { settings } from "../eval/machine/settings.ts";
import { string, symbols } from "../eval/memory/strings.ts";
import { boolean, forcePlainText, makeAttrs } from "../eval/memory/values.ts";
import { lookAt } from "../eval/memory/volatile.ts";
import { readToml, type TomlBuilder } from "./text/toml/index.ts";

const VALUE = symbols.ofName("value");

const values: TomlBuilder<Handle> = {
  boolean,
  integer: (value) => (typeof value === "number" ? integer(value) : bigInteger(value)),
  float: (value, isNegative) => (Number.isNaN(value) ? notANumber(isNegative) : float(value)),
  string: (bytes) => string(bytes),
  list,
  attributes: (entries) => makeAttrs(Array.from(entries, ([name, value]) => ({ symbol: symbols.ofName(name), value }))),
};

const valuesWithTimestamps: TomlBuilder<Handle> = {
  ...values,
  timestamp: (text) =>
    makeAttrs([
      { symbol: symbols.ofName("_type"), value: string("timestamp") },
      // `T` stands between date and time, however it was written: so Nix's own tests want it. Builds of Nix with a newer
      // TOML library keep the `t` or the blank.
      { symbol: VALUE, value: string(text.replace(/[t ]/, "T")) },
    ]),
};

export const tomlBuiltins: readonly Builtin[] = [
  {
    name: "fromTOML",
    arity: 1,
    apply(text) {
      const hasTimestamps = settings.experimentalFeatures.has("parse-toml-timestamps");
      const source = forcePlainText(text);
      lookAt(source);
      const result = readToml(source, hasTimestamps ? valuesWithTimestamps : values);
      if (result.ok) return result.value;
      throw fail(result.message.kind === "limit" ? "limit" : "eval", result.message.text);
    },
  },
];

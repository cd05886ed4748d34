/** `builtins.fromTOML`: TOML as values, read by `text/toml11/`. */

import type { Builtin } from "../eval/builtin.ts";
import { bigInteger, float, type Handle, list } from "../eval/heap.ts";
import { fail } from "../eval/machine.ts";
import { settings } from "../eval/settings.ts";
import { string, symbols } from "../eval/strings.ts";
import { boolean, forcePlainText, makeAttrs } from "../eval/values.ts";
import { nullBytes } from "./text/messages.ts";
import { readToml, type TomlTable, type TomlValue } from "./text/toml11/index.ts";

const TYPE = symbols.ofName("_type");
const VALUE = symbols.ofName("value");

function withoutNull(text: string): string {
  const message = nullBytes(text);
  if (message !== undefined) throw fail("eval", message.text);
  return text;
}

function tableValue({ entries }: TomlTable): Handle {
  const attributes = Array.from(entries, ([name, { value }]) => ({
    symbol: symbols.ofName(withoutNull(name)),
    value: tomlValue(value),
  }));
  return makeAttrs(attributes);
}

function tomlValue(value: TomlValue): Handle {
  switch (value.kind) {
    case "table":
      return tableValue(value);
    case "array":
      return list(value.elements.map((element) => tomlValue(element.value)));
    case "string":
      return string(withoutNull(value.text));
    case "integer":
      return bigInteger(value.value);
    case "float":
      return float(value.value);
    case "boolean":
      return boolean(value.value);
    case "timestamp":
      if (!settings.experimentalFeatures.has("parse-toml-timestamps")) {
        throw fail("eval", "while parsing TOML: Dates and times are not supported");
      }
      return makeAttrs([
        { symbol: TYPE, value: string("timestamp") },
        { symbol: VALUE, value: string(value.text) },
      ]);
  }
}

export const tomlBuiltins: readonly Builtin[] = [
  {
    name: "fromTOML",
    arity: 1,
    apply(text) {
      const result = readToml(forcePlainText(text));
      switch (result.kind) {
        case "document":
          return tableValue(result.root);
        case "problem":
          throw fail("eval", `while parsing TOML: ${result.text}`);
        case "too-deep":
          throw fail("stack-overflow", "stack overflow (possible infinite recursion)");
      }
    },
  },
];

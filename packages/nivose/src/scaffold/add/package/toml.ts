/** TOML as plain data; nothing of what is broken. */

import { readToml, type TomlBuilder } from "@nivose/nix/toml";
import { fromByteText, toByteText } from "../../../report/byte-text.ts";
import { table } from "./facts.ts";

export function parseToml(source: string | undefined): Readonly<Record<string, unknown>> {
  if (source === undefined) return {};
  const result = readToml(toByteText(source), plain);
  return result.ok ? table(result.value) : {};
}

const plain: TomlBuilder<unknown> = {
  boolean: (value) => value,
  integer: (value) => Number(value),
  float: (value) => value,
  string: fromByteText,
  timestamp: (value) => value,
  list: (elements) => elements,
  attributes: (entries) => Object.fromEntries([...entries].map(([name, value]) => [fromByteText(name), value])),
};

/** JSON and TOML read into plain values, and written again as one text each. */

import { floatToJson } from "../../../src/builtins/text/floats.ts";
import type { Int } from "../../../src/builtins/text/integers.ts";
import { readJson, type JsonBuilder } from "../../../src/builtins/text/json/read.ts";
import { stringToJson } from "../../../src/builtins/text/json/write.ts";
import { readToml, type TomlBuilder } from "../../../src/builtins/text/toml/index.ts";

export type Plain = null | boolean | Int | string | readonly Plain[] | { readonly [name: string]: Plain };

const common = {
  boolean: (value: boolean): Plain => value,
  integer: (value: Int): Plain => value,
  string: (bytes: string): Plain => bytes,
  list: (elements: readonly Plain[]): Plain => elements,
  attributes: (entries: ReadonlyMap<string, Plain>): Plain => Object.fromEntries(entries),
};

const plainJson: JsonBuilder<Plain> = { ...common, null: () => null, float: (value) => value };
const plainToml: TomlBuilder<Plain> = { ...common, float: (value) => value };

/** The value, or the text of the error. */
export function jsonValue(text: string): { readonly value: Plain } | { readonly error: string } {
  const result = readJson(text, plainJson);
  return result.ok ? { value: result.value } : { error: result.message.text };
}

export function tomlValue(text: string): { readonly value: Plain } | { readonly error: string } {
  const result = readToml(text, plainToml);
  return result.ok ? { value: result.value } : { error: result.message.text };
}

/** A date or a time in a document, if these are enabled. */
export function tomlTimestamp(text: string): string | undefined {
  let found: string | undefined;
  const result = readToml(text, {
    ...plainToml,
    timestamp: (timestamp) => {
      found = timestamp;
      return timestamp;
    },
  });
  return result.ok ? found : undefined;
}

const written = {
  boolean: String,
  integer: String,
  float: floatToJson,
  string: quoted,
  list: (elements: readonly string[]) => `[${elements.join(",")}]`,
  attributes: (entries: ReadonlyMap<string, string>) => {
    const names = [...entries.keys()].sort();
    return `{${names.map((name) => `${quoted(name)}:${entries.get(name)}`).join(",")}}`;
  },
};

/** What `builtins.toJSON` makes of the value, or the text of the error. */
export function jsonAgain(text: string): string {
  const result = readJson(text, { ...written, null: () => "null" });
  return result.ok ? result.value : result.message.text;
}

export function tomlAsJson(text: string): string {
  const result = readToml(text, written);
  return result.ok ? result.value : result.message.text;
}

function quoted(bytes: string): string {
  const result = stringToJson(bytes);
  return result.ok ? result.text : result.message.text;
}

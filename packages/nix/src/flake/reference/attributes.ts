/** The attributes of an input: `{ type = "github"; owner = "NixOS"; … }`. Texts are bytes, numbers have 64 bits. */

import { FlakeReferenceError } from "./error.ts";

export type Attribute = string | bigint | boolean;
export type Attributes = ReadonlyMap<string, Attribute>;

export function textAttribute(attributes: Attributes, name: string): string | undefined {
  const value = attributes.get(name);
  if (value === undefined || typeof value === "string") return value;
  throw new FlakeReferenceError(`input attribute '${name}' is not a string ${attributesAsJson(attributes)}`);
}

export function requiredText(attributes: Attributes, name: string): string {
  const value = textAttribute(attributes, name);
  if (value === undefined) throw new FlakeReferenceError(`input attribute '${name}' is missing`);
  return value;
}

export function integerAttribute(attributes: Attributes, name: string): bigint | undefined {
  const value = attributes.get(name);
  if (value === undefined || typeof value === "bigint") return value;
  throw new FlakeReferenceError(`input attribute '${name}' is not an integer`);
}

export function booleanAttribute(attributes: Attributes, name: string): boolean | undefined {
  const value = attributes.get(name);
  if (value === undefined || typeof value === "boolean") return value;
  throw new FlakeReferenceError(`input attribute '${name}' is not a Boolean`);
}

/** On one line, as messages have them. */
export function attributesAsJson(attributes: Attributes): string {
  const members = inOrder(attributes).map(
    ([name, value]) => `${JSON.stringify(name)}:${typeof value === "bigint" ? value : JSON.stringify(value)}`,
  );
  return members.length === 0 ? "null" : `{${members.join(",")}}`;
}

/** As parameters of a URL. */
export function attributesAsQuery(attributes: Attributes): Map<string, string> {
  const asText = (value: Attribute): string => (typeof value === "boolean" ? (value ? "1" : "0") : String(value));
  return new Map(inOrder(attributes).map(([name, value]) => [name, asText(value)]));
}

function inOrder(attributes: Attributes): [string, Attribute][] {
  return [...attributes].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

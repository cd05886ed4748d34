/**
 * Reading TOML 1.0 as `builtins.fromTOML` does, which is as toml11 4.4 does: what it accepts, and the words and pictures
 * in which it refuses the rest. It reads on behind a problem and reports all that it finds.
 */

import type { Message } from "../../../message.ts";
import type { Int } from "../integers.ts";
import { nullBytes, textMessages } from "../messages.ts";
import { readDocument } from "./document.ts";
import type { TomlNode } from "./node.ts";
import { showProblem } from "./problem.ts";
import { TomlNestingError, TomlReader } from "./reader.ts";

/** Makes values out of what is read. */
export interface TomlBuilder<Value> {
  readonly boolean: (value: boolean) => Value;
  readonly integer: (value: Int) => Value;
  /** The sign is that of a value that is no number, too. */
  readonly float: (value: number, isNegative: boolean) => Value;
  readonly string: (bytes: string) => Value;
  /** A date, a time or both. Without this they are refused, as they are by Nix unless a feature is enabled. */
  readonly timestamp?: (text: string) => Value;
  readonly list: (elements: readonly Value[]) => Value;
  /** The entries are in the order in which their names came first. */
  readonly attributes: (entries: ReadonlyMap<string, Value>) => Value;
}

export type TomlResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: Message };

export function readToml<Value>(text: string, builder: TomlBuilder<Value>): TomlResult<Value> {
  const reader = new TomlReader({ name: "fromTOML", text: endsLine(text) ? text : `${text}\n` });
  if (text.startsWith(BYTE_ORDER_MARK)) reader.at = BYTE_ORDER_MARK.length;
  try {
    const root = readDocument(reader);
    if (reader.problems.length > 0) return refuse(reader.problems.map(showProblem).join(""));
    return { ok: true, value: build(root, builder) };
  } catch (error) {
    if (error instanceof TomlNestingError) return { ok: false, message: textMessages["toml-nesting"](error.limit) };
    if (error instanceof Unsupported) return refuse(error.message);
    throw error;
  }
}

const BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

/** A value that Nix cannot hold. It never leaves this file. */
class Unsupported extends Error {}

/** A carriage return at the very end is left alone, and reported later. */
function endsLine(text: string): boolean {
  return text === "" || text.endsWith("\n") || text.endsWith("\r");
}

function refuse<Value>(problem: string): TomlResult<Value> {
  return { ok: false, message: textMessages["invalid-toml"](problem) };
}

function build<Value>(node: TomlNode, builder: TomlBuilder<Value>): Value {
  switch (node.kind) {
    case "boolean":
      return builder.boolean(node.value);
    case "integer":
      return builder.integer(node.value);
    case "float":
      return builder.float(node.value, node.isNegative);
    case "string":
      return builder.string(withoutNull(node.value));
    case "timestamp":
      if (builder.timestamp === undefined) throw new Unsupported("Dates and times are not supported");
      return builder.timestamp(node.value);
    case "array":
      return builder.list(node.elements.map((element) => build(element, builder)));
    case "table": {
      const entries = new Map<string, Value>();
      for (const [name, value] of node.entries) entries.set(withoutNull(name), build(value, builder));
      return builder.attributes(entries);
    }
  }
}

function withoutNull(bytes: string): string {
  const message = nullBytes(bytes);
  if (message !== undefined) throw new Unsupported(`error: ${message.text}`);
  return bytes;
}

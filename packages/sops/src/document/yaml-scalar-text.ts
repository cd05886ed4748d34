/** Values that are no collections, as YAML. */

import { isBreak } from "../yaml/cursor.ts";
import { doubleQuoted, singleQuoted } from "../yaml/quote.ts";
import { Unsupported } from "../yaml/resolve.ts";
import { styleOf } from "../yaml/scalar-style.ts";
import { shortText } from "./number-text.ts";
import { type Branch, type List, Timestamp, type Value } from "./tree.ts";

export type Single = Exclude<Value, Branch | List>;

/** A value as it is written: on one line, or as lines below a `|`. */
export type ScalarText =
  | { readonly kind: "line"; readonly tag: string; readonly text: string }
  | { readonly kind: "literal"; readonly tag: string; readonly text: string };

/** How a value is written, where `indent` is how far a further line of it would be indented, and a key is on one line. */
export function scalarText(value: Single, key: boolean, indent: number, hinted: boolean): ScalarText {
  const line = (text: string, tag = ""): ScalarText => ({ kind: "line", tag, text });
  if (value === null) return line("null");
  if (typeof value === "boolean" || typeof value === "bigint") return line(String(value));
  if (typeof value === "number") return line(shortText(value));
  if (value instanceof Timestamp) return line(value.text);
  if (value instanceof Uint8Array) return binaryText(value);
  if (value instanceof Unsupported) throw new Error("a value that SOPS has no type for was to be written");
  if (value === "<<") return line("<<", "!!merge");
  switch (styleOf(value)) {
    case "plain":
      return line(value);
    case "single":
      return line(singleQuoted(value.replaceAll(/[\u2028\u2029](?![\u2028\u2029]|$)/g, `$&${" ".repeat(indent)}`)));
    case "literal":
      if (!key && survives(value, hinted)) return { kind: "literal", tag: "", text: value };
  }
  return line(doubleQuoted(value));
}

/**
 * Whether a text below a `|` is read as the same text. SOPS 3.9 loses a line break at the start and a whole text that
 * starts with a tab, and says how far a text that starts with a space is indented even where it is indented by something
 * else. This is the one place where it is not followed: such a text is written between quotes.
 */
function survives(text: string, hinted: boolean): boolean {
  const first = text.charAt(0);
  return !isBreak(first) && first !== "\t" && (hinted || first !== " ");
}

function binaryText(bytes: Uint8Array): ScalarText {
  const text = Buffer.from(bytes).toString("base64");
  const lines = text.match(/.{1,70}/g) ?? [];
  if (lines.length < 2) return { kind: "line", tag: "!!binary", text };
  return { kind: "literal", tag: "!!binary", text: `${lines.join("\n")}\n` };
}

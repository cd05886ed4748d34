/** JSON as `builtins.toJSON` writes it: the scalars. Lists and objects have no blank anywhere. */

import type { Message } from "../../../message.ts";
import { textMessages } from "../messages.ts";
import { sequenceEnd } from "../../../syntax/utf8.ts";

export { floatToJson } from "../floats.ts";

export type JsonText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: Message };

const PLAIN = /^[ !#-[\]-\u007F]*$/;

/** Whether a string is UTF-8 and the same in quotes. */
export function needsNoEscape(bytes: string): boolean {
  return PLAIN.test(bytes);
}

/** A string in quotes. Only what is UTF-8 can be written. */
export function stringToJson(bytes: string): JsonText {
  if (needsNoEscape(bytes)) return { ok: true, text: `"${bytes}"` };
  const problem = utf8Problem(bytes);
  if (problem !== undefined) return { ok: false, message: textMessages["json-not-utf8"](problem) };
  return { ok: true, text: `"${bytes.replaceAll(/[\0-\u001F"\\]/g, escape)}"` };
}

const escapes = new Map([
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

function escape(byte: string): string {
  return escapes.get(byte) ?? `\\u${byte.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function utf8Problem(bytes: string): string | undefined {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.charCodeAt(at) < 0x80 ? at + 1 : sequenceEnd(bytes, at);
    if (end < 0) {
      return ~end === bytes.length
        ? `incomplete UTF-8 string; last byte: 0x${hexByte(bytes, bytes.length - 1)}`
        : `invalid UTF-8 byte at index ${~end}: 0x${hexByte(bytes, ~end)}`;
    }
    at = end;
  }
  return undefined;
}

function hexByte(bytes: string, at: number): string {
  return bytes.charCodeAt(at).toString(16).toUpperCase().padStart(2, "0");
}

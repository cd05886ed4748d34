/** Strings and attribute names as Nix prints them in values. */

import { isKeyword } from "../../syntax/keywords.ts";

/** A string in quotes, so that Nix reads it again. Other bytes than these stand as they are. */
export function quoteString(bytes: string): string {
  return `"${escapeAll(bytes)}"`;
}

/** The same, cut off after so many bytes. */
export function quoteStringUpTo(bytes: string, most: number): string {
  if (bytes.length <= most) return quoteString(bytes);
  const left = bytes.length - most;
  const shown = escapeAll(bytes.slice(0, most));
  // Whether a dollar opens an antiquotation is decided by what stands behind it, shown or not.
  const isOpened = bytes.slice(0, most).endsWith("$") && bytes[most] === "{";
  const cut = isOpened ? `${shown.slice(0, -1)}\\$` : shown;
  return `"${cut}" ${OPEN_NOTE}${left} ${left === 1 ? "byte" : "bytes"} elided${CLOSE_NOTE}`;
}

/** The name of an attribute, in quotes if it is no identifier. */
export function quoteAttributeName(name: string): string {
  return IDENTIFIER.test(name) && !isKeyword(name) ? name : quoteString(name);
}

const SPECIAL = /["\\\n\r\t]|\$(?=\{)/g;
const IDENTIFIER = /^[a-zA-Z_][a-zA-Z0-9_'-]*$/;
const OPEN_NOTE = "\u00C2\u00AB";
const CLOSE_NOTE = "\u00C2\u00BB";

const escapes = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["$", "\\$"],
]);

function escapeAll(bytes: string): string {
  return bytes.replaceAll(SPECIAL, (byte) => escapes.get(byte)!);
}

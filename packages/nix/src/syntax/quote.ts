/** Strings, names and floats as they are written in Nix. */

import { isKeyword } from "./keywords.ts";

/** A string in quotes. What is longer than `most` bytes is cut, and the rest counted. */
export function quoteString(text: string, most = Infinity): string {
  const shown = text.length > most ? text.slice(0, most) : text;
  const quoted = shown.replace(/["\\\n\r\t]|\$(?=\{)/g, (character) => escapes[character] ?? `\\${character}`);
  return shown === text ? `"${quoted}"` : `"${quoted}" ${elided(text.length - most, "byte", "bytes")}`;
}

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A name as it stands before `=`. */
export function quoteName(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_'-]*$/.test(name) && !isKeyword(name) ? name : quoteString(name);
}

export function elided(count: number, one: string, many: string): string {
  return `\u00c2\u00ab${count} ${count === 1 ? one : many} elided\u00c2\u00bb`;
}

/** A word between French quotes, as bytes. */
export function special(word: string): string {
  return `\u00c2\u00ab${word}\u00c2\u00bb`;
}

/** Texts between quotes. */

import { isBreak } from "./cursor.ts";
import { isPrintable } from "./scalar-style.ts";

export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function doubleQuoted(text: string): string {
  // a text that starts with a byte order mark is escaped as a whole, because the library looks only at its start
  const all = text.startsWith("\ufeff");
  const characters = Array.from(text, (character) => {
    const plain = isPrintable(character) && !isBreak(character) && character !== '"' && character !== "\\";
    return plain && !all ? character : escaped(character);
  });
  return `"${characters.join("")}"`;
}

const names: Readonly<Record<string, string>> = {
  "\0": "0",
  "\x07": "a",
  "\b": "b",
  "\t": "t",
  "\n": "n",
  "\v": "v",
  "\f": "f",
  "\r": "r",
  "\x1b": "e",
  '"': '"',
  "\\": "\\",
  "\x85": "N",
  "\xa0": "_",
  "\u2028": "L",
  "\u2029": "P",
};

function escaped(character: string): string {
  const name = names[character];
  if (name !== undefined) return `\\${name}`;
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

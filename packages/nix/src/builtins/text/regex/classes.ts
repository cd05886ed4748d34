/**
 * The names that can stand inside of a bracket expression: character classes (`[:alpha:]`), and collating elements
 * (`[.space.]`, `[=a=]`). They mean what they mean in the "C" locale: bytes beyond ASCII are in no class.
 */

import { byteSet, type ByteSet } from "./byte-set.ts";

const isUpper = (byte: number): boolean => byte >= 65 && byte <= 90;
const isLower = (byte: number): boolean => byte >= 97 && byte <= 122;
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const isAlpha = (byte: number): boolean => isUpper(byte) || isLower(byte);
const isAlnum = (byte: number): boolean => isAlpha(byte) || isDigit(byte);
const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);
const isPrint = (byte: number): boolean => byte >= 32 && byte <= 126;
const isHexLetter = (byte: number): boolean => (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102);

/** `d`, `s` and `w` are no names of POSIX, but the library that Nix is built with knows them. */
const characterClasses = new Map<string, ByteSet>([
  ["d", byteSet(isDigit)],
  ["s", byteSet(isSpace)],
  ["w", byteSet((byte) => isAlnum(byte) || byte === 95)],
  ["alnum", byteSet(isAlnum)],
  ["alpha", byteSet(isAlpha)],
  ["blank", byteSet((byte) => byte === 32 || byte === 9)],
  ["cntrl", byteSet((byte) => byte < 32 || byte === 127)],
  ["digit", byteSet(isDigit)],
  ["graph", byteSet((byte) => isPrint(byte) && byte !== 32)],
  ["lower", byteSet(isLower)],
  ["print", byteSet(isPrint)],
  ["punct", byteSet((byte) => isPrint(byte) && byte !== 32 && !isAlnum(byte))],
  ["space", byteSet(isSpace)],
  ["upper", byteSet(isUpper)],
  ["xdigit", byteSet((byte) => isDigit(byte) || isHexLetter(byte))],
]);

/** The bytes of a class; its name may be written in capitals. */
export function characterClass(name: string): ByteSet | undefined {
  return characterClasses.get(lowerCase(name));
}

/** POSIX's names of the bytes 0 to 127, in their order; a letter is its own name. */
const collatingNames: readonly string[] = [
  ..."NUL SOH STX ETX EOT ENQ ACK alert backspace tab newline vertical-tab form-feed carriage-return SO SI".split(" "),
  ..."DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC IS4 IS3 IS2 IS1".split(" "),
  ..."space exclamation-mark quotation-mark number-sign dollar-sign percent-sign ampersand apostrophe".split(" "),
  ..."left-parenthesis right-parenthesis asterisk plus-sign comma hyphen period slash".split(" "),
  ..."zero one two three four five six seven eight nine".split(" "),
  ..."colon semicolon less-than-sign equals-sign greater-than-sign question-mark commercial-at".split(" "),
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ..."left-square-bracket backslash right-square-bracket circumflex underscore grave-accent".split(" "),
  ..."abcdefghijklmnopqrstuvwxyz",
  ..."left-curly-bracket vertical-line right-curly-bracket tilde DEL".split(" "),
];

const collatingElements = new Map(collatingNames.map((name, byte) => [name, byte]));

/** The byte that a collating element stands for. A byte that is no letter is known by its name only. */
export function collatingElement(name: string): number | undefined {
  return collatingElements.get(name);
}

/** The bytes that are equivalent to one: a letter and its capital. */
export function equivalentBytes(byte: number): ByteSet {
  const folded = foldCase(byte);
  return byteSet((other) => foldCase(other) === folded);
}

function foldCase(byte: number): number {
  return isUpper(byte) ? byte + 32 : byte;
}

function lowerCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

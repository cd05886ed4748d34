/**
 * The grammar of TOML 1.0, as scanners. They find where something ends; what it means is read in the files beside. The
 * bytes are those of UTF-8, and neither an overlong form nor a surrogate is a character.
 */

import { sequenceEnd } from "../utf8.ts";
import {
  byteIn,
  character,
  either,
  literal,
  many,
  maybe,
  named,
  oneOf,
  range,
  type Scanner,
  sequence,
  times,
} from "./scanner.ts";

const digit = byteIn("09", "digit [0-9]");
const letter = byteIn("azAZ", "alpha [a-zA-Z]");
const hexDigit = byteIn("09afAF", "hex [0-9a-fA-F]");

const nonAscii: Scanner = {
  scan: (text, at) => (at < text.length ? Math.max(sequenceEnd(text, at), -1) : -1),
  expected: () => "non-ascii utf-8 bytes",
};

// ---- between values

const blank = oneOf(" \t");
export const blanks = many(blank, 0);
export const newline = either(character("\n"), literal("\r\n"));
/** A comment without the end of its line. */
export const comment = sequence(character("#"), many(either(byteIn("\t\t ~", ""), nonAscii), 0));
export const commentLine = sequence(comment, newline);

// ---- numbers

const sign = oneOf("+-");

function digits(one: Scanner): Scanner {
  return sequence(one, many(either(one, sequence(character("_"), one)), 0));
}

export const decimal = sequence(
  maybe(sign),
  either(sequence(range("1", "9"), many(either(digit, sequence(character("_"), digit)), 1)), digit),
);
export const hexadecimal = sequence(literal("0x"), digits(hexDigit));
export const octal = sequence(literal("0o"), digits(range("0", "7")));
export const binary = sequence(literal("0b"), digits(oneOf("01")));
export const integer = either(hexadecimal, octal, binary, decimal);

const fraction = sequence(character("."), digits(digit));
const exponent = sequence(oneOf("eE"), maybe(sign), digits(digit));

export const floating = either(
  sequence(decimal, either(exponent, sequence(fraction, maybe(exponent)))),
  sequence(maybe(sign), either(literal("inf"), literal("nan"))),
);

export const booleans = either(literal("true"), literal("false"));

// ---- dates and times

const two = times(digit, 2);
const colon = character(":");

export const date = sequence(times(digit, 4), character("-"), two, character("-"), two);
export const time = sequence(two, colon, two, colon, two, maybe(sequence(character("."), many(digit, 1))));
export const offset = either(oneOf("zZ"), sequence(sign, two, colon, two));
export const timeDelimiter = oneOf("Tt ");
export const localDateTime = sequence(date, timeDelimiter, time);
export const offsetDateTime = sequence(localDateTime, offset);

// ---- strings

const escaped = sequence(
  character("\\"),
  either(
    oneOf('"\\bfnrt'),
    sequence(character("u"), times(hexDigit, 4)),
    sequence(character("U"), times(hexDigit, 8)),
  ),
);
const basicCharacter = either(byteIn("\t\t !#[]~", ""), nonAscii, escaped);

export const basicString = sequence(character('"'), many(basicCharacter, 0), character('"'));

/** A backslash at the end of a line, and the blank space after it. */
export const escapedNewline = sequence(character("\\"), blanks, newline, many(either(blank, newline), 0));

const multilineBasicContent = either(basicCharacter, newline, escapedNewline);
const basicQuotes = either(literal('""'), character('"'));

export const multilineBasicString = sequence(
  literal('"""'),
  many(multilineBasicContent, 0),
  many(sequence(basicQuotes, many(multilineBasicContent, 1)), 0),
  literal('"""'),
  maybe(basicQuotes),
);

const literalCharacter = either(byteIn("\t\t &(~", ""), nonAscii);

export const literalString = sequence(character("'"), many(literalCharacter, 0), character("'"));

const multilineLiteralContent = either(literalCharacter, newline);
const literalQuotes = either(literal("''"), character("'"));

export const multilineLiteralString = sequence(
  literal("'''"),
  many(multilineLiteralContent, 0),
  many(sequence(literalQuotes, many(multilineLiteralContent, 1)), 0),
  literal("'''"),
  maybe(literalQuotes),
);

// ---- keys

export const bareKey = many(either(letter, digit, character("-"), character("_")), 1);
export const dot = sequence(blanks, character("."), blanks);
export const equals = sequence(blanks, character("="), blanks);

const simpleKey = either(bareKey, basicString, literalString);
const key = named(
  "basic key([a-zA-Z0-9_-]) or quoted key(\" or ')",
  sequence(simpleKey, many(sequence(dot, simpleKey), 0)),
);

export const tableHeader = sequence(character("["), blanks, key, blanks, character("]"));
export const arrayTableHeader = sequence(literal("[["), blanks, key, blanks, literal("]]"));

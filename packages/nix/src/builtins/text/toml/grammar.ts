/** The shapes of TOML 1.0, by its own grammar and in its order of trying. */

import { sequenceEnd } from "../../../syntax/utf8.ts";
import {
  atLeast,
  byte,
  either,
  exactly,
  FAILED,
  literal,
  maybe,
  named,
  oneOf,
  range,
  sequence,
  type Scanner,
} from "./scanners.ts";

const asciiRange = (from: string, to: string): Scanner => range(from.charCodeAt(0), to.charCodeAt(0));

const nonAscii: Scanner = {
  scan: (text, at) => (text.charCodeAt(at) < 0x80 ? FAILED : Math.max(FAILED, sequenceEnd(text, at))),
  expected: () => "non-ascii utf-8 bytes",
};

// Blanks, lines and comments

const blank = oneOf(" \t");
export const blanks = atLeast(0, blank);
export const spaces = atLeast(1, byte(" "));
export const tabs = atLeast(1, byte("\t"));
export const newline = either(byte("\n"), literal("\r\n"));
export const emptyLine = sequence(blanks, newline);
export const comment = sequence(byte("#"), atLeast(0, either(byte("\t"), asciiRange(" ", "~"), nonAscii)));
export const commentLine = sequence(comment, newline);
export const openingBracket = sequence(blanks, byte("["));

// Booleans and numbers

export const boolean = either(literal("true"), literal("false"));

const digit = named("digit [0-9]", asciiRange("0", "9"));
const alpha = named("alpha [a-zA-Z]", either(asciiRange("a", "z"), asciiRange("A", "Z")));
const hexDigit = named("hex [0-9a-fA-F]", either(asciiRange("0", "9"), asciiRange("a", "f"), asciiRange("A", "F")));
const sign = maybe(oneOf("+-"));

/** Digits that may be divided by single underscores. */
const dividedDigits = (least: number, one: Scanner): Scanner => atLeast(least, either(one, sequence(byte("_"), one)));

export const decimalInteger = sequence(sign, either(sequence(asciiRange("1", "9"), dividedDigits(1, digit)), digit));
const prefixedInteger = (prefix: string, one: Scanner): Scanner =>
  sequence(literal(prefix), one, dividedDigits(0, one));
export const hexInteger = prefixedInteger("0x", hexDigit);
export const octalInteger = prefixedInteger("0o", asciiRange("0", "7"));
export const binaryInteger = prefixedInteger("0b", oneOf("01"));
export const integer = either(hexInteger, octalInteger, binaryInteger, decimalInteger);

const digits = sequence(digit, dividedDigits(0, digit));
const exponent = sequence(oneOf("eE"), sign, digits);
const fraction = sequence(byte("."), digits);
export const infinity = literal("inf");
export const notANumber = literal("nan");
export const float = either(
  sequence(decimalInteger, either(exponent, sequence(fraction, maybe(exponent)))),
  sequence(sign, either(infinity, notANumber)),
);

// Dates and times

const twoDigits = exactly(2, digit);
export const localDate = sequence(exactly(4, digit), byte("-"), twoDigits, byte("-"), twoDigits);
export const localTime = sequence(
  twoDigits,
  byte(":"),
  twoDigits,
  byte(":"),
  twoDigits,
  maybe(sequence(byte("."), atLeast(1, digit))),
);
export const timeOffset = either(oneOf("zZ"), sequence(oneOf("+-"), twoDigits, byte(":"), twoDigits));
export const timeDelimiter = oneOf("Tt ");
export const localDateTime = sequence(localDate, timeDelimiter, localTime);
export const offsetDateTime = sequence(localDateTime, timeOffset);

// Strings

export const fourHexDigits = sequence(byte("u"), exactly(4, hexDigit));
export const eightHexDigits = sequence(byte("U"), exactly(8, hexDigit));
const escaped = sequence(byte("\\"), either(oneOf('"\\bfnrt'), fourHexDigits, eightHexDigits));
const basicByte = either(either(blank, byte("!"), asciiRange("#", "["), asciiRange("]", "~"), nonAscii), escaped);
export const basicString = sequence(byte('"'), atLeast(0, basicByte), byte('"'));
export const escapedNewline = sequence(byte("\\"), blanks, newline, atLeast(0, either(blank, newline)));

const literalByte = either(byte("\t"), asciiRange(" ", "&"), asciiRange("(", "~"), nonAscii);
export const literalString = sequence(byte("'"), atLeast(0, literalByte), byte("'"));

/** A string between three quotes, which may hold one or two of them side by side, also at its very end. */
const multilineString = (quote: string, content: Scanner): Scanner => {
  const delimiter = literal(quote.repeat(3));
  const quotes = either(literal(quote.repeat(2)), byte(quote));
  return sequence(
    delimiter,
    maybe(newline),
    atLeast(0, content),
    atLeast(0, sequence(quotes, atLeast(1, content))),
    delimiter,
    maybe(quotes),
  );
};
export const threeQuotes = literal('"""');
export const threeApostrophes = literal("'''");
export const multilineBasicString = multilineString('"', either(basicByte, newline, escapedNewline));
export const multilineLiteralString = multilineString("'", either(literalByte, newline));

// Keys and headers

export const bareKey = atLeast(1, either(alpha, digit, byte("-"), byte("_")));
const simpleKey = either(bareKey, either(basicString, literalString));
export const dot = sequence(blanks, byte("."), blanks);
const key = named(
  "basic key([a-zA-Z0-9_-]) or quoted key(\" or ')",
  either(sequence(simpleKey, atLeast(1, sequence(dot, simpleKey))), simpleKey),
);
export const equals = sequence(blanks, byte("="), blanks);
export const comma = byte(",");
export const tableHeader = sequence(byte("["), blanks, key, blanks, byte("]"));
export const arrayTableHeader = sequence(literal("[["), blanks, key, blanks, literal("]]"));
export const twoBrackets = literal("[[");

/**
 * Bracket expressions: `[a-z]`, `[^[:space:]]`, `[[=a=]_-]`. A range goes by the value of its bytes as signed numbers,
 * so the bytes from 128 on come before all of ASCII.
 */

import { addByte, addBytes, complement, emptyByteSet, type ByteSet } from "./byte-set.ts";
import { characterClass, collatingElement, equivalentBytes } from "./classes.ts";
import { RegexSyntaxError } from "./syntax-error.ts";
import type { TokenReader } from "./tokens.ts";

/** What the term before a dash was: a byte that may start a range, a class that may not, or nothing. */
type Last = { readonly byte: number } | "class" | "nothing";

/** Reads up to the closing bracket; the opening one has been read. */
export function parseBrackets(reader: TokenReader, negated: boolean): ByteSet {
  const set = emptyByteSet();
  let last = firstTerm(reader);
  for (;;) {
    if (reader.take("brackets-end")) break;
    if (reader.take("dash")) {
      if (reader.take("brackets-end")) {
        addByte(set, DASH);
        break;
      }
      if (typeof last === "string") throw new RegexSyntaxError();
      addRange(set, last.byte, rangeEnd(reader));
      last = "nothing";
    } else {
      addLast(set, last);
      last = term(reader, set);
    }
  }
  addLast(set, last);
  return negated ? complement(set) : set;
}

const DASH = 45;

function firstTerm(reader: TokenReader): Last {
  const byte = reader.take("byte");
  if (byte !== undefined) return { byte: byte.value.charCodeAt(0) };
  return reader.take("dash") ? { byte: DASH } : "nothing";
}

/** A byte is only added once it is known not to start a range. */
function addLast(set: number[], last: Last): void {
  if (typeof last !== "string") addByte(set, last.byte);
}

function term(reader: TokenReader, set: number[]): Last {
  const token = reader.current;
  reader.advance();
  switch (token.kind) {
    case "byte":
      return { byte: token.value.charCodeAt(0) };
    case "collating": {
      const byte = known(collatingElement(token.value));
      // It stays in the set even where a range starts with it.
      addByte(set, byte);
      return { byte };
    }
    case "equivalence":
      addBytes(set, equivalentBytes(known(collatingElement(token.value))));
      return "class";
    case "class":
      addBytes(set, known(characterClass(token.value)));
      return "class";
    default:
      throw new RegexSyntaxError();
  }
}

function rangeEnd(reader: TokenReader): number {
  const byte = reader.take("byte");
  if (byte !== undefined) return byte.value.charCodeAt(0);
  if (reader.take("dash")) return DASH;
  throw new RegexSyntaxError();
}

function addRange(set: number[], from: number, to: number): void {
  if (signed(from) > signed(to)) throw new RegexSyntaxError();
  for (let value = signed(from); value <= signed(to); value++) addByte(set, value & 255);
}

function signed(byte: number): number {
  return byte < 128 ? byte : byte - 256;
}

function known<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new RegexSyntaxError();
  return found;
}

/**
 * Bracket expressions: `[a-z]`, `[^[:space:]]`, `[[=a=]_-]`. A range goes by the value of its bytes as signed numbers,
 * so the bytes from 128 on come before all of ASCII.
 */

import { addAll, BYTES, byteSet, type ByteSet } from "./byte-set.ts";
import { characterClass, collatingElement, equivalentBytes } from "./classes.ts";
import { RegexSyntaxError } from "./syntax-error.ts";
import type { TokenReader } from "./tokens.ts";

/** What the term before a dash was: a byte that may start a range, a class that may not, or nothing. */
type Last = { readonly byte: number } | "class" | "nothing";

/** Reads up to the closing bracket; the opening one has been read. */
export function parseBrackets(reader: TokenReader, negated: boolean): ByteSet {
  const set: ByteSet = new Uint8Array(BYTES);
  let last = firstTerm(reader);
  for (;;) {
    if (reader.take("brackets-end")) break;
    if (reader.take("dash")) {
      if (reader.take("brackets-end")) {
        set[DASH] = 1;
        break;
      }
      if (typeof last === "string") throw new RegexSyntaxError();
      addRange(set, last.byte, rangeEnd(reader));
      last = "nothing";
    } else {
      addByte(set, last);
      last = term(reader, set);
    }
  }
  addByte(set, last);
  return negated ? byteSet((byte) => set[byte] === 0) : set;
}

const DASH = 45;

function firstTerm(reader: TokenReader): Last {
  const byte = reader.take("byte");
  if (byte !== undefined) return { byte: byte.value.charCodeAt(0) };
  return reader.take("dash") ? { byte: DASH } : "nothing";
}

/** A byte is only added once it is known not to start a range. */
function addByte(set: ByteSet, last: Last): void {
  if (typeof last !== "string") set[last.byte] = 1;
}

function term(reader: TokenReader, set: ByteSet): Last {
  const token = reader.current;
  reader.advance();
  switch (token.kind) {
    case "byte":
      return { byte: token.value.charCodeAt(0) };
    case "collating": {
      const byte = known(collatingElement(token.value));
      // It stays in the set even where a range starts with it.
      set[byte] = 1;
      return { byte };
    }
    case "equivalence":
      addAll(set, equivalentBytes(known(collatingElement(token.value))));
      return "class";
    case "class":
      addAll(set, known(characterClass(token.value)));
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

function addRange(set: ByteSet, from: number, to: number): void {
  if (signed(from) > signed(to)) throw new RegexSyntaxError();
  for (let value = signed(from); value <= signed(to); value++) set[value & 255] = 1;
}

function signed(byte: number): number {
  return byte < 128 ? byte : byte - 256;
}

function known<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new RegexSyntaxError();
  return found;
}

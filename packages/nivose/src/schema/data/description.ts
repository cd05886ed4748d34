/**
 * What the descriptions of types say, as `lib/types.nix` of nixpkgs composes them. They are ambiguous here and there
 * (a pattern may have any text, an "or" may be a part of a name), so every rule gives all its readings, the likelier one
 * first, and the first reading of the whole counts.
 */

import type { TypeTerm } from "./option-set.ts";
import { namedTypes } from "./named-types.ts";

export function typeOfDescription(description: string): TypeTerm {
  const text = description.trim();
  for (const [term, end] of alternatives(text, 0)) if (end === text.length) return term;
  return ["unknown", text];
}

type Reading = readonly [term: TypeTerm, end: number];
type Readings = Iterable<Reading>;

/** `X or Y or Z`, and `X or Y convertible to it`. */
function* alternatives(text: string, at: number): Readings {
  if (text.startsWith("null or ", at))
    for (const [term, end] of alternatives(text, at + 8)) yield [["nullOr", term], end];
  for (const [first, end] of single(text, at)) yield* continued(text, first, end);
}

function* continued(text: string, left: TypeTerm, at: number): Readings {
  const word = text.startsWith(", or ", at) ? ", or " : " or ";
  if (text.startsWith(word, at)) {
    for (const [right, end] of single(text, at + word.length)) {
      const coerced = text.startsWith(COERCED, end);
      if (coerced) yield [["coercedTo", right, left], end + COERCED.length];
      else yield* continued(text, ["either", left, right], end);
    }
  }
  yield [left, at];
}

const COERCED = " convertible to it";

function* single(text: string, at: number): Readings {
  for (const [term, end] of unchecked(text, at)) {
    const check = /^ \(with check: [^()]*\)/u.exec(text.slice(end))?.[0];
    if (check !== undefined) yield [["checked", term, text.slice(at, end + check.length)], end + check.length];
    yield [term, end];
  }
}

function* unchecked(text: string, at: number): Readings {
  if (text[at] === "(") {
    for (const [term, end] of alternatives(text, at + 1)) if (text[end] === ")") yield [term, end + 1];
    const end = closing(text, at);
    const inner = text.slice(at + 1, end);
    // a name that begins with a parenthesis is tried below
    if (end !== -1 && !inner.includes(" or ")) yield [["unknown", inner], end + 1];
  }
  yield* named(text, at);
  yield* composed(text, at);
  yield* ranges(text, at);
  yield* enumerated(text, at);
  yield* patterns(text, at);
  yield* unnamed(text, at);
}

/** The longest name first: one may begin with another. */
function* named(text: string, at: number): Readings {
  for (const [name, term] of namedTypes) if (text.startsWith(name, at)) yield [term, at + name.length];
}

const composers = [
  ["list of ", "listOf"],
  ["attribute set of ", "attrsOf"],
  ["lazy attribute set of ", "lazyAttrsOf"],
  ["function that evaluates to a(n) ", "functionTo"],
] as const;

function* composed(text: string, at: number): Readings {
  for (const [words, type] of composers)
    if (text.startsWith(words, at))
      for (const [term, end] of single(text, at + words.length)) yield [[type, term], end];
  if (text.startsWith("non-empty (list of ", at))
    for (const [term, end] of single(text, at + 19)) if (text[end] === ")") yield [["nonEmptyListOf", term], end + 1];
  if (text.startsWith("open submodule of ", at))
    for (const [term, end] of single(text, at + 18)) yield [["submodule", {}, term], end];
  for (const words of ["string", "path"] as const) {
    const whole = `${words}, not containing newlines or colons`;
    if (text.startsWith(whole, at)) yield [["passwdEntry", words === "string" ? "str" : "path"], at + whole.length];
  }
  if (text.startsWith("pair of ", at)) {
    for (const [term, end] of single(text, at + 8)) yield [["checked", ["listOf", term], text.slice(at, end)], end];
  }
}

function* ranges(text: string, at: number): Readings {
  const found =
    /^(integer|integer or floating point number) between (-?[\d.]+) and (-?[\d.]+) \(both inclusive\)/u.exec(
      text.slice(at),
    );
  if (found === null) return;
  const [whole, kind, low, high] = found;
  yield [[kind === "integer" ? "between" : "numberBetween", Number(low), Number(high)], at + whole.length];
}

function* enumerated(text: string, at: number): Readings {
  if (text.startsWith("value ", at))
    for (const [value, end] of enumValue(text, at + 6))
      if (text.startsWith(" (singular enum)", end)) yield [enumOf([value]), end + 16];
  if (text.startsWith("one of ", at)) for (const [values, end] of enumValues(text, at + 7)) yield [enumOf(values), end];
}

type EnumValue = string | number | boolean | null | undefined;

/** Floats, paths and others stand there by their kind only. */
function enumOf(values: readonly EnumValue[]): TypeTerm {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? ["enum", known] : ["unknown", "one of some values"];
}

function* enumValues(text: string, at: number): Iterable<readonly [readonly EnumValue[], number]> {
  for (const [value, end] of enumValue(text, at)) {
    if (text.startsWith(", ", end))
      for (const [rest, last] of enumValues(text, end + 2)) yield [[value, ...rest], last];
    yield [[value], end];
  }
}

/** Quotes inside of strings are not escaped, so a string may end at each of them. */
function* enumValue(text: string, at: number): Iterable<readonly [EnumValue, number]> {
  if (text[at] === '"') {
    for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1))
      yield [text.slice(at + 1, end), end + 1];
    return;
  }
  const found = /^(?:-?\d+|true|false|<[a-z]+>)/u.exec(text.slice(at))?.[0];
  if (found === undefined) return;
  yield [valueOf(found), at + found.length];
}

function valueOf(word: string): EnumValue {
  if (word === "<null>") return null;
  if (word.startsWith("<")) return undefined;
  return word === "true" || (word !== "false" && Number(word));
}

function* patterns(text: string, at: number): Readings {
  const joined = /^strings concatenated with ("(?:[^"\\]|\\.)*")/u.exec(text.slice(at));
  if (joined !== null) yield [["separated", JSON.parse(joined[1]!) as string], at + joined[0].length];
  const words = "string matching the pattern ";
  if (!text.startsWith(words, at)) return;
  for (const end of possibleEnds(text, at + words.length))
    yield [["matching", text.slice(at + words.length, end)], end];
}

/** A name that nobody knows here; it must not have words in it by which types are composed. */
function* unnamed(text: string, at: number): Readings {
  for (const end of possibleEnds(text, at)) {
    const name = text.slice(at, end);
    const bare = withoutParentheses(name);
    if (
      bare !== undefined &&
      !/^$| or |convertible to it|^(?:null|one of|value|list of|attribute set of)\b/u.test(bare)
    )
      yield [["unknown", name], end];
  }
}

/** The longest first. */
function possibleEnds(text: string, at: number): readonly number[] {
  const ends = [text.length];
  for (let end = text.length - 1; end > at; end--)
    if (
      text[end] === ")" ||
      text.startsWith(" or ", end) ||
      text.startsWith(", or ", end) ||
      text.startsWith(COERCED, end)
    )
      ends.push(end);
  return ends;
}

/** `undefined` if they do not match. */
function withoutParentheses(text: string): string | undefined {
  let inner = text;
  for (let before = ""; before !== inner;) {
    before = inner;
    inner = inner.replaceAll(/\([^()]*\)/gu, "");
  }
  return /[()]/u.test(inner) ? undefined : inner;
}

function closing(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    if (text[index] === "(") depth++;
    if (text[index] === ")" && --depth === 0) return index;
  }
  return -1;
}

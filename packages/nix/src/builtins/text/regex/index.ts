/**
 * POSIX extended regular expressions on byte strings, as `builtins.match` and `builtins.split` have them: those of
 * libstdc++'s `std::regex`, whose choice between several matches is neither POSIX's nor JavaScript's. Time and memory
 * are linear in the text, and nothing recurses.
 */

import type { Message } from "../../../message.ts";
import { textMessages } from "../messages.ts";
import { type Captures, NO_CAPTURES } from "./captures.ts";
import { literalOf } from "./literal.ts";
import { matchWhole } from "./match.ts";
import { OneWayMatcher, SEVERAL_WAYS } from "./one-way.ts";
import { parseRegex } from "./parse.ts";
import { findAll, type OnMatch } from "./search.ts";
import { RegexSyntaxError } from "./syntax-error.ts";
import { programTables, type ProgramTables } from "./tables.ts";
import { MAY_END, Viability } from "./viability.ts";

export type { Captures } from "./captures.ts";
export { RegexCostError } from "./cost.ts";

/** A pattern that is no regular expression, or one that is too large. */
export interface RegexError {
  readonly kind: "error";
  readonly message: Message;
}

export class Regex {
  readonly kind = "regex";
  readonly #tables: ProgramTables;
  /** The one text that matches, if there is only one. */
  readonly #literal: string | undefined;
  /** As long as no text has had several ways to match. */
  #oneWay: OneWayMatcher | undefined;
  /** The automata for matching and for searching, once they have been needed. */
  #whole: Viability | undefined;
  #inside: Viability | undefined;

  constructor(tables: ProgramTables) {
    this.#tables = tables;
    this.#literal = literalOf(tables.program);
    this.#oneWay = OneWayMatcher.of(tables);
  }

  /** The captures if the whole text matches. @throws {RegexCostError} */
  match(text: string): Captures | undefined {
    const found = this.#oneWay === undefined ? SEVERAL_WAYS : this.#oneWay.match(text);
    if (found !== SEVERAL_WAYS) return found;
    this.#oneWay = undefined;
    this.#whole ??= new Viability(this.#tables, 0);
    return matchWhole(this.#whole, text);
  }

  /** Tells of all matches in a text, from its start on. @throws {RegexCostError} */
  find(text: string, onMatch: OnMatch): void {
    const literal = this.#literal;
    if (literal === undefined) {
      this.#inside ??= new Viability(this.#tables, MAY_END);
      findAll(this.#inside, text, onMatch);
      return;
    }
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) {
      onMatch(at, at + literal.length, NO_CAPTURES);
    }
  }
}

const MOST_KEPT = 4096;
const compiled = new Map<string, Regex | RegexError>();

/** A pattern, compiled; one that was compiled before comes out of a cache. */
export function compileRegex(pattern: string): Regex | RegexError {
  let result = compiled.get(pattern);
  if (result === undefined) {
    result = compile(pattern);
    if (compiled.size === MOST_KEPT) compiled.clear();
    compiled.set(pattern, result);
  }
  return result;
}

function compile(pattern: string): Regex | RegexError {
  try {
    return new Regex(programTables(parseRegex(pattern)));
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    const message = error.tooLarge ? textMessages["regex-too-large"](pattern) : textMessages["invalid-regex"](pattern);
    return { kind: "error", message };
  }
}

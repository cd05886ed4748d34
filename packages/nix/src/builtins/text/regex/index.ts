/**
 * POSIX extended regular expressions on byte strings, as `builtins.match` and `builtins.split` have them: those of
 * libstdc++'s `std::regex`, whose choice between several matches is neither POSIX's nor JavaScript's. Time and memory
 * are linear in the text, and nothing recurses.
 */

import type { Message } from "../../../message.ts";
import { textMessages } from "../messages.ts";
import type { Captures } from "./captures.ts";
import { matchWhole } from "./match.ts";
import { parseRegex } from "./parse.ts";
import { findAll } from "./search.ts";
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

/** What `builtins.split` yields: text, the captures of a match, text, and so on. One piece alone is the whole text. */
export type Pieces = readonly (string | Captures)[];

export class Regex {
  readonly kind = "regex";
  readonly #tables: ProgramTables;
  /** The automata for matching and for searching, once they have been needed. */
  #whole: Viability | undefined;
  #inside: Viability | undefined;

  constructor(tables: ProgramTables) {
    this.#tables = tables;
  }

  /** The captures if the whole text matches. @throws {RegexCostError} */
  match(text: string): Captures | undefined {
    this.#whole ??= new Viability(this.#tables, 0);
    return matchWhole(this.#whole, text);
  }

  /** The text, divided at all matches. @throws {RegexCostError} */
  split(text: string): Pieces {
    this.#inside ??= new Viability(this.#tables, MAY_END);
    const pieces: (string | Captures)[] = [];
    let rest = 0;
    for (const { start, end, captures } of findAll(this.#inside, text)) {
      pieces.push(text.slice(rest, start), captures);
      rest = end;
    }
    pieces.push(text.slice(rest));
    return pieces;
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

/**
 * POSIX extended regular expressions on byte strings, as `builtins.match` and `builtins.split` have them: those of
 * libstdc++'s `std::regex`, whose choice between several matches is neither POSIX's nor JavaScript's. Time and memory
 * are linear in the text, and nothing recurses.
 */

import type { Message } from "../../../message.ts";
import { textMessages } from "../messages.ts";
import { Search, WholeMatcher, type Captures } from "./matcher.ts";
import { parseRegex } from "./parse.ts";
import type { Program } from "./program.ts";
import { RegexSyntaxError } from "./syntax-error.ts";
import type { Viability } from "./viability.ts";

export type { Captures } from "./matcher.ts";
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
  readonly #program: Program;
  #whole: WholeMatcher | undefined;
  #search: Viability | undefined;

  constructor(program: Program) {
    this.#program = program;
  }

  /** The captures if the whole text matches. @throws {RegexCostError} */
  match(text: string): Captures | undefined {
    this.#whole ??= new WholeMatcher(this.#program);
    return this.#whole.match(text);
  }

  /** The text, divided at all matches. @throws {RegexCostError} */
  split(text: string): Pieces {
    this.#search ??= Search.viability(this.#program);
    const pieces: (string | Captures)[] = [];
    let rest = 0;
    for (const { start, end, captures } of new Search(this.#search, text).matches()) {
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
    return new Regex(parseRegex(pattern));
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    const message = error.tooLarge ? textMessages["regex-too-large"](pattern) : textMessages["invalid-regex"](pattern);
    return { kind: "error", message };
  }
}

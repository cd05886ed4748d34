/** A place in a text that is being read, and what has been found wrong with the text so far. */

import { blanks } from "./grammar.ts";
import { problemAt, TomlProblem, type Problem } from "./problem.ts";
import { FAILED, type Scanner } from "./scanners.ts";
import { byteRegion, region, type Region, type Source } from "./source.ts";

/** No document that people write comes near it, and a deeper one would exhaust the engine's stack. */
const MOST_NESTED = 1000;

/** A limit of ours: arrays and inline tables that are nested too deeply. */
export class TomlNestingError extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super("nested too deeply");
    this.limit = limit;
  }
}

export class TomlReader {
  readonly source: Source;
  readonly text: string;
  at = 0;
  /** Reading goes on behind a problem, to find the next. */
  readonly problems: Problem[] = [];
  #depth = 0;

  constructor(source: Source) {
    this.source = source;
    this.text = source.text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The next byte; nothing at the end. */
  get current(): string {
    return this.text[this.at] ?? "";
  }

  /** The byte that comes next, for a problem. */
  get here(): Region {
    return byteRegion(this.source, this.at);
  }

  /** What has been read since an offset. */
  since(start: number): Region {
    return region(this.source, start, this.at);
  }

  advance(): void {
    if (!this.isAtEnd) this.at++;
  }

  skipBlanks(): void {
    this.at = blanks.scan(this.text, this.at);
  }

  /** Reads what a scanner recognises, if it does. */
  take(scanner: Scanner): string | undefined {
    const start = this.at;
    const end = scanner.scan(this.text, start);
    if (end === FAILED) return undefined;
    this.at = end;
    return this.text.slice(start, end);
  }

  skip(scanner: Scanner): boolean {
    const end = scanner.scan(this.text, this.at);
    if (end !== FAILED) this.at = end;
    return end !== FAILED;
  }

  looksLike(scanner: Scanner): boolean {
    return scanner.scan(this.text, this.at) !== FAILED;
  }

  problem(title: string, note = "here", hint = ""): TomlProblem {
    return problemAt(title, this.here, note, hint);
  }

  /** What a scanner that fails here would have liked to see, and where. */
  unexpected(title: string, scanner: Scanner, hint = ""): TomlProblem {
    const cursor = { at: this.at };
    const note = `expected ${scanner.expected(this.text, cursor)}`;
    return problemAt(title, byteRegion(this.source, cursor.at), note, hint);
  }

  /** Goes one level deeper into arrays and inline tables. */
  nested<Result>(action: () => Result): Result {
    if (this.#depth === MOST_NESTED) throw new TomlNestingError(MOST_NESTED);
    this.#depth++;
    try {
      return action();
    } finally {
      this.#depth--;
    }
  }

  /** Does something, and notes the problem that ends it instead of being ended itself. Says whether there was none. */
  attempt(action: () => void): boolean {
    try {
      action();
      return true;
    } catch (error) {
      if (!(error instanceof TomlProblem)) throw error;
      this.problems.push(error.problem);
      return false;
    }
  }
}

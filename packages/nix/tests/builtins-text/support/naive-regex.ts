/**
 * A matcher that does what the library of Nix does, literally: it tries one way after the other and remembers nothing,
 * so it is as slow as that one, and short enough to be seen to be right.
 */

import { hasByte } from "../../../src/builtins/text/regex/byte-set.ts";
import type { Captures } from "../../../src/builtins/text/regex/index.ts";
import * as Program from "../../../src/builtins/text/regex/program.ts";

const MOST_STEPS = 20_000;

/** Trying has taken too long. */
export class TooSlow extends Error {}

export function matchNaively(program: Program.Program, text: string): Captures | undefined {
  return new Attempt(program, text, 0, { isWhole: true, isFirst: true, isEmptyAllowed: true }).run()?.captures;
}

export function splitNaively(program: Program.Program, text: string): (string | Captures)[] {
  const pieces: (string | Captures)[] = [];
  let rest = 0;
  for (let start = 0; start <= text.length;) {
    const search = { isWhole: false, isFirst: start === 0, isEmptyAllowed: true };
    let found = new Attempt(program, text, start, search).run();
    let isMoving = false;
    while (found !== undefined) {
      pieces.push(text.slice(rest, start), found.captures);
      rest = found.end;
      isMoving = found.end > start;
      // Behind an empty match, one at the same place comes next if it is not empty.
      const isOver = isMoving || start === text.length;
      found = isOver ? undefined : new Attempt(program, text, start, { ...search, isEmptyAllowed: false }).run();
    }
    start = isMoving ? rest : start + 1;
  }
  pieces.push(text.slice(rest));
  return pieces;
}

interface Solution {
  readonly end: number;
  readonly captures: Captures;
}

interface Search {
  readonly isWhole: boolean;
  readonly isFirst: boolean;
  readonly isEmptyAllowed: boolean;
}

class Attempt {
  readonly #program: Program.Program;
  readonly #text: string;
  readonly #start: number;
  readonly #search: Search;
  readonly #slots: (number | undefined)[] = [];
  readonly #visits = new Map<number, { readonly at: number; readonly times: number }>();
  #best: Solution | undefined;
  #steps = 0;

  constructor(program: Program.Program, text: string, start: number, search: Search) {
    this.#program = program;
    this.#text = text;
    this.#start = start;
    this.#search = search;
  }

  run(): Solution | undefined {
    this.#try(this.#program.start, this.#start);
    return this.#best;
  }

  /** Whether anything has been found on any way from here. */
  #try(index: number, at: number): boolean {
    if (++this.#steps > MOST_STEPS) throw new TooSlow();
    const { operations, next, arguments: args, sets } = this.#program;
    const argument = args[index]!;
    const after = next[index]!;
    switch (operations[index]) {
      case Program.CONSUME:
        return (
          at < this.#text.length && hasByte(sets[argument]!, this.#text.charCodeAt(at)) && this.#try(after, at + 1)
        );
      case Program.EITHER: {
        const left = this.#try(argument, at);
        return this.#try(after, at) || left;
      }
      case Program.REPEAT:
      case Program.GUARDED_REPEAT:
        return this.#repeat(index, argument, at) || this.#try(after, at);
      case Program.MARK: {
        const before = this.#slots[argument];
        this.#slots[argument] = at;
        const found = this.#try(after, at);
        this.#slots[argument] = before;
        return found;
      }
      case Program.LINE_START:
        return at === this.#start && this.#search.isFirst && this.#try(after, at);
      case Program.LINE_END:
        return at === this.#text.length && this.#try(after, at);
      default:
        return this.#accept(at);
    }
  }

  /** Once more, but no more than twice at one position. */
  #repeat(index: number, body: number, at: number): boolean {
    const before = this.#visits.get(index);
    const times = before?.at === at ? before.times : 0;
    if (times === 2) return false;
    this.#visits.set(index, { at, times: times + 1 });
    const found = this.#try(body, at);
    if (before === undefined) this.#visits.delete(index);
    else this.#visits.set(index, before);
    return found;
  }

  #accept(at: number): boolean {
    if (this.#search.isWhole && at < this.#text.length) return false;
    if (!this.#search.isEmptyAllowed && at === this.#start) return false;
    if (this.#best === undefined || at > this.#best.end) this.#best = { end: at, captures: this.#captures() };
    return true;
  }

  #captures(): Captures {
    return Array.from({ length: this.#program.groups }, (_, group) => {
      const end = this.#slots[2 * group + 1];
      return end === undefined ? undefined : this.#text.slice(this.#slots[2 * group], end);
    });
  }
}

/**
 * A regular expression as a graph of small instructions (Thompson's construction), held in parallel columns. Every
 * instruction but {@link ACCEPT} goes on to `next`; `argument` is what else it needs.
 */

import type { ByteSet } from "./byte-set.ts";

/** Consumes one byte of the set number `argument`. Such instructions are also called the places of a program. */
export const CONSUME = 0;
/** An alternation: `argument` is tried, and `next` as well. */
export const EITHER = 1;
/** A repetition or an option: once more at `argument`, and only if that leads nowhere, on to `next`. */
export const REPEAT = 2;
/** A repetition or an option whose body can match the empty text, so that a walk may come to it again without moving. */
export const GUARDED_REPEAT = 3;
/** Notes the position in the capture slot `argument`: group `n` has the slots `2n - 2` and `2n - 1`. */
export const MARK = 4;
/** Only the very start of the text. */
export const LINE_START = 5;
/** Only the very end of the text. */
export const LINE_END = 6;
export const ACCEPT = 7;
/** Nothing: where branches meet again. A finished program jumps over these, and they are never run. */
export const JOIN = 8;

export interface Program {
  readonly operations: readonly number[];
  readonly next: readonly number[];
  readonly arguments: readonly number[];
  readonly start: number;
  readonly accept: number;
  readonly sets: readonly ByteSet[];
  readonly groups: number;
}

/** A piece of a program under construction. All its instructions lie from `first` on; only `end` has no `next` yet. */
export interface Fragment {
  readonly first: number;
  readonly start: number;
  readonly end: number;
  /** Whether it can match the empty text. */
  readonly nullable: boolean;
}

const OPEN = -1;

export class ProgramBuilder {
  readonly #operations: number[] = [];
  readonly #next: number[] = [];
  readonly #arguments: number[] = [];
  readonly #sets: ByteSet[] = [];
  readonly #setIndices = new Map<string, number>();

  /** The number of instructions so far, and the index of the next one. */
  get size(): number {
    return this.#operations.length;
  }

  add(operation: number, argument = 0): number {
    this.#operations.push(operation);
    this.#next.push(OPEN);
    this.#arguments.push(argument);
    return this.size - 1;
  }

  single(operation: number, argument = 0): Fragment {
    const index = this.add(operation, argument);
    return { first: index, start: index, end: index, nullable: operation !== CONSUME };
  }

  consume(set: ByteSet): Fragment {
    const key = set.join();
    let index = this.#setIndices.get(key);
    if (index === undefined) {
      index = this.#sets.push(set) - 1;
      this.#setIndices.set(key, index);
    }
    return this.single(CONSUME, index);
  }

  link(from: number, to: number): void {
    this.#next[from] = to;
  }

  sequence(one: Fragment, two: Fragment): Fragment {
    this.link(one.end, two.start);
    return { first: one.first, start: one.start, end: two.end, nullable: one.nullable && two.nullable };
  }

  /** Either of the two, `left` before `right`. */
  either(left: Fragment, right: Fragment): Fragment {
    const end = this.add(JOIN);
    this.link(left.end, end);
    this.link(right.end, end);
    const start = this.add(EITHER, left.start);
    this.link(start, right.start);
    return { first: left.first, start, end, nullable: left.nullable || right.nullable };
  }

  zeroOrMore(body: Fragment): Fragment {
    const repeat = this.#repeat(body);
    this.link(body.end, repeat);
    return { first: body.first, start: repeat, end: repeat, nullable: true };
  }

  oneOrMore(body: Fragment): Fragment {
    const repeat = this.#repeat(body);
    this.link(body.end, repeat);
    return { first: body.first, start: body.start, end: repeat, nullable: body.nullable };
  }

  zeroOrOne(body: Fragment): Fragment {
    const end = this.add(JOIN);
    const start = this.#repeat(body);
    this.link(start, end);
    this.link(body.end, end);
    return { first: body.first, start, end, nullable: true };
  }

  /** Between `least` and `most` times, each time by instructions of its own. */
  between(body: Fragment, least: number, most: number): Fragment {
    if (most === 0) return this.#instead(body);
    const copies = this.#copies(body, most);
    const end = this.add(JOIN);
    const parts = copies.map((copy, index) => {
      if (index < least) return copy;
      const start = this.#repeat(copy);
      this.link(start, end);
      return { ...copy, start, nullable: true };
    });
    const whole = parts.reduce((before, after) => this.sequence(before, after));
    this.link(whole.end, end);
    return { ...whole, end };
  }

  /** At least so many times: the last copy is the one that repeats. */
  atLeast(body: Fragment, least: number): Fragment {
    const copies = this.#copies(body, least + 1);
    const last = this.zeroOrMore(copies.pop()!);
    const whole = [...copies, last].reduce((before, after) => this.sequence(before, after));
    return { ...whole, first: body.first };
  }

  finish(body: Fragment, groups: number): Program {
    const accept = this.add(ACCEPT);
    this.link(body.end, accept);
    const operations = this.#operations;
    const next = this.#next;
    const args = this.#arguments;
    const landing = (index: number): number => {
      let target = index;
      while (target !== OPEN && operations[target] === JOIN) target = next[target]!;
      // The whole chain is shortened, so that no chain is walked twice.
      for (let at = index; at !== target;) {
        const after = next[at]!;
        next[at] = target;
        at = after;
      }
      return target;
    };
    for (let index = 0; index < operations.length; index++) {
      if (operations[index] === JOIN) continue;
      next[index] = landing(next[index]!);
      if (isBranch(operations[index]!)) args[index] = landing(args[index]!);
    }
    return { operations, next, arguments: args, start: landing(body.start), accept, sets: this.#sets, groups };
  }

  #repeat(body: Fragment): number {
    return this.add(body.nullable ? GUARDED_REPEAT : REPEAT, body.start);
  }

  /** Nothing in the place of the fragment that was made last, which is forgotten. */
  #instead(body: Fragment): Fragment {
    for (const column of [this.#operations, this.#next, this.#arguments]) column.length = body.first;
    return this.single(JOIN);
  }

  /** A fragment so many times over; the first is the fragment itself. It must be the one that was made last. */
  #copies(body: Fragment, times: number): Fragment[] {
    const end = this.size;
    const copies = [body];
    while (copies.length < times) {
      const offset = this.size - body.first;
      for (let index = body.first; index < end; index++) {
        const operation = this.#operations[index]!;
        const argument = this.#arguments[index]!;
        this.add(operation, isBranch(operation) ? argument + offset : argument);
        const next = this.#next[index]!;
        if (next !== OPEN) this.link(this.size - 1, next + offset);
      }
      copies.push({
        first: body.first + offset,
        start: body.start + offset,
        end: body.end + offset,
        nullable: body.nullable,
      });
    }
    return copies;
  }
}

/** Whether `argument` is an instruction. */
export function isBranch(operation: number): boolean {
  return operation === EITHER || operation === REPEAT || operation === GUARDED_REPEAT;
}

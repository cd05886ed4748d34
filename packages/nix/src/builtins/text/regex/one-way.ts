/**
 * Matching without looking back: at every byte of the text there is only one way to go on, whatever comes behind it. So
 * it is for most patterns that people write, and most texts. Then what is matched is the only match there is, and no rule has to
 * choose between several. Where it turns out not to be so, the walk is given up: `match.ts` does better.
 */

import { hasByte } from "./byte-set.ts";
import { captures, type Captures, emptySlots, UNSET } from "./captures.ts";
import * as Program from "./program.ts";
import type { ProgramTables } from "./tables.ts";

/** There is more than one way. */
export const SEVERAL_WAYS = Symbol("several ways");

// what is known of a byte behind a place: the number of the place it leads to plus one, if nothing is noted, or
const UNKNOWN = 0;
const NOWHERE = -1;
const MANY = -2;
/** This one and those below it: the ways that note something, or end. */
const FIRST_WAY = -3;

interface Way {
  /** As above, or {@link UNKNOWN} at the end of the text. */
  readonly leadsTo: number;
  /** The capture slots that note this position. */
  readonly marks: readonly number[];
}

/** A table of more words is not worth while. */
const LARGEST_TABLE = 1 << 14;
/** With so many instructions between two bytes, there are several ways or it takes too long to find out. */
const MOST_STEPS = 1000;

export class OneWayMatcher {
  readonly #tables: ProgramTables;
  /** For each place, and before them for the start, and for each class of bytes and behind them for the end: a step. */
  readonly #steps: Int32Array;
  readonly #ways: Way[] = [];
  /** Of the text that is being matched. */
  readonly #slots: Int32Array;

  private constructor(tables: ProgramTables, size: number) {
    this.#tables = tables;
    this.#steps = new Int32Array(size);
    this.#slots = Int32Array.from(emptySlots(tables.program));
  }

  /** Nothing for programs that ask more than what the next byte is, or come to one instruction twice at one position. */
  static of(tables: ProgramTables): OneWayMatcher | undefined {
    const { operations } = tables.program;
    const size = (operations.length + 1) * (tables.classes.count + 1);
    const isPlain = operations.every(
      (operation) =>
        operation !== Program.GUARDED_REPEAT && operation !== Program.LINE_START && operation !== Program.LINE_END,
    );
    return isPlain && size <= LARGEST_TABLE ? new OneWayMatcher(tables, size) : undefined;
  }

  /** The captures if the whole text matches. */
  match(text: string): Captures | undefined | typeof SEVERAL_WAYS {
    const { classOf, count } = this.#tables.classes;
    const steps = this.#steps;
    const slots = this.#slots;
    for (let slot = 0; slot < slots.length; slot++) slots[slot] = UNSET;
    const { length } = text;
    let from = 0;
    for (let at = 0; ; at++) {
      const byteClass = at < length ? classOf[text.charCodeAt(at)]! : count;
      let step = steps[from * (count + 1) + byteClass]!;
      if (step === UNKNOWN) step = this.#look(from, byteClass);
      if (step > 0) {
        from = step;
        continue;
      }
      if (step === NOWHERE) return undefined;
      if (step === MANY) return SEVERAL_WAYS;
      const { leadsTo, marks } = this.#ways[FIRST_WAY - step]!;
      for (let index = 0; index < marks.length; index++) slots[marks[index]!] = at;
      if (at === length) return captures(text, slots);
      from = leadsTo;
    }
  }

  #look(from: number, byteClass: number): number {
    const found = this.#waysFrom(from, byteClass);
    let step = MANY;
    if (found?.length === 0) step = NOWHERE;
    else if (found?.length === 1) {
      const way = found[0]!;
      const isBare = way.marks.length === 0 && way.leadsTo > 0;
      step = isBare ? way.leadsTo : FIRST_WAY + 1 - this.#ways.push(way);
    }
    this.#steps[from * (this.#tables.classes.count + 1) + byteClass] = step;
    return step;
  }

  /** All ways on from a place over a byte of a class, or the end; nothing if that are too many to tell. */
  #waysFrom(from: number, byteClass: number): Way[] | undefined {
    const { operations, next, arguments: args, start, sets } = this.#tables.program;
    const byte = this.#tables.classes.members[byteClass];
    const found: Way[] = [];
    const pending: { readonly index: number; readonly marks: readonly number[] }[] = [];
    pending.push({ index: from === 0 ? start : next[from - 1]!, marks: [] });
    for (let steps = 0, here = pending.pop(); here !== undefined; here = pending.pop()) {
      if (++steps > MOST_STEPS) return undefined;
      const { index, marks } = here;
      switch (operations[index]!) {
        case Program.CONSUME:
          if (byte !== undefined && hasByte(sets[args[index]!]!, byte)) found.push({ leadsTo: index + 1, marks });
          break;
        case Program.ACCEPT:
          if (byte === undefined) found.push({ leadsTo: UNKNOWN, marks });
          break;
        case Program.MARK:
          pending.push({ index: next[index]!, marks: [...marks, args[index]!] });
          break;
        default:
          pending.push({ index: next[index]!, marks }, { index: args[index]!, marks });
      }
    }
    return found;
  }
}

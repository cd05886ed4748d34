/** Matching a program against whole texts, and searching texts for it. */

import { branchesFrom, END, FROM_START, fromPlace, type Branch } from "./closure.ts";
import type { Program } from "./program.ts";
import { AT_START, MAY_END, Viability, type Viable } from "./viability.ts";

/** What the groups of a match are; a group that took no part in it is undefined. */
export type Captures = readonly (string | undefined)[];

const NO_CAPTURES: Captures = [];

/** Matches whole texts. */
export class WholeMatcher {
  readonly #program: Program;
  readonly #viability: Viability;
  /** What is viable at each position of the current text. It is kept from text to text. */
  readonly #trail: Viable[] = [];

  constructor(program: Program) {
    this.#program = program;
    this.#viability = new Viability(program, 0);
  }

  match(text: string): Captures | undefined {
    const viability = this.#viability;
    const { classOf } = viability;
    const trail = this.#trail;
    const { length } = text;
    let viable = viability.atEnd(length === 0);
    for (let at = length - 1; at >= 0; at--) {
      trail[at + 1] = viable;
      const byteClass = classOf[text.charCodeAt(at)]!;
      viable = viable.earlier[byteClass] ?? viability.earlier(viable, byteClass);
      if (viable.places.length === 0) return undefined;
    }
    if (length > 0) viable = viability.withFlags(viable, AT_START);
    if (!viable.starts) return undefined;
    if (this.#program.groups === 0) return NO_CAPTURES;
    trail[0] = viable;
    return this.#walk(text);
  }

  /** From the start to the end along the first branch that is viable, which is the one that Nix's library ends on. */
  #walk(text: string): Captures {
    const slots: number[] = Array.from({ length: 2 * this.#program.groups }, () => -1);
    let from = FROM_START;
    for (let at = 0; ; at++) {
      const viable = this.#trail[at]!;
      const branch = (viable.branches[from] ?? branchesFrom(this.#program, viable, from, true))[0]!;
      const { marks } = branch;
      for (let index = 0; index < marks.length; index++) slots[marks[index]!] = at;
      if (branch.place === END) return captures(text, slots);
      from = fromPlace(branch.place);
    }
  }
}

/** One match inside of a text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly captures: Captures;
}

/** What a thread has noted on its way, the last first. Threads share what they have in common. */
interface Note {
  readonly slot: number;
  readonly at: number;
  readonly before: Note | undefined;
}

interface Thread {
  readonly from: number;
  readonly notes: Note | undefined;
}

/** Finds all matches of a program in one text. */
export class Search {
  readonly #program: Program;
  readonly #viability: Viability;
  readonly #text: string;
  readonly #trail: Viable[];

  constructor(viability: Viability, text: string) {
    this.#program = viability.program;
    this.#viability = viability;
    this.#text = text;
    this.#trail = this.#look();
  }

  static viability(program: Program): Viability {
    return new Viability(program, MAY_END);
  }

  /** One match after the other, as C++'s `regex_iterator` visits them. */
  *matches(): Generator<Found> {
    let at = 0;
    for (;;) {
      const start = this.#nextStart(at);
      if (start === undefined) return;
      const found = this.#longest(start, this.#trail[start]!)!;
      yield found;
      at = found.end;
      if (found.start < found.end) continue;
      // Behind an empty match comes one that starts at the same place and is not empty, if there is one.
      if (at === this.#text.length) return;
      const again = this.#longestButEmpty(at);
      if (again !== undefined) yield again;
      at = again?.end ?? at + 1;
    }
  }

  #look(): Viable[] {
    const viability = this.#viability;
    const { classOf } = viability;
    const text = this.#text;
    let viable = viability.atEnd(text.length === 0);
    const trail: Viable[] = [];
    trail[text.length] = viable;
    for (let at = text.length - 1; at >= 0; at--) {
      const byteClass = classOf[text.charCodeAt(at)]!;
      viable = viable.earlier[byteClass] ?? viability.earlier(viable, byteClass);
      trail[at] = viable;
    }
    if (text.length > 0) trail[0] = viability.withFlags(viable, AT_START | MAY_END);
    return trail;
  }

  #nextStart(at: number): number | undefined {
    const { length } = this.#text;
    for (let start = at; start <= length; start++) if (this.#trail[start]!.starts) return start;
    return undefined;
  }

  /** A match that starts here and is not empty; here is not the end. */
  #longestButEmpty(start: number): Found | undefined {
    const viable = this.#viability.withFlags(this.#trail[start]!, start === 0 ? AT_START : 0);
    return viable.starts ? this.#longest(start, viable) : undefined;
  }

  /**
   * The longest match from a start, among those that the rules of `closure.ts` lead to; of several with one end, the
   * first. All its threads advance together, in the order of their rank.
   */
  #longest(start: number, viable: Viable): Found | undefined {
    let threads: Thread[] = [{ from: FROM_START, notes: undefined }];
    let end: number | undefined;
    let notes: Note | undefined;
    for (let at = start; threads.length > 0; at++) {
      const here = at === start ? viable : this.#trail[at]!;
      const going: Thread[] = [];
      for (const thread of threads) {
        for (const branch of branchesFrom(this.#program, here, thread.from, false)) {
          if (branch.place !== END) advance(going, branch, at, thread.notes);
          else if (end !== at) {
            end = at;
            notes = note(thread.notes, branch, at);
          }
        }
      }
      threads = going;
    }
    return end === undefined ? undefined : { start, end, captures: this.#captures(notes) };
  }

  #captures(notes: Note | undefined): Captures {
    if (this.#program.groups === 0) return NO_CAPTURES;
    const slots: number[] = Array.from({ length: 2 * this.#program.groups }, () => -1);
    for (let last = notes; last !== undefined; last = last.before) {
      if (slots[last.slot] === -1) slots[last.slot] = last.at;
    }
    return captures(this.#text, slots);
  }
}

function advance(going: Thread[], branch: Branch, at: number, notes: Note | undefined): void {
  const from = fromPlace(branch.place);
  if (going.some((thread) => thread.from === from)) return;
  going.push({ from, notes: note(notes, branch, at) });
}

function note(before: Note | undefined, branch: Branch, at: number): Note | undefined {
  let last = before;
  for (const slot of branch.marks) last = { slot, at, before: last };
  return last;
}

function captures(text: string, slots: readonly number[]): Captures {
  const found: (string | undefined)[] = [];
  for (let slot = 0; slot < slots.length; slot += 2) {
    const end = slots[slot + 1]!;
    found.push(end === -1 ? undefined : text.slice(slots[slot]!, end));
  }
  return found;
}

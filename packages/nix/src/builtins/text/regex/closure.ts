/**
 * What a walk through a program does between two bytes: from a place it has left, along the instructions that consume
 * nothing, to the places where it may go on. The order is the one in which Nix's library tries them; of two ways to one
 * place the first counts.
 *
 * An alternation goes both ways. A repetition goes once more, and leaves only if that led nowhere. A repetition whose
 * body has matched the empty text is entered at most twice at one position, the second time for its groups' sake.
 */

import { type Branch, END } from "./branch.ts";
import { RegexCostError } from "./cost.ts";
import * as Program from "./program.ts";
import { isViable, type Viable } from "./viability.ts";

/** What a walk comes from that has not consumed anything yet. */
export const FROM_START = 0;

const MOST_STEPS = 10_000_000;
const MOST_ENTRIES = 2;

/** The ways that lead on from a place: the first one only, or all of them. */
export function branchesFrom(
  program: Program.Program,
  viable: Viable,
  from: number,
  onlyFirst: boolean,
): readonly Branch[] {
  const start = from === FROM_START ? program.start : program.next[from - 1]!;
  return (viable.branches[from] ??= new Walk(program, viable, onlyFirst).from(start));
}

/** Where the one way that leads on from a place goes without noting anything; 0 if it has to be looked at. */
export function stepFrom({ steps }: Viable, from: number): number {
  return from < steps.length ? steps[from]! : 0;
}

/** Remembers a way for {@link stepFrom}. */
export function keepStep({ steps }: Viable, from: number, { place, marks }: Branch): void {
  if (from < steps.length && marks.length === 0 && place !== END) steps[from] = fromPlace(place);
}

/** What a walk comes from that has left a place. */
export function fromPlace(place: number): number {
  return place + 1;
}

/** A fork whose first way is being walked. */
interface Fork {
  readonly index: number;
  readonly key: string;
  readonly marks: number;
  /** How often anything had been found before. */
  readonly found: number;
  /** Whether both ways have been walked. */
  second: boolean;
}

class Walk {
  readonly #program: Program.Program;
  readonly #viable: Viable;
  readonly #onlyFirst: boolean;
  readonly #branches: Branch[] = [];
  readonly #places = new Set<number>();
  readonly #forks: Fork[] = [];
  /** Whether a fork led on, as it was entered with certain counts. */
  readonly #walked = new Map<string, boolean>();
  /** How often each guarded repetition has been entered at this position, on the way so far. */
  readonly #entries = new Map<number, number>();
  #marks: number[] = [];
  #found = 0;
  #steps = 0;

  constructor(program: Program.Program, viable: Viable, onlyFirst: boolean) {
    this.#program = program;
    this.#viable = viable;
    this.#onlyFirst = onlyFirst;
  }

  from(start: number): readonly Branch[] {
    this.#run(start);
    while (this.#forks.length > 0 && !(this.#onlyFirst && this.#found > 0)) this.#resume();
    return this.#branches;
  }

  /** Walks on from an instruction until a place, the end, or a dead end. */
  #run(start: number): void {
    const { operations, next, arguments: args } = this.#program;
    let index = start;
    while (isViable(this.#viable, index)) {
      if (++this.#steps > MOST_STEPS) throw new RegexCostError();
      switch (operations[index]!) {
        case Program.CONSUME:
          return this.#find(index);
        case Program.ACCEPT:
          return this.#find(END);
        case Program.MARK:
          this.#marks.push(args[index]!);
          index = next[index]!;
          break;
        case Program.EITHER:
        case Program.REPEAT:
        case Program.GUARDED_REPEAT: {
          const way = this.#enter(index);
          if (way === undefined) return undefined;
          index = way;
          break;
        }
        default:
          index = next[index]!;
      }
    }
    return undefined;
  }

  #find(place: number): void {
    this.#found++;
    if (this.#places.has(place)) return;
    this.#places.add(place);
    this.#branches.push({ place, marks: [...this.#marks] });
  }

  /** The first way at a fork; none if the fork has been walked before, with the same counts. */
  #enter(index: number): number | undefined {
    const key = this.#keyOf(index);
    const walked = this.#walked.get(key);
    if (walked !== undefined) {
      if (walked) this.#found++;
      return undefined;
    }
    const { operations, next, arguments: args } = this.#program;
    const fork = { index, key, marks: this.#marks.length, found: this.#found, second: false };
    if (operations[index] === Program.GUARDED_REPEAT) {
      const entries = this.#entries.get(index) ?? 0;
      if (entries === MOST_ENTRIES) return next[index]!;
      this.#entries.set(index, entries + 1);
    }
    this.#forks.push(fork);
    return args[index]!;
  }

  /** Takes the last fork up again: its second way, or the way back. */
  #resume(): void {
    const fork = this.#forks.at(-1)!;
    const { operations, next } = this.#program;
    this.#marks.length = fork.marks;
    if (!fork.second) {
      fork.second = true;
      if (operations[fork.index] === Program.GUARDED_REPEAT) this.#leave(fork.index);
      if (operations[fork.index] === Program.EITHER || this.#found === fork.found) return this.#run(next[fork.index]!);
    }
    this.#walked.set(fork.key, this.#found > fork.found);
    this.#forks.pop();
    return undefined;
  }

  #leave(index: number): void {
    const entries = this.#entries.get(index)! - 1;
    if (entries === 0) this.#entries.delete(index);
    else this.#entries.set(index, entries);
  }

  #keyOf(index: number): string {
    if (this.#entries.size === 0) return String(index);
    const counts = [...this.#entries].sort(([one], [other]) => one - other);
    return `${index}:${counts.join(";")}`;
  }
}

/**
 * Which instructions of a program can still lead to a match, at each position of a text: computed from the end of the
 * text to its start, by a deterministic automaton that is built as texts need it. A walk from the start that asks it at
 * every fork never goes wrong, so no match takes more than time linear in its text.
 *
 * Matching so, first backwards and then forwards, is the technique of Frisch and Cardelli ("Greedy regular expression
 * matching", 2004).
 */

import { hasByte } from "./byte-set.ts";
import type { Branch } from "./branch.ts";
import { RegexCostError } from "./cost.ts";
import * as Program from "./program.ts";
import type { ProgramTables } from "./tables.ts";

/** What is special about a position. */
export const AT_START = 1;
export const AT_END = 2;
/** A match may end here. */
export const MAY_END = 4;

/** What can still succeed at a position of a text. */
export interface Viable {
  /** Its number in the automaton. */
  readonly id: number;
  /** The places that consume the byte behind this position and then succeed. */
  readonly places: readonly number[];
  readonly flags: number;
  /** A bit for each instruction: whether it leads from here to a match. */
  readonly bits: readonly number[];
  /** Whether a match can start here. */
  readonly starts: boolean;
  /** Where the walk goes on from a place, or from the start; kept by `closure.ts`. */
  readonly branches: (readonly Branch[] | undefined)[];
  /**
   * The same in short, for walks that have nothing to choose and nothing to note: what they come from at the next
   * position, 0 where it is not so or not known. Programs that are not small do without.
   */
  readonly steps: Int32Array;
  /** The same places with other flags, as far as it has been asked for. */
  readonly variants: (Viable | undefined)[];
}

/** Where no place is viable. It is the first state of every automaton. */
const NOWHERE = 0;
/** A transition that is not known yet. */
const UNKNOWN = -1;

/** Trails of longer texts are not kept. */
const LONGEST_TRAIL_KEPT = 1 << 20;

/** Words of memory that an automaton may take before it is forgotten, and that it may take for one text. */
const WORDS_KEPT = 1 << 22;
const WORDS_OF_ONE_TEXT = 1 << 26;

/** In instructions. */
const SMALL_PROGRAM = 64;

let keptTrail = new Int32Array(256);

export class Viability {
  readonly tables: ProgramTables;
  readonly #usualFlags: number;
  /** What is viable at each position of the last text, as numbers of states. */
  #trail = keptTrail;
  #states: Viable[] = [];
  /** The state one byte earlier, for each state and class of bytes. */
  #transitions: number[] = [];
  #known = new Map<string, Viable>();
  #words = 0;
  #wordsOfText = 0;

  /** Of matches that end at the end of the text, or anywhere if `usualFlags` is {@link MAY_END}. */
  constructor(tables: ProgramTables, usualFlags: number) {
    this.tables = tables;
    this.#usualFlags = usualFlags;
    this.#forget();
  }

  /** Looks at a text from its end to its start. Says whether a match is possible at all. */
  look(text: string): boolean {
    const { length } = text;
    const trail = this.#newTrail(length + 1);
    const { classOf, count } = this.tables.classes;
    const anywhere = this.#usualFlags !== 0;
    let state = this.#atEnd(length === 0).id;
    const transitions = this.#transitions;
    trail[length] = state;
    for (let at = length - 1; at >= 0; at--) {
      const byteClass = classOf[text.charCodeAt(at)]!;
      let earlier = transitions[state * count + byteClass]!;
      if (earlier === UNKNOWN) earlier = this.#extend(state, byteClass);
      if (earlier === NOWHERE && !anywhere) return false;
      state = earlier;
      trail[at] = state;
    }
    if (length > 0) trail[0] = this.withFlags(this.#states[state]!, this.#usualFlags | AT_START).id;
    return anywhere || this.at(0).starts;
  }

  /** What is viable at a position of the text that has been looked at last. */
  at(position: number): Viable {
    return this.#states[this.#trail[position]!]!;
  }

  /** The same at a position that differs in what is special about it. */
  withFlags(viable: Viable, flags: number): Viable {
    return viable.flags === flags ? viable : (viable.variants[flags] ??= this.#get(viable.places, flags));
  }

  /** A trail is overwritten by the next look of any automaton, which is never taken before this one is done with. */
  #newTrail(length: number): Int32Array {
    if (length > keptTrail.length) {
      const trail = new Int32Array(length > LONGEST_TRAIL_KEPT ? length : 2 * length);
      if (length > LONGEST_TRAIL_KEPT) return (this.#trail = trail);
      keptTrail = trail;
    }
    return (this.#trail = keptTrail);
  }

  /** What is viable at the end of a text. What has been known before may be forgotten here. */
  #atEnd(isStart: boolean): Viable {
    this.#wordsOfText = 0;
    if (this.#words > WORDS_KEPT) this.#forget();
    return this.withFlags(this.#states[NOWHERE]!, AT_END | MAY_END | (isStart ? AT_START : 0));
  }

  /** What is viable one byte earlier, that byte being of a class. */
  #extend(later: number, byteClass: number): number {
    const { id } = this.#get(this.#consumers(this.#states[later]!, byteClass), this.#usualFlags);
    this.#transitions[later * this.tables.classes.count + byteClass] = id;
    return id;
  }

  #forget(): void {
    this.#known = new Map();
    this.#words = 0;
    this.#states = [];
    this.#transitions = [];
    this.#get([], this.#usualFlags);
  }

  /** The places that consume a byte of this class and arrive where something is viable. */
  #consumers(later: Viable, byteClass: number): readonly number[] {
    const { program, places, classes } = this.tables;
    const byte = classes.members[byteClass]!;
    return places.filter(
      (place) => hasByte(program.sets[program.arguments[place]!]!, byte) && isViable(later, program.next[place]!),
    );
  }

  #get(places: readonly number[], flags: number): Viable {
    const key = `${flags}:${places.join()}`;
    let viable = this.#known.get(key);
    if (viable === undefined) {
      viable = this.#add(places, flags);
      this.#known.set(key, viable);
    }
    return viable;
  }

  #add(places: readonly number[], flags: number): Viable {
    const id = this.#states.length;
    const bits = this.#closeBackwards(places, flags);
    const starts = hasBit(bits, this.tables.program.start);
    const steps = new Int32Array(this.tables.program.operations.length < SMALL_PROGRAM ? SMALL_PROGRAM : 0);
    const viable: Viable = { id, places, flags, bits, starts, branches: [], steps, variants: [] };
    this.#states.push(viable);
    const columns = this.tables.classes.count;
    for (let column = 0; column < columns; column++) this.#transitions.push(UNKNOWN);
    const words = bits.length + 2 * places.length + columns + steps.length + 40;
    this.#words += words;
    this.#wordsOfText += words;
    if (this.#wordsOfText > WORDS_OF_ONE_TEXT) throw new RegexCostError();
    return viable;
  }

  /** All instructions from which one of the places can be reached, or the end where that is allowed. */
  #closeBackwards(places: readonly number[], flags: number): number[] {
    const { program, sourceStarts, sources } = this.tables;
    const { operations } = program;
    const bits: number[] = [];
    for (let index = 0; index < operations.length; index += 32) bits.push(0);
    const pending: number[] = [];
    const reach = (index: number): void => {
      if (hasBit(bits, index)) return;
      if (operations[index] === Program.LINE_START && (flags & AT_START) === 0) return;
      if (operations[index] === Program.LINE_END && (flags & AT_END) === 0) return;
      bits[index >>> 5]! |= 1 << (index & 31);
      pending.push(index);
    };
    for (const place of places) reach(place);
    if ((flags & MAY_END) !== 0) reach(program.accept);
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      const end = sourceStarts[index + 1]!;
      for (let at = sourceStarts[index]!; at < end; at++) reach(sources[at]!);
    }
    return bits;
  }
}

export function isViable(viable: Viable, index: number): boolean {
  return hasBit(viable.bits, index);
}

function hasBit(bits: readonly number[], index: number): boolean {
  return ((bits[index >>> 5]! >>> (index & 31)) & 1) === 1;
}

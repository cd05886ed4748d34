/**
 * Which instructions of a program can still lead to a match, at each position of a text: computed from the end of the
 * text to its start, by a deterministic automaton that is built as texts need it. A walk from the start that asks it at
 * every fork never goes wrong, so no match takes more than time linear in its text.
 *
 * Matching so, first backwards and then forwards, is the technique of Frisch and Cardelli ("Greedy regular expression
 * matching", 2004).
 */

import { byteClasses } from "./byte-set.ts";
import type { Branch } from "./closure.ts";
import { RegexCostError } from "./cost.ts";
import * as Program from "./program.ts";

/** What is special about a position. */
export const AT_START = 1;
export const AT_END = 2;
/** A match may end here. */
export const MAY_END = 4;

/** What can still succeed at a position of a text. */
export interface Viable {
  /** The places that consume the byte behind this position and then succeed. */
  readonly places: Int32Array;
  readonly flags: number;
  /** A bit for each instruction: whether it leads from here to a match. */
  readonly bits: Int32Array;
  /** Whether a match can start here. */
  readonly starts: boolean;
  /** The same one byte earlier, by the class of that byte, as far as it is known. */
  readonly earlier: (Viable | undefined)[];
  /** Where the walk goes on from a place, or from the start; kept by `closure.ts`. */
  readonly branches: (readonly Branch[] | undefined)[];
}

/** Words of memory that automata may take before they are forgotten, and that those of one text may take at most. */
const WORDS_KEPT = 1 << 22;
const WORDS_OF_ONE_TEXT = 1 << 26;

export class Viability {
  readonly program: Program.Program;
  readonly classOf: Uint8Array;
  readonly #classes: number;
  readonly #usualFlags: number;
  /** For each class of bytes, a flag for each set that contains it. */
  readonly #inClass: readonly Uint8Array[];
  readonly #places: Int32Array;
  /** The instructions that lead to each instruction without consuming anything: where its list starts, and all lists. */
  readonly #sourceStarts: Int32Array;
  readonly #sources: Int32Array;
  #known = new Map<string, Viable>();
  #words = 0;
  #wordsOfText = 0;

  /** Of matches that end at the end of the text, or anywhere if `usualFlags` is {@link MAY_END}. */
  constructor(program: Program.Program, usualFlags: number) {
    this.program = program;
    const { classOf, count } = byteClasses(program.sets);
    this.classOf = classOf;
    this.#classes = count;
    this.#usualFlags = usualFlags;
    this.#inClass = Array.from({ length: count }, (_, name) => {
      const byte = classOf.indexOf(name);
      return Uint8Array.from(program.sets, (set) => set[byte]!);
    });
    this.#places = Int32Array.from(program.operations.keys()).filter(
      (index) => program.operations[index] === Program.CONSUME,
    );
    const { starts, sources } = silentSources(program);
    this.#sourceStarts = starts;
    this.#sources = sources;
  }

  /** What is viable at the end of a text, from where {@link earlier} goes on. */
  atEnd(isStart: boolean): Viable {
    this.#wordsOfText = 0;
    if (this.#words > WORDS_KEPT) {
      this.#known = new Map();
      this.#words = 0;
    }
    return this.#get(new Int32Array(), AT_END | MAY_END | (isStart ? AT_START : 0));
  }

  /** What is viable one byte earlier, that byte being of a class. */
  earlier(later: Viable, byteClass: number): Viable {
    return (later.earlier[byteClass] ??= this.#get(this.#consumers(later, byteClass), this.#usualFlags));
  }

  /** The same at a position that differs in what is special about it. */
  withFlags(viable: Viable, flags: number): Viable {
    return viable.flags === flags ? viable : this.#get(viable.places, flags);
  }

  /** The places that consume a byte of this class and arrive where something is viable. */
  #consumers(later: Viable, byteClass: number): Int32Array {
    const { next, arguments: sets } = this.program;
    const contained = this.#inClass[byteClass]!;
    return this.#places.filter((place) => contained[sets[place]!] === 1 && isViable(later, next[place]!));
  }

  #get(places: Int32Array, flags: number): Viable {
    const key = `${flags}:${places.join()}`;
    let viable = this.#known.get(key);
    if (viable === undefined) {
      const bits = this.#closeBackwards(places, flags);
      viable = {
        places,
        flags,
        bits,
        starts: hasBit(bits, this.program.start),
        earlier: Array.from({ length: this.#classes }, () => undefined),
        branches: [],
      };
      this.#known.set(key, viable);
      this.#charge(bits.length + 2 * places.length + this.#classes + 32);
    }
    return viable;
  }

  #charge(words: number): void {
    this.#words += words;
    this.#wordsOfText += words;
    if (this.#wordsOfText > WORDS_OF_ONE_TEXT) throw new RegexCostError();
  }

  /** All instructions from which one of the places can be reached, or the end where that is allowed. */
  #closeBackwards(places: Int32Array, flags: number): Int32Array {
    const { operations } = this.program;
    const bits = new Int32Array((operations.length + 31) >>> 5);
    const pending: number[] = [];
    const reach = (index: number): void => {
      if (hasBit(bits, index)) return;
      if (operations[index] === Program.LINE_START && (flags & AT_START) === 0) return;
      if (operations[index] === Program.LINE_END && (flags & AT_END) === 0) return;
      bits[index >>> 5]! |= 1 << (index & 31);
      pending.push(index);
    };
    for (const place of places) reach(place);
    // The instruction that accepts is the last one of every program.
    if ((flags & MAY_END) !== 0) reach(operations.length - 1);
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      const end = this.#sourceStarts[index + 1]!;
      for (let at = this.#sourceStarts[index]!; at < end; at++) reach(this.#sources[at]!);
    }
    return bits;
  }
}

export function isViable(viable: Viable, index: number): boolean {
  return hasBit(viable.bits, index);
}

function hasBit(bits: Int32Array, index: number): boolean {
  return ((bits[index >>> 5]! >>> (index & 31)) & 1) === 1;
}

/** For each instruction, those that lead to it in silence, as one list with the starts of its parts. */
function silentSources(program: Program.Program): { readonly starts: Int32Array; readonly sources: Int32Array } {
  const { operations, next, arguments: args } = program;
  const edges: number[] = [];
  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index]!;
    if (operation === Program.CONSUME || operation === Program.ACCEPT || operation === Program.JOIN) continue;
    if (next[index]! >= 0) edges.push(next[index]!, index);
    if (Program.isBranch(operation)) edges.push(args[index]!, index);
  }
  const starts = new Int32Array(operations.length + 1);
  for (let at = 0; at < edges.length; at += 2) starts[edges[at]! + 1]! += 1;
  for (let index = 0; index < operations.length; index++) starts[index + 1]! += starts[index]!;
  const sources = new Int32Array(edges.length / 2);
  const filled = starts.slice();
  for (let at = 0; at < edges.length; at += 2) sources[filled[edges[at]!]!++] = edges[at + 1]!;
  return { starts, sources };
}

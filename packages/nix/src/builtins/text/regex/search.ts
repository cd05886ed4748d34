/** Finding all matches in a text. */

import { captures, emptySlots, type Captures } from "./captures.ts";
import { type Branch, END } from "./branch.ts";
import { branchesFrom, FROM_START, fromPlace, keepStep, stepFrom } from "./closure.ts";
import { AT_START, type Viability, type Viable } from "./viability.ts";

/** Gets where a match starts and ends, and its groups. */
export type OnMatch = (start: number, end: number, captures: Captures) => void;

/**
 * One match after the other, as C++'s `regex_iterator` visits them. The viability is that of matches that end anywhere.
 */
export function findAll(viability: Viability, text: string, onMatch: OnMatch): void {
  viability.look(text);
  for (let at = 0; at <= text.length;) {
    const viable = viability.at(at);
    if (!viable.starts) {
      at++;
      continue;
    }
    let end = longest(viability, text, at, viable, onMatch);
    if (end === at) {
      // Behind an empty match comes one that starts at the same place and is not empty, if there is one.
      const moving = viability.withFlags(viable, viable.flags & AT_START);
      if (at === text.length || !moving.starts) {
        at++;
        continue;
      }
      end = longest(viability, text, at, moving, onMatch);
    }
    at = end;
  }
}

/**
 * The longest match from a start, among those that the rules of `closure.ts` lead to; of several with one end, the first.
 * As long as there is only one way to go on, it is walked alone. Returns where the match ends.
 */
function longest(viability: Viability, text: string, start: number, viableAtStart: Viable, onMatch: OnMatch): number {
  const { program } = viability.tables;
  const slots = emptySlots(program);
  let viable = viableAtStart;
  let from = FROM_START;
  for (let at = start; ; viable = viability.at(++at)) {
    const step = stepFrom(viable, from);
    if (step !== 0) {
      from = step;
      continue;
    }
    const branches = viable.branches[from] ?? branchesFrom(program, viable, from, false);
    if (branches.length > 1) {
      const end = longestOfMany(viability, at, branches, slots);
      onMatch(start, end, captures(text, slots));
      return end;
    }
    keepStep(viable, from, branches[0]!);
    const { marks, place } = branches[0]!;
    for (let index = 0; index < marks.length; index++) slots[marks[index]!] = at;
    if (place === END) {
      onMatch(start, at, captures(text, slots));
      return at;
    }
    from = fromPlace(place);
  }
}

/** What a thread has noted on its way, the last first. Threads share what they have in common. */
interface Note {
  readonly slot: number;
  readonly at: number;
  readonly before: Note | undefined;
}

/** Goes on along several branches at once, in the order of their rank. Returns the end, and completes the slots. */
function longestOfMany(viability: Viability, start: number, branches: readonly Branch[], slots: number[]): number {
  const { program } = viability.tables;
  let end = start;
  let notesOfEnd: Note | undefined;
  let threads = new Map<number, Note | undefined>();
  /** Adds the threads that go on. Of two that come to one place, the first is kept. */
  const follow = (ways: readonly Branch[], at: number, notes: Note | undefined): void => {
    for (const { place, marks } of ways) {
      if (place === END && at > end) {
        end = at;
        notesOfEnd = noteAll(notes, marks, at);
      }
      if (place !== END && !threads.has(place)) threads.set(place, noteAll(notes, marks, at));
    }
  };
  for (const branch of branches) if (branch.place === END) notesOfEnd = noteAll(undefined, branch.marks, start);
  follow(branches, start, undefined);
  for (let at = start + 1; threads.size > 0; at++) {
    const arrived = threads;
    const viable = viability.at(at);
    threads = new Map();
    for (const [place, notes] of arrived) {
      follow(branchesFrom(program, viable, fromPlace(place), false), at, notes);
    }
  }
  writeNotes(notesOfEnd, slots);
  return end;
}

function noteAll(before: Note | undefined, marks: readonly number[], at: number): Note | undefined {
  let last = before;
  for (const slot of marks) last = { slot, at, before: last };
  return last;
}

/** The last note about a slot is the one that counts. */
function writeNotes(last: Note | undefined, slots: number[]): void {
  const written = new Set<number>();
  for (let note = last; note !== undefined; note = note.before) {
    if (!written.has(note.slot)) slots[note.slot] = note.at;
    written.add(note.slot);
  }
}

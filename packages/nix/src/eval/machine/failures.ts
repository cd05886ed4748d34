/**
 * Values that have failed, and fail again at once. Nix evaluates a value anew whenever it is asked for one that has failed; that
 * is seldom, because an error ends nearly everything. But an explanation goes on past errors and looks at one value after the
 * other, all of which may need the same one, and that may take long to fail: one that suggests a name compares it with those of
 * all packages. So whoever goes on past an error has it remembered, until its evaluation ends.
 */

import { FAILED } from "../code/code.ts";
import type { EvalError, EvalErrorKind } from "../errors/errors.ts";
import { allocateCode, type Code, type Environment, heap } from "../memory/heap.ts";
import type { Note } from "./frames.ts";
import { continueWith, type MachineMark, underWay } from "./machine.ts";

/** These say as much of what was under way around a value as of itself. */
const PASSING: ReadonlySet<EvalErrorKind> = new Set([
  "infinite-recursion",
  "interrupted",
  "stack-exhausted",
  "stack-overflow",
]);

/** What was under way between an error and whoever has caught it. */
interface Steps {
  readonly frames: Int32Array;
  readonly notes: readonly Note[];
  /** Of all notes at that time, the first of these. */
  readonly firstNote: number;
  /** What came behind them, if it was remembered before. */
  readonly rest: Failure | undefined;
}

interface Failure {
  readonly error: EvalError;
  readonly cell: number;
  /** What the thunk was before. */
  readonly code: Code;
  readonly environment: Environment;
  readonly steps: Steps;
  /** Where the steps within it begin. */
  readonly start: number;
}

let failures: Failure[] = [];
/** What such a thunk has in the place of its code; 0 while there is none. */
let failedCode: Code = 0;
/** The last that has failed again. */
let latest: Failure | undefined;

/** Has everything that is under way since the mark fail so again, before it is unwound. */
export function rememberFailure(error: EvalError, mark: MachineMark): void {
  if (PASSING.has(error.kind)) return;
  const rest = latest?.error === error ? latest : undefined;
  const steps: Steps = { ...underWay(mark), firstNote: mark.noteCount, rest };
  if (failedCode === 0) {
    failedCode = allocateCode(1);
    heap[failedCode] = FAILED;
  }
  const { frames } = steps;
  for (let index = 0; index < frames.length; index++) {
    const cell = frames[index]!;
    // everything else is a pair
    if (cell <= 0) index++;
    else if (heap[cell]! < 0 && heap[cell] !== -failedCode) {
      const code = -heap[cell]!;
      failures.push({ error, cell, code, environment: heap[cell + 1]!, steps, start: index + 1 });
      heap[cell] = failedCode;
      heap[cell + 1] = failures.length - 1;
    }
  }
}

/** Raises the error of a thunk that has failed, by the number that it has in the place of its environment. */
export function raiseAgain(number: number): never {
  latest = failures[number]!;
  throw latest.error;
}

/** Has all that led to an error under way that nobody has caught, be it one that was remembered. */
export function completeFailure(error: unknown): void {
  let failure = latest?.error === error ? latest : undefined;
  while (failure !== undefined) {
    const { frames, notes, firstNote, rest }: Steps = failure.steps;
    continueWith(frames.subarray(failure.start), (index) => notes[index - firstNote]!);
    failure = rest;
  }
  forgetFailures();
}

/** Makes thunks that have failed what they were. */
export function forgetFailures(): void {
  for (const { cell, code, environment } of failures) {
    heap[cell] = code;
    heap[cell + 1] = environment;
  }
  failures = [];
  latest = undefined;
  failedCode = 0;
}

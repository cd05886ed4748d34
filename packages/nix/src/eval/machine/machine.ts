/**
 * What is under way around the core (`../core/`), and how it is taken back. The words of it, outermost first, are thunks as
 * their cells, and everything else as two numbers that are not positive: `frames.ts` says which, and `trace.ts` reads them.
 */

import { call, call2, forceFunction } from "../core/calls.ts";
import { evaluate, operand } from "../core/evaluate.ts";
import { delay, force, forceAttr, pushFrame } from "../core/values.ts";
import { EvalError } from "../errors/errors.ts";
import { describe, show } from "../errors/show.ts";
import { withSuggestions } from "../errors/suggestions.ts";
import { beginGathering, forgetGathered, type Gathering } from "../memory/gather.ts";
import {
  CALL_DEPTH,
  type Code,
  type Environment,
  FRAME_TOP,
  FRAMES,
  type Handle,
  heap,
  LAST_FRAME,
  MAX_CALL_DEPTH,
  TRAIL_MARK,
} from "../memory/heap.ts";
import { shapeOf } from "../memory/shapes.ts";
import { symbols } from "../memory/strings.ts";
import { quoteName } from "../../syntax/quote.ts";
import * as Frame from "./frames.ts";
import type { Note } from "./frames.ts";
import { raiseStackOverflow } from "./raise.ts";

export { call, call2, delay, evaluate, force, forceAttr, forceFunction, operand };

/** What some frames stand for, in their order. */
const notes: Note[] = [];

export type { Note };

/** Has a note in the trace of whatever fails until {@link leaveNote}. */
export function enterNote(note: Note): void {
  if (heap[FRAME_TOP]! >= LAST_FRAME) raiseStackOverflow();
  pushFrame(Frame.NOTE, -notes.length);
  notes.push(note);
}

/** Only where nothing has failed: an error leaves everything as it is. */
export function leaveNote(): void {
  heap[FRAME_TOP]! -= 2;
  notes.pop();
}

/** What is under way at this moment, all of it or since a mark. */
export function underWay(since?: MachineMark): { readonly frames: Int32Array; readonly notes: readonly Note[] } {
  return { frames: heap.slice(since?.frameTop ?? FRAMES, heap[FRAME_TOP]), notes: notes.slice(since?.noteCount ?? 0) };
}

/** Puts on top what was under way before, as far as there is room. */
export function continueWith(more: Int32Array, noteOf: (index: number) => Note): void {
  for (let index = 0; index < more.length && heap[FRAME_TOP]! < LAST_FRAME; index++) {
    const head = more[index]!;
    if (head > 0) heap[heap[FRAME_TOP]!++] = head;
    else if (head === Frame.NOTE) enterNote(noteOf(-more[++index]!));
    else pushFrame(head, more[++index]!);
  }
}

/** Takes back what was under way above a frame, counted from the first, to go on from there with what an error leaves behind. */
export function unwindTo(top: number, noteCount: number): void {
  unwind({ ...markMachine(), frameTop: FRAMES + top, noteCount, callDepth: 0 });
}

/** Evaluates a whole file or text. */
export function evaluateRoot(code: Code): Handle {
  pushFrame(Frame.ROOT, -code);
  const value = evaluate(code, 0);
  heap[FRAME_TOP]! -= 2;
  return value;
}

export function setMaxCallDepth(depth: number): void {
  heap[MAX_CALL_DEPTH] = depth;
}

/** The thunks of an earlier evaluation that were evaluated since, as they were: cell, code, environment. */
const trail: number[] = [];

export interface MachineMark {
  readonly frameTop: number;
  readonly noteCount: number;
  readonly callDepth: number;
  readonly gathering: Gathering;
}

export function markMachine(): MachineMark {
  return {
    frameTop: heap[FRAME_TOP]!,
    noteCount: notes.length,
    callDepth: heap[CALL_DEPTH]!,
    gathering: beginGathering(),
  };
}

/** Takes back what was under way since the mark: the thunks are as if nobody had asked for them. */
export function unwind(mark: MachineMark): void {
  for (let index = heap[FRAME_TOP]! - 1; index >= mark.frameTop; index--) {
    const cell = heap[index]!;
    if (cell > 0 && heap[cell]! < 0) heap[cell] = -heap[cell]!;
  }
  heap[FRAME_TOP] = mark.frameTop;
  notes.length = mark.noteCount;
  heap[CALL_DEPTH] = mark.callDepth;
  forgetGathered(mark.gathering);
}

/** From now on, remembers the thunks below `address` that are evaluated. */
export function startTrail(address: number): void {
  heap[TRAIL_MARK] = address;
  trail.length = 0;
}

/** A thunk of an earlier evaluation was evaluated. */
export function noteEvaluated(cell: number, code: Code, environment: Environment): void {
  trail.push(cell, code, environment);
}

/** Makes the thunks that were evaluated since unevaluated again. */
export function undoTrail(): void {
  undoTrailTo(0);
}

function undoTrailTo(length: number): void {
  for (let index = trail.length - 3; index >= length; index -= 3) {
    heap[trail[index]!] = trail[index + 1]!;
    heap[trail[index]! + 1] = trail[index + 2]!;
  }
  trail.length = length;
}

export interface TrailMark {
  readonly address: number;
  readonly length: number;
}

/** Begins a trail in the middle of another one, which goes on where this one ends. */
export function startInnerTrail(address: number): TrailMark {
  const outer = { address: heap[TRAIL_MARK]!, length: trail.length };
  heap[TRAIL_MARK] = address;
  return outer;
}

export function undoInnerTrail(outer: TrailMark): void {
  undoTrailTo(outer.length);
  heap[TRAIL_MARK] = outer.address;
}

/** An error; what is under way is its trace. `at` is the code to point at. */
export function fail(kind: EvalError["kind"], text: string, at?: Code): EvalError {
  return new EvalError(kind, text, at);
}

// ---- errors

export function typeError(expected: string, value: Handle, at?: Code): EvalError {
  return fail("type", `expected ${expected} but found ${describe(value)}: ${show(value)}`, at);
}

export function missing(symbol: number, set: Handle, at: Code): EvalError {
  const name = symbols.name(symbol);
  const error = fail("eval", `attribute '${quoteName(name)}' missing`, at);
  return withSuggestions(error, name, shapeOf(heap[set >>> 3]!).symbols);
}

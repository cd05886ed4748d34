/**
 * Edits of a source as text splices: each puts bytes in the place of a range, and every byte outside of the ranges
 * stays what it is. Offsets are always those of the source before any edit, so splices can be collected by
 * different passes and applied at once.
 *
 * What order means: splices are applied in the order of their ranges. An insertion at the edge of a replaced range
 * stays outside of it, on its side. Insertions at the same offset keep the order in which they were given. Two
 * replaced ranges that share a byte, or an insertion within a replaced range, are an overlap: nobody can know which of
 * the two was meant.
 */

import type { Range } from "../message.ts";

/** `bytes` take the place of the range. An empty range is an insertion, no bytes are a deletion. */
export interface Splice extends Range {
  readonly bytes: Uint8Array;
}

/** Why splices cannot be applied together. */
export type SpliceProblem =
  | { readonly kind: "outside"; readonly splice: Splice }
  | { readonly kind: "overlap"; readonly first: Splice; readonly second: Splice };

/** Thrown by {@link applySplices}: whoever collects splices from several sources asks {@link orderSplices} first. */
export class SpliceError extends Error {
  readonly problem: SpliceProblem;

  constructor(problem: SpliceProblem) {
    super(problem.kind === "outside" ? "a splice lies outside of its source" : "two splices overlap");
    this.name = "SpliceError";
    this.problem = problem;
  }
}

/** Text becomes UTF-8. Pieces of a tree are bytes already, and are passed as a slice of its source, never as text. */
export function replace(range: Range, content: string | Uint8Array): Splice {
  return { start: range.start, end: range.end, bytes: typeof content === "string" ? encoder.encode(content) : content };
}

export function insert(offset: number, content: string | Uint8Array): Splice {
  return replace({ start: offset, end: offset }, content);
}

export function remove(range: Range): Splice {
  return replace(range, NOTHING);
}

/** The splices in the order in which they apply to a source of the given length, or what is wrong with them. */
export function orderSplices(
  splices: readonly Splice[],
  length: number,
): { readonly ok: true; readonly splices: Splice[] } | { readonly ok: false; readonly problem: SpliceProblem } {
  for (const splice of splices) {
    const sound = Number.isSafeInteger(splice.start) && Number.isSafeInteger(splice.end);
    if (!sound || splice.start < 0 || splice.end < splice.start || splice.end > length) {
      return { ok: false, problem: { kind: "outside", splice } };
    }
  }
  // the sort is stable, and an insertion sorts before a range that starts at the same offset
  const ordered = splices.toSorted((one, other) => one.start - other.start || one.end - other.end);
  for (let index = 1; index < ordered.length; index++) {
    const first = ordered[index - 1]!;
    const second = ordered[index]!;
    if (second.start < first.end) return { ok: false, problem: { kind: "overlap", first, second } };
  }
  return { ok: true, splices: ordered };
}

/** The source after all splices. Throws a {@link SpliceError} if they overlap or lie outside. */
export function applySplices(source: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const ordered = orderSplices(splices, source.length);
  if (!ordered.ok) throw new SpliceError(ordered.problem);
  const length = ordered.splices.reduce(
    (sum, { start, end, bytes }) => sum + bytes.length - (end - start),
    source.length,
  );
  const result = new Uint8Array(length);
  let read = 0;
  let written = 0;
  const append = (bytes: Uint8Array): void => {
    result.set(bytes, written);
    written += bytes.length;
  };
  for (const { start, end, bytes } of ordered.splices) {
    append(source.subarray(read, start));
    append(bytes);
    read = end;
  }
  append(source.subarray(read));
  return result;
}

/**
 * The same edit without the bytes at either end that it would only write again, or `undefined` if it changes nothing.
 * Where the bytes to trim could be counted to either end, they count to the front.
 */
export function narrowSplice(source: Uint8Array, splice: Splice): Splice | undefined {
  const { bytes } = splice;
  let { start, end } = splice;
  let from = 0;
  let to = bytes.length;
  while (start < end && from < to && source[start] === bytes[from]) {
    start++;
    from++;
  }
  while (start < end && from < to && source[end - 1] === bytes[to - 1]) {
    end--;
    to--;
  }
  return start === end && from === to ? undefined : { start, end, bytes: bytes.subarray(from, to) };
}

/** The one splice that turns a source into another, as short as one splice can be; `undefined` if they are equal. */
export function spliceBetween(before: Uint8Array, after: Uint8Array): Splice | undefined {
  return narrowSplice(before, { start: 0, end: before.length, bytes: after });
}

const encoder = new TextEncoder();
const NOTHING = new Uint8Array(0);

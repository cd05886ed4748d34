/** Puts pairs of words into the order of their first words, those that are equal as they were. */

import { heap } from "../memory/words.ts";

/** The pairs lie from `first` on; as much room behind them is used. */
export function sortPairs(first: number, count: number): void {
  let from = first;
  let to = first + count * 2;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += width * 2) merge(from, to, start, width, count);
    const other = from;
    from = to;
    to = other;
  }
  if (from !== first) heap.copyWithin(first, from, from + count * 2);
}

/** Merges the runs of `width` pairs at `start` and behind it. */
function merge(from: number, to: number, start: number, width: number, count: number): void {
  const middle = Math.min(start + width, count);
  const end = Math.min(start + width * 2, count);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const isLeft = left < middle && (right >= end || heap[from + left * 2]! <= heap[from + right * 2]!);
    const taken = isLeft ? left : right;
    if (isLeft) left++;
    else right++;
    heap[to + at * 2] = heap[from + taken * 2]!;
    heap[to + at * 2 + 1] = heap[from + taken * 2 + 1]!;
  }
}

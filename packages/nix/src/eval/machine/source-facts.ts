/**
 * Which facts of a source there are says something of it, too: a revision is there if nothing in the working tree was changed.
 * So whoever asks a set that has them for names that it may lack, or for all of its names, has looked at the source.
 */

import { ATTRS_HEADER, type Handle, HAS_FACTS, heap } from "../memory/heap.ts";
import { shapeOf, slotOf } from "../memory/shapes.ts";
import { symbols } from "../memory/strings.ts";
import { lookAtHash } from "../memory/volatile.ts";

/** What every source has, and what some have. */
const NAR_HASH = symbols.ofName("narHash");
const SOMETIMES = new Set(
  ["rev", "shortRev", "revCount", "dirtyRev", "dirtyShortRev"].map((name) => symbols.ofName(name)),
);

/** The hash of the source by the fact that every source has, which goes along when its set is merged with others. */
const facts = new Map<Handle, string>();

export function addFact(fact: Handle, hash: string): void {
  facts.set(fact, hash);
  heap[HAS_FACTS] = 1;
}

export function forgetFacts(): void {
  facts.clear();
  heap[HAS_FACTS] = 0;
}

/** Somebody asks for all names of a set. */
export function lookAtNames(set: Handle): void {
  const hash = sourceOf(set);
  if (hash !== undefined) lookAtHash(hash);
}

/** A set is laid over another one: where that hides by what the lower one's names are known, they may be asked for unseen. */
export function lookAtHidden(lower: Handle, upper: Handle): void {
  const hidden = sourceOf(lower);
  if (hidden !== undefined && slotOf(shapeOf(heap[upper >>> 3]!), NAR_HASH) >= 0 && sourceOf(upper) !== hidden)
    lookAtHash(hidden);
}

/** The hash of the source whose facts a set has. */
function sourceOf(set: Handle): string | undefined {
  if (heap[HAS_FACTS] === 0) return undefined;
  const slot = slotOf(shapeOf(heap[set >>> 3]!), NAR_HASH);
  return slot < 0 ? undefined : facts.get(heap[(set >>> 3) + ATTRS_HEADER + slot]!);
}

/** Somebody asks whether a set has a name. */
export function lookAtName(set: Handle, symbol: number): void {
  if (heap[HAS_FACTS] !== 0 && SOMETIMES.has(symbol)) lookAtNames(set);
}

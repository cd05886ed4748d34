/** The groups of a match, by the slots in which a walk has noted their starts and ends. */

import type { Program } from "./program.ts";

/** What the groups of a match are; a group that took no part in it is undefined. */
export type Captures = readonly (string | undefined)[];

export const NO_CAPTURES: Captures = [];
/** What a slot holds before anything is noted in it. */
export const UNSET = -1;

/** A walk's slots, one position each, before anything is noted. */
export function emptySlots(program: Program): number[] {
  const slots: number[] = [];
  for (let group = 0; group < program.groups; group++) slots.push(UNSET, UNSET);
  return slots;
}

export function captures(text: string, slots: ArrayLike<number>): Captures {
  if (slots.length === 0) return NO_CAPTURES;
  const found: (string | undefined)[] = [];
  for (let slot = 0; slot < slots.length; slot += 2) {
    const end = slots[slot + 1]!;
    found.push(end === UNSET ? undefined : text.slice(slots[slot]!, end));
  }
  return found;
}

/**
 * A document as SOPS sees it, whatever it is written in: sets and lists, in their order, with the comments that stand
 * between their parts.
 */

import type { Plain } from "../yaml/resolve.ts";

export type Value = Plain | Timestamp | List | Branch;

export class Comment {
  readonly kind = "comment";
  /** The text behind the `#`. In an encrypted document it is a ciphertext. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A point in time, which newer versions of SOPS encrypt as such. Here it is no more than its text. */
export class Timestamp {
  readonly kind = "timestamp";
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export class List {
  readonly items: readonly (Value | Comment)[];

  constructor(items: readonly (Value | Comment)[]) {
    this.items = items;
  }
}

export class Branch {
  readonly entries: readonly (Entry | Comment)[];

  constructor(entries: readonly (Entry | Comment)[]) {
    this.entries = entries;
  }
}

export interface Entry {
  readonly key: string;
  readonly value: Value;
}

/** The value of a name in a set. */
export function valueOf(branch: Branch, key: string): Value | undefined {
  return branch.entries.find((entry): entry is Entry => !(entry instanceof Comment) && entry.key === key)?.value;
}

/**
 * What a failed evaluation means to who has written the files: what is wrong in plain words, on which lines, and what to
 * do. Plain data, so that it can be kept, and handed from one process to another.
 */

import type { Message } from "@nivose/nix/message";

export interface Advice {
  readonly message: Message;
  /** Where to look, the place to begin with first. */
  readonly places: readonly AdvicePlace[];
  /** What could be written to mend it; each would do. */
  readonly remedies: readonly Remedy[];
}

export interface AdvicePlace {
  /** The path of the file, or what a text is called that is in none. */
  readonly file: string;
  /** The text, if it is in no file. */
  readonly text?: Uint8Array;
  readonly line: number;
  readonly column: number;
  /** Offsets in bytes. */
  readonly start: number;
  readonly end: number;
  /** What there is to say of this place. */
  readonly note?: string;
}

export interface Remedy {
  /** What it does and where it belongs, to be followed by a colon. */
  readonly text: string;
  /** Lines of Nix, or of a shell. */
  readonly lines: readonly string[];
}

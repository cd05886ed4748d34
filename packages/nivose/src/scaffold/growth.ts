/** What a command adds to a repository, or takes out of it: its files as they are afterwards. Nothing is written by who says so. */

import type { Message, Range } from "@nivose/nix/message";
import type { NextCommand } from "./next-command.ts";

export interface Growth {
  /** In the imperative: "Add host luna". It names the change in the history. */
  readonly title: string;
  /** By their paths in the repository; what is not to be there any more is `undefined`. Files that stay the same are left out. */
  readonly files: ReadonlyMap<string, GrownFile | undefined>;
  /** What the user has to know or do that no file says, each a sentence. */
  readonly notes: readonly string[];
  readonly next: readonly NextCommand[];
}

export interface GrownFile {
  readonly bytes: Uint8Array;
  /** As the file was before, if nothing is said. */
  readonly isProgram?: boolean;
}

export interface GrowProblem {
  readonly message: Message;
  /** In the repository. */
  readonly file?: string;
  readonly range?: Range;
}

export type Grown =
  | { readonly ok: true; readonly growth: Growth }
  | { readonly ok: false; readonly problems: readonly GrowProblem[] };

export function cannotGrow(message: Message, place: Omit<GrowProblem, "message"> = {}): Grown {
  return { ok: false, problems: [{ message, ...place }] };
}

/**
 * What a change does to a tree: for every path that it touches, what is there before and after. In an effect, moves
 * and edits are gone: it is carried out by giving every path its "after", and taken back by giving it its "before".
 * Preview, guard and journal work on effects; `effect-of-plan.ts` makes one of a plan, `undo.ts` one of a journal.
 */

import type { Content } from "./content.ts";

export interface Effect {
  readonly title: string;
  /** In the order of their paths; only those that differ. */
  readonly paths: readonly PathEffect[];
  /** The outer ones first. */
  readonly newFolders: readonly Folder[];
  /** The inner ones first. */
  readonly lostFolders: readonly Folder[];
}

export interface PathEffect {
  readonly path: string;
  readonly before: Content;
  readonly after: Content;
  /** Where the file comes from, if a plan moves it here. */
  readonly movedFrom?: string;
  /** An absolute path of a file that is exactly `after`: it gets a second name instead of being copied. */
  readonly sameAs?: string;
}

export interface Folder {
  readonly path: string;
  /** Permission bits; without them, the usual ones. */
  readonly mode?: number;
}

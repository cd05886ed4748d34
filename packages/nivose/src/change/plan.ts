/**
 * A plan of edits: the one way in which anything in Nivose changes files of a repository. A plan is plain data; it is
 * shown by `preview.ts`, saved by `plan-json.ts` and carried out by `apply.ts`, each on its own.
 *
 * All changes of a plan speak about the tree as it is before the plan, and take place at once. So two files can be
 * swapped by two moves; a file that is edited and moved is named by its old path in both; and a path is free for a
 * new file if the same plan moves or deletes what is there. Folders are not part of a plan: they appear with their
 * first file and go with their last one, as in Git.
 *
 * The contents of a plan are shown and may be saved: nothing secret belongs into one, unless it is encrypted.
 */

import type { Edit } from "@nivose/nix/syntax";
import { fingerprintOfFile, type Fingerprint } from "./fingerprint.ts";

export interface Plan {
  /** What the plan does, in the imperative: "Add host luna". It names the plan in messages and in the history. */
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Paths are relative to the root of the fleet; see `path.ts` for what is allowed. */
export type Change = EditedFile | NewFile | NewLink | Move | Deletion;

export interface EditedFile {
  readonly kind: "edit";
  readonly path: string;
  /** The contents that the ranges of the splices count in. */
  readonly before: Fingerprint;
  readonly splices: readonly Edit.Splice[];
}

export interface NewFile {
  readonly kind: "create";
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Permission bits, from which the user's umask is taken. */
  readonly mode: number;
}

export interface NewLink {
  readonly kind: "link";
  readonly path: string;
  /** Relative to the folder of the link. */
  readonly target: string;
}

export interface Move {
  readonly kind: "move";
  readonly path: string;
  readonly before: Fingerprint;
  readonly to: string;
}

export interface Deletion {
  readonly kind: "delete";
  readonly path: string;
  readonly before: Fingerprint;
}

export const FILE_MODE = 0o644;
export const PROGRAM_MODE = 0o755;

/** Edits the file whose contents, when the plan was made, were `source`. */
export function editFile(path: string, source: Uint8Array, splices: readonly Edit.Splice[]): EditedFile {
  return { kind: "edit", path, before: fingerprintOfFile(source), splices };
}

export function createFile(path: string, content: string | Uint8Array, mode = FILE_MODE): NewFile {
  return {
    kind: "create",
    path,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    mode,
  };
}

export function createLink(path: string, target: string): NewLink {
  return { kind: "link", path, target };
}

/** `before` is that of the file at `path`; see `fingerprint.ts`. */
export function moveFile(path: string, to: string, before: Fingerprint): Move {
  return { kind: "move", path, before, to };
}

export function deleteFile(path: string, before: Fingerprint): Deletion {
  return { kind: "delete", path, before };
}

/** What a scanner makes of a YAML text: tokens, and comments that are still to be given to one of them. */

import type { Cursor, Mark } from "./cursor.ts";

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export type Token = { readonly start: Mark } & (
  | { readonly type: Marker }
  | { readonly type: "alias" | "anchor"; readonly name: string }
  | { readonly type: "tag"; readonly handle: string; readonly suffix: string }
  | { readonly type: "tag-directive"; readonly handle: string; readonly prefix: string }
  | { readonly type: "scalar"; readonly text: string; readonly style: ScalarStyle }
);

export type Marker =
  | "stream-end"
  | "version-directive"
  | "document-start"
  | "document-end"
  | "block-sequence-start"
  | "block-mapping-start"
  | "block-end"
  | "flow-sequence-start"
  | "flow-sequence-end"
  | "flow-mapping-start"
  | "flow-mapping-end"
  | "block-entry"
  | "flow-entry"
  | "key"
  | "value";

/** A comment, with what decides which token it belongs to. It is of one of three kinds, and the kind may change. */
export interface ScannedComment {
  kind: "head" | "line" | "foot";
  readonly text: string;
  /** The first token that starts here or later gets it. */
  token: number;
  readonly start: Mark;
  /** Where the comment ends, and where the search for it had begun. Unknown for a comment behind something. */
  readonly end?: Mark;
  readonly searched?: Mark;
}

/** What all parts of the scanner share. */
export interface Scan {
  readonly cursor: Cursor;
  readonly tokens: Token[];
  readonly comments: ScannedComment[];
  /** The column of the innermost block collection; -1 outside of all. */
  indent: number;
  flowLevel: number;
}

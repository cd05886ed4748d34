/**
 * Messages for programs. The shape is versioned, and documented in `docs/messages/README.md`:
 *
 *     {
 *       "version": 1,
 *       "diagnostics": [
 *         {
 *           "code": "unexpected-token",
 *           "kind": "mistake",
 *           "text": "unexpected ','",
 *           "hint": "…",
 *           "file": "flake.nix",
 *           "range": { "start": { "line": 1, "column": 8, "offset": 7 }, "end": { … } },
 *           "related": [{ "text": "…", "range": { … } }]
 *         }
 *       ]
 *     }
 *
 * `hint` is left out if there is none, `file` and `range` if the message is about no file or no place in it; `related`
 * is always there, with a `file` where it is another one. What is known of a failed evaluation is its `cause`, in the same
 * shape, and `remedies` are lines that would mend it: `{ "text": "what they do, and where", "lines": ["…"] }`. Lines and columns count from one, columns and offsets in bytes. New members may come without a new
 * version: a reader ignores what it does not know.
 */

import type { Diagnostic, Message, MessageKind, Range } from "@nivose/nix/message";
import type { Positions } from "@nivose/nix/syntax";
import type { Remedy } from "./advice.ts";
import type { Source } from "./human.ts";

/** Changes when a member goes away or means something else. */
export const JSON_VERSION = 1;

export interface JsonPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

export interface JsonDiagnostic {
  readonly code: string;
  readonly kind: MessageKind;
  readonly text: string;
  readonly hint?: string;
  readonly file?: string;
  readonly range?: JsonRange;
  /** `file` only where it is another one. */
  readonly related: readonly { readonly text: string; readonly file?: string; readonly range: JsonRange }[];
  /** What could be written to mend it. */
  readonly remedies?: readonly Remedy[];
  /** What it comes from, as a diagnostic of its own. */
  readonly cause?: JsonDiagnostic;
}

export function jsonMessage({ code, kind, text, hint }: Message, file?: string): JsonDiagnostic {
  return { code, kind, text, ...(hint !== undefined && { hint }), ...(file !== undefined && { file }), related: [] };
}

export function jsonDiagnostic(diagnostic: Diagnostic, { name, positions }: Source): JsonDiagnostic {
  const { related: _, ...message } = jsonMessage(diagnostic, name);
  return {
    ...message,
    range: jsonRange(diagnostic.range, positions),
    related: (diagnostic.related ?? []).map(({ text, range }) => ({ text, range: jsonRange(range, positions) })),
  };
}

export function jsonRange({ start, end }: Range, positions: Positions): JsonRange {
  return { start: { ...positions.at(start), offset: start }, end: { ...positions.at(end), offset: end } };
}

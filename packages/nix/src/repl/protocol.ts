/** What is said between an interpreter and the thread that evaluates for it: plain data. Texts are bytes. */

import type { EvalFailure, EvalRequest } from "../evaluation.ts";

/** What a thread knows from its start. */
export interface ReplStart {
  readonly settings: EvalRequest["settings"];
  readonly args: EvalRequest["args"];
  readonly maxCallDepth?: number;
  readonly folder: string;
  readonly colors: boolean;
}

export type ReplRequest =
  /** Print a value, down to so many levels; a string without its quotes if `raw`. */
  | { readonly kind: "print"; readonly text: string; readonly levels: number; readonly raw: boolean }
  | { readonly kind: "type"; readonly text: string }
  /** Names that later requests know. */
  | { readonly kind: "bind"; readonly name: string; readonly text: string }
  | { readonly kind: "add"; readonly text: string }
  | { readonly kind: "load"; readonly path: string }
  /** The names in scope, or those in the set that an expression gives. */
  | { readonly kind: "names"; readonly text: string | undefined };

export type ReplReply =
  | { readonly ok: true; readonly output: string }
  /** How many names came into scope. */
  | { readonly ok: true; readonly added: number }
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly failure: EvalFailure };

export type FromRepl = { readonly line: string } | { readonly reply: ReplReply };

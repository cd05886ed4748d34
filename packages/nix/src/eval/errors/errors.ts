/**
 * Errors of evaluation. The text is Nix's, byte for byte; what led to it is a list of frames, innermost first, that the
 * reports turn into a trace.
 */

export type EvalErrorKind =
  | "throw"
  | "assertion"
  | "abort"
  | "type"
  | "eval"
  | "undefined-variable"
  | "missing-argument"
  | "infinite-recursion"
  | "stack-overflow"
  | "stack-exhausted"
  | "search-path"
  | "restricted"
  | "invalid-path"
  | "io"
  | "syntax"
  | "limit"
  | "interrupted";

/** What is not on this machine, so that whoever may use a network can get it. */
export type MissingSource =
  | {
      readonly kind: "source";
      /** Of the input. */
      readonly attributes: Readonly<Record<string, string | bigint | boolean>>;
      /** The way to it in the lock file; empty for what was asked for itself. */
      readonly input: string;
      readonly isLocked: boolean;
    }
  /** The global registry, which may know a name that no other one does. */
  | { readonly kind: "registry" };
/** A name that was looked for, and those that were there, which are symbols. */
export interface Lookup {
  readonly wanted: string;
  readonly names: ArrayLike<number>;
}

export class EvalError extends Error {
  readonly kind: EvalErrorKind;
  /** The text after the last `error:`, as bytes. */
  readonly text: string;
  /** Code to point at, where that is not the innermost frame's. */
  readonly at: number | undefined;
  /** Gives `Did you mean …?`, if there is something near. */
  hint: (() => string | undefined) | undefined;
  missing: MissingSource | undefined;
  /** What was looked for by its name and not found, and what there was. */
  lookups: readonly Lookup[] = [];

  constructor(kind: EvalErrorKind, text: string, at?: number) {
    super(text);
    this.kind = kind;
    this.text = text;
    this.at = at;
  }

  /** Whether `builtins.tryEval` answers `false` to it. */
  get isCatchable(): boolean {
    return this.kind === "throw" || this.kind === "assertion" || this.kind === "search-path";
  }
}

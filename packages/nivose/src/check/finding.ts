/** What a rule finds: plain data, the same for people, programs and editors. */

import type { Range } from "@nivose/nix/message";
import type { Edit } from "@nivose/nix/syntax";

/**
 * How far a finding can be relied on: `certain` follows from the sources, or from an evaluation with the locked inputs;
 * `paper` from an evaluation with declarations of options only; `heuristic` is a pattern that is worth a look.
 */
export const classes = ["certain", "paper", "heuristic"] as const;

export type Class = (typeof classes)[number];

/** `error`: it does not work; `warning`: it works, and not as meant; `note`: it could be simpler. */
export const levels = ["error", "warning", "note"] as const;

export type Level = (typeof levels)[number];

export interface Place {
  /** Relative to the repository. */
  readonly file: string;
  /** Not if it is about the file as a whole. */
  readonly range?: Range;
  /** Whether what stands there is a secret, which no report may show. */
  readonly isSecret?: boolean;
}

/** Edits that mend a finding, all of them or none. */
export interface Fix {
  /** What it does, in the imperative: `remove the unused binding`. */
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** Whether hosts may be other ones afterwards. A fix that does not say so changes no derivation. */
  readonly changesHosts?: boolean;
}

export interface FileEdit {
  readonly file: string;
  readonly splices: readonly Edit.Splice[];
}

/** As a rule tells it. */
export interface Found {
  /** Without a full stop, and without the name of the file. */
  readonly text: string;
  readonly at: Place;
  /** What to do next, in the imperative. */
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedPlace[];
  /** If it is less sure than the rule's other findings. */
  readonly class?: Class;
  /** The hosts that it is about, if not all. */
  readonly hosts?: readonly string[];
  readonly fix?: Fix | undefined;
  /** If it is a message of the language, that has a code and a page of its own. */
  readonly code?: string;
}

export interface RelatedPlace {
  readonly text: string;
  readonly at: Place;
}

/** As it is reported. */
export interface Finding extends Found {
  readonly code: string;
  /** The rule's; not the same as the code where a rule tells what others have found. */
  readonly rule: string;
  readonly class: Class;
  readonly level: Level;
}

/** The less sure of two. */
export function lessSure(a: Class, b: Class): Class {
  return classes.indexOf(a) > classes.indexOf(b) ? a : b;
}

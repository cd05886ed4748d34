/** What a host answers to the question of `question.ts`. Files are as the evaluation has them. */

export type Answer =
  | OptionAnswer
  /** Nothing is declared at this path, but options are below it. */
  | { readonly kind: "group"; readonly options: readonly OptionPath[] }
  /** `at` is how far the path exists, and `options` are all that there are. */
  | MissingAnswer
  /** It is no configuration of a module system. */
  | { readonly kind: "no-options" };

export interface MissingAnswer {
  readonly kind: "missing";
  readonly at: OptionPath;
  readonly options: readonly OptionPath[];
  /** Whether Home Manager, which is part of the host, has an option of this path for each person. */
  readonly isOfHome: boolean;
  /** Whose homes are part of the host. */
  readonly people: readonly string[];
  /** On paper: of which inputs there are modules that may declare it, beside others of its kind or `everywhere`. */
  readonly unread?: readonly { readonly input: string; readonly everywhere: boolean }[];
}

export type OptionPath = readonly string[];

export interface OptionAnswer {
  readonly kind: "option";
  /** The declared option: the path that was asked for, or one above it. */
  readonly at: OptionPath;
  /** As text, in the syntax of Nix where that can be. */
  readonly value: string;
  readonly works: boolean;
  /** If it is a list, what it is made of. */
  readonly elements?: readonly string[];
  /** Why there is no value. */
  readonly error?: string;
  readonly facts: OptionFacts | null;
  readonly outcome: Outcome | null;
  /** How many options of this path were evaluated along the way; 0 if none was seen. */
  readonly evaluations: number;
  /** In the order in which the module system has them; `null` if its work was not seen. */
  readonly definitions: readonly RawDefinition[] | null;
  /** Of a part that is not there: the name that is missing, and those that are there in its place. */
  readonly missing?: { readonly name: string; readonly names: readonly string[] } | null;
  /** Of the declared option above the path. */
  readonly enclosing?: OptionFacts;
  readonly enclosingOutcome?: Outcome;
}

export interface OptionFacts {
  readonly type: string | null;
  readonly description?: string | null;
  readonly default?: string | null;
  readonly defaultText?: string | null;
  readonly declarations?: readonly string[];
  readonly positions?: readonly { readonly file: string; readonly line: number; readonly column: number }[];
  readonly readOnly?: boolean;
  /** Whether the value goes through a function of the option. */
  readonly applies?: boolean;
}

/** What the module system made of the definitions, by its own account. */
export interface Outcome {
  readonly isDefined: boolean | null;
  readonly priority: number | null;
  readonly winners: readonly { readonly file: string; readonly value: string }[] | null;
}

export interface RawDefinition {
  readonly file: string;
  readonly isDefault?: boolean;
  /** Which of the definitions this is a piece of: `mkMerge` has several. */
  readonly number?: number;
  /** Where the definition begins; not if the set that it is from was made by a function. */
  readonly position?: { readonly file: string; readonly line: number; readonly column: number } | null;
  /** From the outside in. */
  readonly around: readonly RawProperty[];
  /** Nothing of what is behind a condition that does not hold. */
  readonly value?: string;
  /** If it is a list, what is in it, not more than so many, and how much that is. */
  readonly elements?: readonly string[];
  readonly count?: number;
}

export type RawProperty =
  | { readonly kind: "if"; readonly held: boolean; readonly error?: string }
  | { readonly kind: "override" | "order"; readonly priority: number | null };

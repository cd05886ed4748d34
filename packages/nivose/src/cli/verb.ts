/**
 * What a verb is, as plain data: help, manual page, completion and the scanner of arguments are all made from it. Its
 * implementation is another file, loaded when the verb runs, so that asking for help loads nothing else.
 */

import type { Context } from "./context.ts";
import type { ExitCode } from "./exit-codes.ts";

/** One flag. Its name is the property under which it stands, `stdinFilepath` for `--stdin-filepath`. */
export type Flag =
  | { readonly kind: "switch"; readonly brief: string }
  | {
      readonly kind: "choice";
      readonly brief: string;
      readonly placeholder: string;
      readonly values: readonly string[];
    }
  | {
      readonly kind: "text";
      readonly brief: string;
      readonly placeholder: string;
      readonly completes: Completer;
      /** Whether it may stand alone, for which its value is empty. */
      readonly mayBeEmpty?: boolean;
    }
  /** May be given more than once. */
  | { readonly kind: "texts"; readonly brief: string; readonly placeholder: string; readonly completes: Completer }
  /** A name and a value, two words, as in `--arg NAME VALUE`; may be given more than once. See `pairs.ts`. */
  | { readonly kind: "pairs"; readonly brief: string; readonly placeholder: string };

export type Flags = Readonly<Record<string, Flag>>;

/** What a shell offers: files of a kind, or words that are worked out when they are asked for. */
export type Completer =
  | "files"
  | "nix-files"
  | "nothing"
  | ((context: Context, partial: string) => Promise<readonly Suggestion[]> | readonly Suggestion[]);

export interface Suggestion {
  readonly word: string;
  readonly brief?: string;
}

/** The arguments of a verb that are no flags. */
export interface Arguments {
  readonly placeholder: string;
  readonly brief: string;
  readonly least: number;
  readonly most: number;
  readonly completes: Completer;
  /** The only words that are accepted. */
  readonly words?: readonly string[];
}

export interface Example {
  readonly command: string;
  readonly does: string;
}

/** The values of flags as an implementation gets them. */
export type FlagValues = Readonly<Record<string, boolean | string | readonly string[] | undefined>>;

export interface Verb {
  readonly brief: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly examples: readonly Example[];
  readonly flags: Flags;
  /** Flags of one letter that Nix users type, such as `-A`, and the flags that they stand for. */
  readonly letters?: Readonly<Record<string, string>>;
  /** Whether each setting of Nix is a flag, too: `--max-call-depth 100` is `--option max-call-depth 100`. */
  readonly takesNixSettings?: boolean;
  /** Flags that are called as a setting is, and are none: `--allow-dirty`. */
  readonly ownFlags?: readonly string[];
  /** Switches of which the last one counts, such as `--json` and `--xml`. */
  readonly rivals?: readonly string[];
  readonly arguments: Arguments;
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** Several verbs under one word, such as `secrets list` and `secrets edit`. */
export interface Group {
  readonly brief: string;
  readonly description: readonly string[];
  readonly verbs: Verbs;
}

export type Verbs = Readonly<Record<string, Verb | Group>>;

// oxlint-disable-next-line typescript/no-explicit-any -- each implementation states its own flags; the tests run them all
export type Run<Values extends FlagValues = any> = (
  context: Context,
  flags: Values,
  words: readonly string[],
) => ExitCode | Promise<ExitCode>;

export function isGroup(entry: Verb | Group): entry is Group {
  return "verbs" in entry;
}

/** Flags of one letter by the flags that they stand for: `-A` by `--attr`. */
export function lettersByFlag({ letters = {} }: Pick<Verb, "letters">): ReadonlyMap<string, string> {
  return new Map(Object.entries(letters).map(([letter, name]) => [flagName(name), letter]));
}

/** `--stdin-filepath` of `stdinFilepath`. */
export function flagName(property: string): string {
  return `--${property.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

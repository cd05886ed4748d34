/**
 * Declared options as data: sets of options, as deep as their names have parts, and their types as terms. Paper makes
 * both into options again (`paper/declare`).
 */

/** A set of options holds options, and further sets. */
export interface OptionSet {
  readonly [name: string]: OptionEntry | OptionSet;
}

export type OptionEntry = readonly [TypeTerm] | readonly [TypeTerm, EntryFacts];

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface EntryFacts {
  /** The value, if it is one that JSON has. */
  readonly default?: Json;
  /** There is one: an expression that lies in the `.nix` file beside, or one that is not known at all. */
  readonly computed?: "here" | "unknown";
  /** What manuals say of a default that is not known. */
  readonly shown?: string;
  /** Left out where it is that of the file. */
  readonly declared?: readonly string[];
  readonly readOnly?: true;
  /** Accepted, and not suggested. */
  readonly hidden?: true;
  /** Set by modules, not by users. */
  readonly internal?: true;
  /** From the root, or from the submodule that it is declared in. */
  readonly aliasOf?: readonly string[];
  /** The old names of this option, or of what may be in its value. */
  readonly from?: readonly (readonly string[] | PartOf)[];
  /** Those that are outside of the submodules that it is in, and how many submodules are between. */
  readonly outside?: readonly (readonly [number, readonly string[]])[];
  /** What to do instead. */
  readonly removed?: string;
  /** What a function of its own makes of the value. */
  readonly apply?: Change;
}

/** An old name of a thing that lies below an option, and is no option itself. */
export interface PartOf {
  readonly path: readonly string[];
  readonly below: readonly string[];
  /** Names that the old one had before. */
  readonly earlier?: readonly (readonly string[])[];
}

export function isEntry(member: OptionEntry | OptionSet): member is OptionEntry {
  return Array.isArray(member);
}

/** A word is a type without parameters; a list begins with what makes the type, and has its arguments. */
export type TypeTerm =
  | PlainType
  /** Accepts everything: what the type is called is all that is known of it. */
  | readonly ["unknown", string]
  /** Also what it makes of a single value is not known. */
  | readonly ["unmerged", string]
  | readonly ["nullOr" | "listOf" | "nonEmptyListOf" | "attrsOf" | "lazyAttrsOf" | "functionTo", TypeTerm]
  | readonly ["either", TypeTerm, TypeTerm]
  /** Without a change, what it makes of a value of the first type is not known. */
  | readonly ["coercedTo", TypeTerm, TypeTerm]
  | readonly ["coercedTo", TypeTerm, TypeTerm, Change]
  | readonly ["enum", readonly (string | number | boolean | null)[]]
  | readonly ["between" | "numberBetween", number, number]
  | readonly ["separated" | "matching", string]
  | readonly ["passwdEntry" | "unique" | "dagOf", TypeTerm]
  /** A type that has itself in it again, under its description. */
  | readonly ["recursive", TypeTerm, string]
  | readonly ["again", string]
  /** A type whose own check is not known: it accepts at most what the other one accepts. */
  | readonly ["checked", TypeTerm, string]
  /** A type under a description of its own. */
  | readonly ["described", TypeTerm, string]
  | readonly ["attrTag", OptionSet]
  /** With a type, it is open: what it does not declare is of that type. Definitions of a whole one are modules. */
  | readonly ["submodule", OptionSet]
  | readonly ["submodule", OptionSet, TypeTerm | null]
  | readonly ["submodule", OptionSet, TypeTerm | null, "whole"];

/** Functions that are known by what they do; a text is what joins the elements of a list. */
export type Change =
  | "same"
  | "singleton"
  | "list"
  | "sorted"
  | "text"
  | "keys"
  | "unknown"
  | readonly ["joined", string];

export type PlainType = (typeof plainTypes)[number];

/** By what `lib.types` or `declare/types.nix` calls them. */
export const plainTypes = [
  "anything",
  "attrs",
  "bool",
  "boolByOr",
  "commas",
  "deferredModule",
  "envVar",
  "float",
  "int",
  "iniAtom",
  "iniAtoms",
  "iniNonEmptyAtoms",
  "json",
  "keyValueAtom",
  "keyValueAtoms",
  "lines",
  "nonEmptyStr",
  "nonnegativeNumber",
  "number",
  "optionType",
  "package",
  "path",
  "pathInStore",
  "pkgs",
  "positive",
  "positiveNumber",
  "raw",
  "s16",
  "s32",
  "s8",
  "singleLineStr",
  "str",
  "submodule",
  "systemdOption",
  "toml",
  "u16",
  "u32",
  "u8",
  "unsigned",
  "unspecified",
  "yaml",
] as const;

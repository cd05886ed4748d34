/** Types as terms, from what they tell of themselves. */

import { describe } from "../data/describe.ts";
import { typeOfDescription } from "../data/description.ts";
import type { OptionSet, TypeTerm } from "../data/option-set.ts";
import { changeOf } from "./changes.ts";
import { type AnsweredSet, type AnsweredType } from "./question.ts";

/** `optionsOf` makes the options of a submodule, which are a step below: `<name>`, `*`, or none. */
export type OptionsBelow = (options: AnsweredSet, steps: readonly string[]) => OptionSet;

export function typeTerm(type: AnsweredType, optionsBelow: OptionsBelow, steps: readonly string[] = []): TypeTerm {
  const known = typeOfDescription(type.description);
  // An open submodule is described as what it is open for
  if (type.name !== "submodule" && typeof known === "string" && formats.has(known)) return known;
  if (type.again) return ["again", type.description];
  const composed = composedTerm(type, optionsBelow, steps);
  if (composed === undefined) return leafTerm(type, known);
  if (hasAgain(type, type.description)) return ["recursive", composed, type.description];
  return describe(composed) === type.description ? composed : ["described", composed, type.description];
}

/** These hold themselves, or are many, and have names by which they are made. */
const formats: ReadonlySet<string> = new Set(["json", "yaml", "toml", "iniAtom", "keyValueAtom"]);

function composedTerm(type: AnsweredType, optionsBelow: OptionsBelow, steps: readonly string[]): TypeTerm | undefined {
  const term = (inner: AnsweredType | undefined, ...further: readonly string[]): TypeTerm =>
    inner === undefined ? ["unknown", "unspecified value"] : typeTerm(inner, optionsBelow, [...steps, ...further]);
  switch (type.name) {
    case "nullOr":
      return ["nullOr", term(type.element)];
    case "unique":
    case "uniq":
      return ["unique", term(type.element)];
    case "listOf":
      return [type.description.startsWith("non-empty ") ? "nonEmptyListOf" : "listOf", term(type.element, "*")];
    case "attrsOf":
    case "loaOf":
      return ["attrsOf", term(type.element, "<name>")];
    case "lazyAttrsOf":
    case "dagOf":
      return [type.name, term(type.element, "<name>")];
    case "functionTo":
      return ["functionTo", term(type.element, "<function body>")];
    case "either":
      return ["either", term(type.left), term(type.right)];
    case "coercedTo": {
      // Texts that stay what they are say nothing of paths, which become texts in more than one way
      const seen = changeOf(type.samples);
      const change = seen === "same" ? "unknown" : seen;
      const parts = [term(type.coerced), term(type.final)] as const;
      return change === "unknown" ? ["coercedTo", ...parts] : ["coercedTo", ...parts, change];
    }
    case "enum":
      return type.values?.every(isEnumValue) ? ["enum", type.values] : ["unknown", type.description];
    case "separatedString":
      return separatedTerm(type);
    case "attrTag":
      return ["attrTag", optionsBelow(type.options ?? {}, steps)];
    case "submodule":
      return submoduleTerm(type, optionsBelow, steps);
    default:
      return undefined;
  }
}

function submoduleTerm(type: AnsweredType, optionsBelow: OptionsBelow, steps: readonly string[]): TypeTerm {
  // A whole configuration, say: what it has in it is told nowhere
  if (type.options === undefined) return ["unknown", type.description];
  if (type.needs !== undefined) {
    const { needs, ...whole } = type;
    return ["having", submoduleTerm(whole, optionsBelow, steps), needs];
  }
  const options = optionsBelow(type.options, steps);
  const open = type.freeform && typeTerm(type.freeform, optionsBelow, steps);
  if (type.whole) return ["submodule", options, open ?? null, "whole"];
  return open === undefined ? ["submodule", options] : ["submodule", options, open];
}

function separatedTerm({ separator, description }: AnsweredType): TypeTerm {
  if (separator === undefined) return ["unknown", description];
  const named = { "\n": "lines", ",": "commas", ":": "envVar" } as const;
  return named[separator as keyof typeof named] ?? ["separated", separator];
}

/** A name that nixpkgs knows says how definitions are merged, and what is accepted at most. */
function leafTerm({ name, description }: AnsweredType, known: TypeTerm): TypeTerm {
  const pattern = /^strMatching (".*")$/su.exec(name)?.[1];
  const base = pattern === undefined ? leaves[name] : (["matching", unquoted(pattern)] as const);
  if (base === undefined)
    return name === "systemd option" || name.startsWith("passwdEntry ") || isNumber(name)
      ? known
      : ["unknown", description];
  return describe(base) === description ? base : ["checked", base, description];
}

const leaves: Readonly<Record<string, TypeTerm>> = {
  anything: "anything",
  attrs: "attrs",
  bool: "bool",
  boolByOr: "boolByOr",
  deferredModule: "deferredModule",
  float: "float",
  int: "int",
  nonEmptyStr: "nonEmptyStr",
  optionType: "optionType",
  package: "package",
  path: "path",
  pathInStore: "pathInStore",
  pkgs: "pkgs",
  raw: "raw",
  singleLineStr: "singleLineStr",
  str: "str",
  string: ["separated", ""],
  unspecified: "unspecified",
};

function isNumber(name: string): boolean {
  return /^(?:unsignedInt|signedInt|positiveInt|intBetween|number)/u.test(name);
}

/** As Nix writes strings. */
function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(.)/gsu, (_, char: string) => ({ n: "\n", r: "\r", t: "\t" })[char] ?? char);
}

function isEnumValue(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function hasAgain(type: AnsweredType, description: string): boolean {
  return [type.element, type.left, type.right, type.coerced, type.final].some(
    (part) => part !== undefined && ((part.again && part.description === description) || hasAgain(part, description)),
  );
}

/** What types are called in manuals and in errors, as `lib/types.nix` of nixpkgs composes it. */

import type { TypeTerm } from "./option-set.ts";
import { typeNames } from "./named-types.ts";

export function describe(term: TypeTerm): string {
  return phrase(term).text;
}

/** How a description fits into another one. */
type Kind = "noun" | "conjunction" | "composite" | "clause" | "other";

interface Phrase {
  readonly text: string;
  readonly kind: Kind;
}

const clauses: ReadonlySet<TypeTerm> = new Set([
  "unsigned",
  "positive",
  "nonnegativeNumber",
  "positiveNumber",
] as const);
/** These have no kind of their own, or lose it where they are described anew. */
const others: ReadonlySet<TypeTerm> = new Set(["attrs", "submodule", "systemdOption"] as const);
const unions: ReadonlySet<TypeTerm> = new Set([
  "number",
  "json",
  "yaml",
  "toml",
  "iniAtom",
  "iniAtoms",
  "iniNonEmptyAtoms",
  "keyValueAtom",
] as const);

function phrase(term: TypeTerm): Phrase {
  if (typeof term === "string") return { text: typeNames.get(term) ?? term, kind: kindOf(term) };
  const [kind] = term;
  switch (kind) {
    case "unknown":
    case "unmerged":
    case "again":
      return { text: term[1], kind: "other" };
    case "nullOr":
      return { text: `null or ${within(term[1], "noun", "conjunction")}`, kind: "conjunction" };
    case "listOf":
      return { text: `list of ${within(term[1], "noun", "composite")}`, kind: "composite" };
    case "nonEmptyListOf":
      return { text: `non-empty (list of ${within(term[1], "noun", "composite")})`, kind: "composite" };
    case "attrsOf":
      return { text: `attribute set of ${within(term[1], "noun", "composite")}`, kind: "composite" };
    case "lazyAttrsOf":
      return { text: `lazy attribute set of ${within(term[1], "noun", "composite")}`, kind: "composite" };
    case "functionTo":
      return { text: `function that evaluates to a(n) ${within(term[1], "noun", "composite")}`, kind: "composite" };
    case "dagOf":
      return { text: `DAG of ${describe(term[1])}`, kind: "other" };
    case "either":
      return either(term[1], term[2]);
    case "coercedTo":
      return { text: `${within(term[2], "noun")} or ${within(term[1], "noun")} convertible to it`, kind: "other" };
    case "enum":
      return enumeration(term[1]);
    case "between":
      return { text: `integer between ${term[1]} and ${term[2]} (both inclusive)`, kind: "noun" };
    case "numberBetween":
      return {
        text: `integer or floating point number between ${term[1]} and ${term[2]} (both inclusive)`,
        kind: "conjunction",
      };
    case "separated":
      return {
        text: term[1] === "" ? "Concatenated string" : `strings concatenated with ${JSON.stringify(term[1])}`,
        kind: "noun",
      };
    case "matching":
      return { text: `string matching the pattern ${term[1]}`, kind: "noun" };
    case "passwdEntry":
      return { text: `${within(term[1], "noun")}, not containing newlines or colons`, kind: "clause" };
    case "unique":
    case "having":
      return phrase(term[1]);
    case "checked":
    case "described":
    case "recursive":
      return { text: term[2], kind: phrase(term[1]).kind };
    case "attrTag":
      return { text: "attribute-tagged union", kind: "noun" };
    case "submodule": {
      const open = term[2] ?? undefined;
      return { text: open === undefined ? "submodule" : describe(open), kind: "other" };
    }
  }
}

function kindOf(word: TypeTerm): Kind {
  if (others.has(word)) return "other";
  if (clauses.has(word)) return "clause";
  return unions.has(word) ? "conjunction" : "noun";
}

function within(term: TypeTerm, ...bare: readonly Kind[]): string {
  const { text, kind } = phrase(term);
  return bare.includes(kind) ? text : `(${text})`;
}

function either(left: TypeTerm, right: TypeTerm): Phrase {
  const first = phrase(left);
  const text =
    first.kind === "clause"
      ? `${first.text}, or ${within(right, "noun", "conjunction")}`
      : `${within(left, "noun", "conjunction")} or ${within(right, "noun", "conjunction", "composite")}`;
  return { text, kind: "conjunction" };
}

function enumeration(values: readonly (string | number | boolean | null)[]): Phrase {
  const shown = values.map((value) =>
    typeof value === "string" ? `"${value}"` : value === null ? "<null>" : `${value}`,
  );
  if (shown.length === 0) return { text: "impossible (empty enum)", kind: "noun" };
  if (shown.length === 1) return { text: `value ${shown[0]} (singular enum)`, kind: "noun" };
  return { text: `one of ${shown.join(", ")}`, kind: "conjunction" };
}

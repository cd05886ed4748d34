/** Options one by one, by their whole names, as manuals list them: `services.nginx.virtualHosts.<name>.root`. */

import { quoteName } from "@nivose/nix/syntax";
import { describe } from "./data/describe.ts";
import { key } from "./data/listed-options.ts";
import { type EntryFacts, isEntry, type OptionEntry, type OptionSet, type TypeTerm } from "./data/option-set.ts";
import { expressionsIn, writtenValue } from "./data/written.ts";
import type { OptionFile } from "./option-data.ts";

export interface ListedOption {
  readonly name: string;
  readonly type: string;
  /** As a text in the syntax of Nix, or as its documentation has it. */
  readonly default: string | undefined;
  readonly declared: readonly string[];
  /** Whether manuals leave it out: old names, and what is set by modules only. */
  readonly isHidden: boolean;
}

export function* optionsInFile({ path, declared, options, expressions }: OptionFile): Generator<ListedOption> {
  const file: FileFacts = {
    depth: path.length,
    declared,
    expressions: expressions === undefined ? new Map() : expressionsIn(expressions),
  };
  yield* membersOf(options, path, file);
}

interface FileFacts {
  /** How many parts the path of the file has. */
  readonly depth: number;
  readonly declared: readonly string[];
  readonly expressions: ReadonlyMap<string, string>;
}

function* membersOf(
  member: OptionEntry | OptionSet,
  path: readonly string[],
  file: FileFacts,
): Generator<ListedOption> {
  if (!isEntry(member)) {
    for (const [name, inner] of Object.entries(member)) yield* membersOf(inner, [...path, name], file);
    return;
  }
  const [type, facts = {}] = member as readonly [TypeTerm, EntryFacts?];
  yield {
    name: path.map(shownName).join("."),
    type: describe(type),
    default: defaultText(facts, path, file),
    declared: facts.declared ?? file.declared,
    isHidden: facts.hidden === true || facts.internal === true,
  };
  yield* optionsWithin(type, path, file);
}

function defaultText(facts: EntryFacts, path: readonly string[], file: FileFacts): string | undefined {
  if (facts.default !== undefined) return writtenValue(facts.default);
  return facts.computed === "here" ? file.expressions.get(key(path.slice(file.depth))) : facts.shown;
}

/** As Nix writes it, but for names that users choose, and elements of lists. */
function shownName(part: string): string {
  return part === "*" || part.startsWith("<") ? part : quoteName(part);
}

/** The options of the submodules that a type has in it. */
function* optionsWithin(type: TypeTerm, path: readonly string[], file: FileFacts): Generator<ListedOption> {
  if (typeof type === "string") return;
  switch (type[0]) {
    case "attrsOf":
    case "lazyAttrsOf":
    case "dagOf":
      yield* optionsWithin(type[1], [...path, "<name>"], file);
      return;
    case "listOf":
    case "nonEmptyListOf":
      yield* optionsWithin(type[1], [...path, "*"], file);
      return;
    case "functionTo":
      yield* optionsWithin(type[1], [...path, "<function body>"], file);
      return;
    case "nullOr":
    case "unique":
    case "checked":
    case "having":
    case "described":
    case "recursive":
      yield* optionsWithin(type[1], path, file);
      return;
    case "either":
      yield* optionsWithin(type[1], path, file);
      yield* optionsWithin(type[2], path, file);
      return;
    case "coercedTo":
      yield* optionsWithin(type[2], path, file);
      return;
    case "attrTag":
      yield* membersOf(type[1], path, file);
      return;
    case "submodule":
      yield* membersOf(type[1], path, file);
      if (type[2] !== undefined && type[2] !== null) yield* optionsWithin(type[2], path, file);
  }
}

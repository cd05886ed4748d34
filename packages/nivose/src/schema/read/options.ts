/** Options as data, from what they tell of themselves. */

import { type Around, type KnownDefault, defaultOfText, defaultOfValue } from "../data/default-text.ts";
import {
  type DataOfOptions,
  type DefaultExpression,
  key,
  namesIn,
  partsOf,
  shownNames,
} from "../data/listed-options.ts";
import type { EntryFacts, OptionEntry, OptionSet } from "../data/option-set.ts";
import { changeOf } from "./changes.ts";
import { oldNames, type RenamedSets } from "./old-names.ts";
import type { AnsweredOption, AnsweredSet } from "./question.ts";
import { typeTerm } from "./types.ts";

export interface About {
  readonly roots: readonly string[];
  readonly libNames: ReadonlySet<string>;
  /** Options whose types merge in a way that they do not tell. */
  readonly isOtherType?: (option: string) => boolean;
  readonly isDifferent?: (option: string) => boolean;
}

export interface FoundOptions extends Omit<DataOfOptions, "misplaced"> {
  readonly count: number;
  readonly renamedSets: RenamedSets;
}

/**
 * `libNames` are those of the functions of `lib`. `roots` are the folders from which it is told where options are declared. The default of an option that `isDifferent` is
 * not known: what is written of it gives another value than the one it has.
 */
export function optionsAnswered(
  answer: AnsweredSet,
  { roots, libNames, isOtherType = () => false, isDifferent = () => false }: About,
): FoundOptions {
  const reader = new Reader(answer, { roots, libNames, isOtherType, isDifferent });
  return {
    options: reader.set(answer, []),
    expressions: reader.expressions,
    count: reader.count,
    renamedSets: reader.oldNames.ofSets,
  };
}

class Reader {
  readonly expressions = new Map<string, DefaultExpression>();
  count = 0;
  readonly #roots: readonly string[];
  readonly #isOtherType: (option: string) => boolean;
  readonly #isDifferent: (option: string) => boolean;
  readonly #known: Pick<Around, "optionNames" | "libNames">;
  readonly oldNames: ReturnType<typeof oldNames>;

  constructor(answer: AnsweredSet, { roots, libNames, isOtherType, isDifferent }: Required<About>) {
    this.#isOtherType = isOtherType;
    this.#known = { optionNames: new Set(Object.keys(answer)), libNames };
    this.#isDifferent = isDifferent;
    this.#roots = roots.map((root) => `${root.replace(/\/+$/u, "")}/`);
    this.oldNames = oldNames(answer);
  }

  set(answer: AnsweredSet, path: readonly string[]): OptionSet {
    const members = Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      members.map(([name, member]) => {
        const inside = [...path, name];
        return [name, "set" in member ? this.set(member.set, inside) : this.#option(member, inside)];
      }),
    );
  }

  #option(option: AnsweredOption, path: readonly string[]): OptionEntry {
    this.count++;
    const facts = this.#facts(option, path);
    if (this.#isOtherType(key(path))) return [["unmerged", option.type?.description ?? "unspecified value"], facts];
    const type =
      option.type === undefined || (option.alias !== undefined && option.hidden) || option.removed !== undefined
        ? "raw"
        : typeTerm(option.type, (options, steps) => this.set(options, [...path, ...steps]));
    return Object.keys(facts).length === 0 ? [type] : [type, facts];
  }

  #facts(option: AnsweredOption, path: readonly string[]): EntryFacts {
    const declared = (option.declared ?? []).flatMap((place) => this.#inRoot(place));
    const from = this.oldNames.of(option);
    return {
      ...(option.alias === undefined && option.removed === undefined && this.#default(option, path)),
      ...(option.readOnly && { readOnly: true }),
      ...(option.hidden && { hidden: true }),
      ...(option.internal && { internal: true }),
      ...(option.removed !== undefined && { removed: replacement(option.removed) }),
      ...(option.alias !== undefined && { aliasOf: partsOf(option.alias) }),
      ...from,
      ...(option.applied !== undefined && { apply: changeOf(option.applied) }),
      ...(declared.length > 0 && { declared }),
    };
  }

  /** What is called like its entry is so in every entry; anything else may depend on what is around. */
  #given(value: unknown, path: readonly string[]): EntryFacts {
    const names = namesIn(path);
    const suffix = typeof value === "string" ? /^‹name›(\.[a-z]+)?$/u.exec(value) : null;
    const isNamed = path.findLast((part) => part === "<name>" || part === "*") === "<name>";
    if (suffix === null || !isNamed) return { computed: "unknown" };
    const name = names.at(-1)!;
    const text = suffix[1] === undefined ? name : `"\${${name}}${suffix[1]}"`;
    this.expressions.set(key(path), { names, text });
    return { computed: "here" };
  }

  #inRoot(place: string): readonly string[] {
    const root = this.#roots.find((each) => place.startsWith(each));
    return root === undefined ? [] : [place.slice(root.length)];
  }

  #default({ default: told, given }: AnsweredOption, path: readonly string[]): EntryFacts {
    if (told === undefined && given !== undefined) return this.#given(given.value, path);
    // something else in nixpkgs gives it a value
    if (told === undefined) return this.#isDifferent(key(path)) ? { computed: "unknown" } : {};
    const shown = told.text ?? told.expression ?? undefined;
    const unknown = { computed: "unknown", ...(shown !== undefined && { shown: shown.trim() }) } as const;
    if (this.#isDifferent(key(path))) return unknown;
    const names = namesIn(path);
    let found: KnownDefault = { kind: "unknown" };
    // what is called `name` in a submodule is called as that one is, not as those around it
    const isName = told.value === "‹name›" && path.at(-1) === "name";
    if ("value" in told) found = defaultOfValue(told.value, isName ? names.slice(-1) : names);
    else if (typeof told.expression === "string")
      found = defaultOfText(told.expression, shownNames(path), { ...this.#known, path });
    if (found.kind === "value") return { default: found.value };
    if (found.kind === "unknown") return unknown;
    this.expressions.set(key(path), { names, text: found.text });
    return { computed: "here" };
  }
}

/** What the error of an option that was removed says behind its own words. */
function replacement(error: string): string {
  return error.replace(/^.*can no longer be used since it's been removed\.\s*/su, "").trim();
}

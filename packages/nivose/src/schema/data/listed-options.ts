/** Sets of options from a flat list, as the manuals have it: type, default and place of each option by its whole name. */

import { defaultOfText } from "./default-text.ts";
import { typeOfDescription } from "./description.ts";
import type { EntryFacts, OptionEntry, OptionSet } from "./option-set.ts";
import { placeOptions } from "./submodules.ts";

export interface ListedFacts {
  readonly type?: string;
  readonly default?: string;
  readonly hasDefault?: boolean;
  readonly declared?: readonly string[];
  readonly readOnly?: boolean;
  readonly internal?: boolean;
  readonly aliasOf?: string;
  readonly removed?: boolean;
}

export interface DataOfOptions {
  readonly options: OptionSet;
  /** The expressions of computed defaults by the path of their option, with the names that they use. */
  readonly expressions: ReadonlyMap<string, DefaultExpression>;
  /** Names of options that found no place in the type of the option that they lie in. */
  readonly misplaced: readonly string[];
}

export interface DefaultExpression {
  /** What `<name>` is called, from the outside to the inside. */
  readonly names: readonly string[];
  readonly text: string;
}

interface Branch {
  readonly children: Map<string, Branch>;
  facts?: ListedFacts & { readonly hidden: boolean };
}

export function optionsOfLists(
  shown: Readonly<Record<string, ListedFacts>>,
  hidden: Readonly<Record<string, ListedFacts>> = {},
): DataOfOptions {
  const root: Branch = { children: new Map() };
  for (const [list, isHidden] of [
    [hidden, true],
    [shown, false],
  ] as const)
    for (const [name, facts] of Object.entries(list))
      branchAt(root, partsOf(name)).facts = { ...facts, hidden: isHidden };
  const reader = new Reader(oldNames(hidden));
  return { options: reader.set(root, []), expressions: reader.expressions, misplaced: reader.misplaced };
}

function branchAt(root: Branch, parts: readonly string[]): Branch {
  let at = root;
  for (const part of parts) {
    let next = at.children.get(part);
    if (next === undefined) at.children.set(part, (next = { children: new Map() }));
    at = next;
  }
  return at;
}

/** By the name of the new option. A name within a submodule can only stand for one in the same submodule. */
function oldNames(hidden: Readonly<Record<string, ListedFacts>>): Map<string, (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const [name, { aliasOf }] of Object.entries(hidden)) {
    if (aliasOf === undefined) continue;
    const [from, to] = [partsOf(name), partsOf(aliasOf)];
    if (inSame(from, to)) found.set(key(to), [...(found.get(key(to)) ?? []), withinSubmodule(from)]);
  }
  return found;
}

class Reader {
  readonly expressions = new Map<string, DefaultExpression>();
  readonly misplaced: string[] = [];
  readonly #oldNames: ReadonlyMap<string, readonly (readonly string[])[]>;

  constructor(names: ReadonlyMap<string, readonly (readonly string[])[]>) {
    this.#oldNames = names;
  }

  set(branch: Branch, path: readonly string[]): OptionSet {
    const members = [...branch.children].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(members.map(([name, child]) => [name, this.#member(child, [...path, name])]));
  }

  #member(branch: Branch, path: readonly string[]): OptionEntry | OptionSet {
    const { facts, children } = branch;
    if (facts === undefined) return this.set(branch, path);
    const written =
      facts.aliasOf !== undefined
        ? "raw"
        : facts.type === undefined
          ? (["unknown", "unspecified value"] as const)
          : typeOfDescription(facts.type);
    const { type, misplaced } = placeOptions(written, children.size === 0 ? {} : this.set(branch, path));
    this.misplaced.push(...misplaced.map((name) => [...path, name].join(".")));
    const known = this.#facts(facts, path);
    return Object.keys(known).length === 0 ? [type] : [type, known];
  }

  #facts(facts: NonNullable<Branch["facts"]>, path: readonly string[]): EntryFacts {
    const from = this.#oldNames.get(key(path));
    const alias = facts.aliasOf === undefined ? undefined : partsOf(facts.aliasOf);
    return {
      ...this.#default(facts, path),
      ...(facts.readOnly && { readOnly: true }),
      ...(facts.hidden && !facts.internal && { hidden: true }),
      ...(facts.internal && { internal: true }),
      ...(facts.removed && { removed: "" }),
      ...(alias !== undefined && inSame(path, alias) && { aliasOf: withinSubmodule(alias) }),
      ...(from !== undefined && { from }),
      ...(facts.declared !== undefined && { declared: facts.declared }),
    };
  }

  #default(facts: ListedFacts, path: readonly string[]): EntryFacts {
    if (facts.default === undefined) return facts.hasDefault ? { computed: "unknown" } : {};
    const names = namesIn(path);
    const found = defaultOfText(facts.default, shownNames(path));
    if (found.kind === "value") return { default: found.value };
    if (found.kind === "unknown") return { computed: "unknown", shown: facts.default };
    this.expressions.set(key(path), { names, text: found.text });
    return { computed: "here" };
  }
}

/** Of members of attribute sets and of lists. The innermost is `name`, as in the module itself. */
export function namesIn(path: readonly string[]): readonly string[] {
  const count = path.filter(isMember).length;
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? "name" : `name${index + 1}`));
}

/** Those of them that texts show as `<name>`: elements of lists have names that nobody writes. */
export function shownNames(path: readonly string[]): readonly string[] {
  const names = namesIn(path);
  return path.filter(isMember).flatMap((part, index) => (part === "<name>" ? [names[index]!] : []));
}

function isMember(part: string): boolean {
  return part === "<name>" || part === "*";
}

function inSame(from: readonly string[], to: readonly string[]): boolean {
  const depth = (path: readonly string[]): number => path.length - withinSubmodule(path).length;
  return depth(from) === depth(to) && key(from.slice(0, depth(from))) === key(to.slice(0, depth(to)));
}

/** The part of a path behind the name of the innermost submodule. */
function withinSubmodule(path: readonly string[]): readonly string[] {
  return path.slice(path.findLastIndex((part) => part === "<name>" || part === "*") + 1);
}

export function key(path: readonly string[]): string {
  return path.map((part) => (/[."]/u.test(part) ? JSON.stringify(part) : part)).join(".");
}

/** The parts of a name: dots in quotes do not part it. */
export function partsOf(name: string): string[] {
  return [...name.matchAll(/"((?:[^"\\]|\\.)*)"|[^."]+/gu)].map(([whole, quoted]) => quoted ?? whole);
}

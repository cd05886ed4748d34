/**
 * Which options stand for which old names. An old name tells the path of its option, from the root or from the submodule
 * that both are in; the option may be one within a submodule that its path goes through.
 */

import { partsOf } from "../data/listed-options.ts";
import type { EntryFacts, PartOf } from "../data/option-set.ts";
import type { AnsweredOption, AnsweredSet, AnsweredType } from "./question.ts";

export interface OldNames {
  of(option: AnsweredOption): Pick<EntryFacts, "from" | "outside">;
  /** Of whole sets of options, at the places of the sets. */
  readonly ofSets: RenamedSets;
}

/** As deep as the names of sets have parts; a list has the old names of the set that lies there. */
export interface RenamedSets {
  readonly [name: string]: RenamedSets | readonly (readonly string[])[];
}

export function oldNames(root: AnsweredSet): OldNames {
  const found = new Map<AnsweredOption, OldName[]>();
  const parts = new Map<AnsweredOption, (PartOf & OldName)[]>();
  const ofSets: RenamedSets = {};
  collect(root);
  return {
    ofSets,
    of(option) {
      const names = found.get(option) ?? [];
      const from = [
        ...names.filter(({ levels }) => levels === 0).map((name) => withEarlier(name)),
        ...(parts.get(option) ?? []).map((name) => withEarlier(name, name.below)),
      ];
      const outside = names.flatMap(({ levels, path }) => (levels > 0 ? [[levels, path] as const] : []));
      return { ...(from.length > 0 && { from }), ...(outside.length > 0 && { outside }) };
    },
  };

  /** An old name may have an even older one, whose definitions it passes on. */
  function withEarlier({ path, option }: OldName, below: readonly string[] = []): readonly string[] | PartOf {
    const earlier = earlierOf(option);
    if (earlier.length > 0) return { path, below, earlier };
    return below.length > 0 ? { path, below } : path;
  }

  function earlierOf(option: AnsweredOption): readonly (readonly string[])[] {
    return (found.get(option) ?? [])
      .filter(({ levels }) => levels === 0)
      .flatMap((name) => [name.path, ...earlierOf(name.option)]);
  }

  function collect(scope: AnsweredSet): void {
    for (const [path, option] of optionsOf(scope, [])) {
      const alias = option.alias === undefined ? undefined : partsOf(option.alias);
      const target = alias && targetOf(scope, alias);
      if (target !== undefined)
        found.set(target.option, [...(found.get(target.option) ?? []), { levels: target.levels, path, option }]);
      const whole = alias && target === undefined ? firstOf(scope, alias) : undefined;
      if (whole !== undefined)
        parts.set(whole.option, [...(parts.get(whole.option) ?? []), { path, below: whole.below, option, levels: 0 }]);
      if (alias !== undefined && target === undefined && whole === undefined && scope === root)
        addAt(ofSets, alias, path);
      if (option.type !== undefined && option.alias === undefined) submodulesOf(option.type).forEach(collect);
    }
  }
}

interface OldName {
  readonly levels: number;
  readonly path: readonly string[];
  readonly option: AnsweredOption;
}

function addAt(sets: RenamedSets, [name, ...rest]: readonly string[], path: readonly string[]): void {
  const writable = sets as Record<string, RenamedSets | (readonly string[])[]>;
  const there = Object.hasOwn(writable, name!) ? writable[name!] : undefined;
  if (rest.length === 0) writable[name!] = [...(Array.isArray(there) ? there : []), path];
  else if (!Array.isArray(there)) addAt((writable[name!] = there ?? {}), rest, path);
}

function* optionsOf(
  set: AnsweredSet,
  path: readonly string[],
): Generator<readonly [readonly string[], AnsweredOption]> {
  for (const [name, member] of Object.entries(set)) {
    if ("set" in member) yield* optionsOf(member.set, [...path, name]);
    else yield [[...path, name], member];
  }
}

function targetOf(
  scope: AnsweredSet,
  path: readonly string[],
): { readonly option: AnsweredOption; readonly levels: number } | undefined {
  let set = scope;
  let levels = 0;
  for (const [index, name] of path.entries()) {
    const member = Object.hasOwn(set, name) ? set[name] : undefined;
    if (member === undefined) return undefined;
    if ("set" in member) {
      set = member.set;
      continue;
    }
    if (index === path.length - 1) return { option: member, levels };
    const inner = member.type && directSubmodule(member.type);
    if (inner === undefined) return undefined;
    set = inner;
    levels++;
  }
  return undefined;
}

/** The option that a path goes into, and what is left of the path. */
function firstOf(
  scope: AnsweredSet,
  path: readonly string[],
): { readonly option: AnsweredOption; readonly below: readonly string[] } | undefined {
  let set = scope;
  for (const [index, name] of path.entries()) {
    const member = Object.hasOwn(set, name) ? set[name] : undefined;
    if (member === undefined) return undefined;
    if (!("set" in member))
      return index === path.length - 1 ? undefined : { option: member, below: path.slice(index + 1) };
    set = member.set;
  }
  return undefined;
}

/** The options that lie right below an option of this type. */
function directSubmodule(type: AnsweredType): AnsweredSet | undefined {
  if (type.name === "submodule") return type.options;
  for (const part of type.name === "nullOr" || type.name === "unique"
    ? [type.element]
    : [type.left, type.right, type.final]) {
    const found = part && directSubmodule(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function submodulesOf(type: AnsweredType): readonly AnsweredSet[] {
  const parts = [type.element, type.left, type.right, type.final, type.freeform];
  return [
    ...(type.options === undefined ? [] : [type.options]),
    ...parts.flatMap((part) => (part === undefined ? [] : submodulesOf(part))),
  ];
}

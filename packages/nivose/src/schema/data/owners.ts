/**
 * Which options a file of nixpkgs declares, and nobody else: those that are gone when a configuration disables the file. Where
 * all that is in a set belongs to one file, the set stands for it.
 */

import { isEntry, type OptionEntry, type OptionSet } from "./option-set.ts";

/** Paths of options and of sets of them by the place of their file. */
export function ownersOf(options: OptionSet): ReadonlyMap<string, readonly (readonly string[])[]> {
  const owners = new Map<string, (readonly string[])[]>();
  const add = (file: string, path: readonly string[]): void => {
    owners.set(file, [...(owners.get(file) ?? []), path]);
  };
  const walk = (member: OptionEntry | OptionSet, path: readonly string[]): void => {
    const files = filesOf(member);
    if (files.size === 1 && path.length > 0) return add([...files][0]!, path);
    if (!isEntry(member)) for (const [name, inner] of Object.entries(member)) walk(inner, [...path, name]);
  };
  walk(options, []);
  return owners;
}

/** An option that several files declare belongs to none of them. */
function filesOf(member: OptionEntry | OptionSet): ReadonlySet<string> {
  if (!isEntry(member)) return new Set(Object.values(member).flatMap((inner) => [...filesOf(inner)]));
  const declared = member[1]?.declared ?? [];
  return new Set(declared.length > 1 ? [SHARED] : declared);
}

const SHARED = "several files";

/**
 * The text of a file that lists all modules of a release: with the options that each owns, or with null, if it is no part of
 * every system. Names are dotted where no part has a dot.
 */
export function modulesText(
  modules: readonly string[],
  base: readonly string[],
  owners: ReadonlyMap<string, readonly (readonly string[])[]>,
): string {
  const inBase = new Set(base);
  const names = [...new Set([...modules, ...base, ...owners.keys()])].sort();
  const lines = names.map((name) => {
    const owned = owners.get(name) ?? (inBase.has(name) ? [] : null);
    const shown = owned?.map((path) => (path.some((part) => part.includes(".")) ? path : path.join("."))) ?? null;
    return `${JSON.stringify(name)}: ${JSON.stringify(shown)}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

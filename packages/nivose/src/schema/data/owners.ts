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
 * every system. Names are dotted where no part has a dot. What only one file imports goes with it.
 */
export function modulesText(
  modules: readonly string[],
  base: readonly string[],
  owners: ReadonlyMap<string, readonly (readonly string[])[]>,
  imports: Readonly<Record<string, readonly string[]>> = {},
): string {
  const inBase = new Set(base);
  const importers = new Map<string, Set<string>>();
  for (const [file, imported] of Object.entries(imports))
    for (const each of imported) importers.set(each, (importers.get(each) ?? new Set()).add(file));
  const ownedBy = (name: string): readonly (readonly string[])[] => [
    ...(owners.get(name) ?? []),
    ...(imports[name] ?? [])
      .filter((each) => !inBase.has(each) && importers.get(each)!.size === 1)
      .flatMap((each) => ownedBy(each)),
  ];
  const names = [...new Set([...modules, ...base, ...owners.keys(), ...importers.keys()])].sort();
  const lines = names.map((name) => {
    const isKnown = owners.has(name) || inBase.has(name) || importers.has(name);
    const shown = ownedBy(name).map((path) => (path.some((part) => part.includes(".")) ? path : path.join(".")));
    return `${JSON.stringify(name)}: ${JSON.stringify(isKnown ? shown : null)}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

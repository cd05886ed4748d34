/** Which modules of a host set nothing but options of another kind of host. */

import { kindsThatHave } from "../../advice/known-options.ts";
import { isConfiguration, type ModuleList, ownImports } from "../../fleet/module-graph.ts";
import type { HostKind } from "../../fleet/host.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { UndeclaredDefinition } from "../hosts/undeclared.ts";
import { groupBy } from "../services/group-by.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface Misplaced {
  /** What it is written for. */
  readonly is: HostKind;
  readonly into: HostKind;
  /** Where the options of that stand: nothing for the host itself, or the path of a home. */
  readonly at: readonly string[];
  /** The module that is misplaced with all that it imports, if this is one of these. */
  readonly within?: string;
}

/** By the names of their files. */
export function misplacedModules(host: EvaluatedHost, { files }: Repository): ReadonlyMap<string, Misplaced> {
  const known = kept.get(host);
  if (known !== undefined) return known;
  const found = new Map<string, Misplaced>();
  const undeclaredIn = byFile(host);
  for (const [name, undeclared] of undeclaredIn) {
    const file = files.get(name);
    const into = kindAt(undeclared[0]!.prefix, host);
    const is = file === undefined ? undefined : kindMeant(file, undeclared, into);
    if (is !== undefined) found.set(name, { is, into, at: undeclared[0]!.prefix });
  }
  const lists = undeclaredIn.size === 0 ? [] : (host.record?.modules.graph.lists ?? []);
  for (const list of lists) if (isConfiguration(list.at)) addCollections(found, list, host, files);
  kept.set(host, found);
  return found;
}

const kept = new WeakMap<EvaluatedHost, ReadonlyMap<string, Misplaced>>();
const kinds: readonly HostKind[] = ["nixos", "darwin", "home"];

/**
 * A module that only imports others, of which several are for another kind, is what should not be there: they are right where they are,
 * although one by one some of them would not tell what they are for.
 */
function addCollections(
  found: Map<string, Misplaced>,
  list: ModuleList,
  host: EvaluatedHost,
  files: Repository["files"],
): void {
  const into = kindAt(list.at, host);
  const importedBy = groupBy(
    ownImports(list, (file) => ownName(file, host)),
    ({ from }) => from,
  );
  const undeclaredIn = byFile(host);
  const isFor = (name: string, kind: HostKind): boolean => {
    const missing = undeclaredIn.get(name) ?? [];
    return (
      found.get(name)?.is === kind ||
      (missing.length > 0 && missing.every((each) => isOf(each, kind) && !mayBeDeclared(each)))
    );
  };
  // from the bottom, so that a collection of collections is one
  for (const from of [...importedBy.keys()].toReversed()) {
    const file = from === undefined ? undefined : files.get(from);
    if (file === undefined || found.has(file.name) || file.definitions.length > 0) continue;
    const below = new Set(importedBy.get(from)!.map(({ to }) => to));
    const direct = [...below];
    const is = kinds.find((kind) => {
      const wrong = kind === into ? [] : direct.filter((name) => isFor(name, kind));
      return wrong.length >= SEVERAL && wrong.length * 3 >= direct.length && wrong.some((name) => found.has(name));
    });
    if (is === undefined) continue;
    // a set is walked in the order in which it grows
    for (const name of below) for (const { to } of importedBy.get(name) ?? []) below.add(to);
    found.set(file.name, { is, into, at: list.at });
    for (const name of below) if (isFor(name, is)) found.set(name, { is, into, at: list.at, within: file.name });
  }
}

const SEVERAL = 2;

/** By modules of which nothing is known on paper. */
function mayBeDeclared({ unread }: UndeclaredDefinition): boolean {
  return unread.some(({ isRelease }) => !isRelease);
}

function isOf({ path, below }: UndeclaredDefinition, kind: HostKind): boolean {
  return kindsThatHave([...path, ...(below[0] ?? [])], [kind]).length > 0;
}

/** Whether all that a file sets is there in one kind of configuration, and not all of it in another. */
export function isWrittenFor(file: SourceFile, kind: HostKind, other: HostKind): boolean {
  const paths = pathsSetIn(file);
  const areAllOf = (each: HostKind): boolean => paths.every((path) => kindsThatHave(path, [each]).length > 0);
  return areAllOf(kind) && !areAllOf(other);
}

function pathsSetIn({ definitions }: SourceFile): readonly (readonly string[])[] {
  return definitions.map(({ path }) => path.map((name) => name ?? "*"));
}

/** The name of a module of the repository. */
export function ownName(file: string, { local }: EvaluatedHost): string | undefined {
  const { name, isOwn } = local(file);
  return isOwn ? name : undefined;
}

/** What the modules of a host define in the host itself or in a home of it, and nobody declares. */
function byFile(host: EvaluatedHost): ReadonlyMap<string, readonly UndeclaredDefinition[]> {
  const files = new Map<string, UndeclaredDefinition[]>();
  for (const each of host.undeclared) {
    const { name, isOwn } = host.local(each.file);
    if (isOwn && isConfiguration(each.prefix)) files.set(name, [...(files.get(name) ?? []), each]);
  }
  return files;
}

function kindAt(path: readonly string[], { host }: EvaluatedHost): HostKind {
  return path.length === 0 ? host.kind : "home";
}

/** The kind that has all that the file sets; nothing if that is not clear. */
function kindMeant(
  file: SourceFile,
  undeclared: readonly UndeclaredDefinition[],
  kind: HostKind,
): HostKind | undefined {
  if (undeclared.some(mayBeDeclared)) return undefined;
  const isForeign = undeclared.some(({ path }) => kindsThatHave(path.slice(0, 1), [kind]).length === 0);
  if (!isForeign && undeclared.length < ENOUGH) return undefined;
  const missing = undeclared.map(({ path, below }) => [...path, ...(below[0] ?? [])]);
  const set = pathsSetIn(file);
  // what is shared by kinds of hosts has some that are not there on one of them
  const isMissing = (path: readonly string[]): boolean =>
    undeclared.some((each) => each.path.every((name, index) => path[index] === name));
  if (set.filter(isMissing).length * (undeclared.length < ENOUGH ? 2 : 3) <= set.length) return undefined;
  return kinds.find(
    (other) => other !== kind && [...missing, ...set].every((path) => kindsThatHave(path, [other]).length > 0),
  );
}

const ENOUGH = 3;

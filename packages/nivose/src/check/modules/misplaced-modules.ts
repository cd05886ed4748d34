/** Which modules of a host set nothing but options of another kind of host. */

import { kindsThatHave } from "../../advice/known-options.ts";
import type { HostKind } from "../../fleet/host.ts";
import { definitionsOf } from "../../schema/definitions.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { UndeclaredDefinition } from "../hosts/undeclared.ts";
import { homeOf } from "../options/option-name.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface Misplaced {
  /** What it is written for. */
  readonly is: HostKind;
  readonly into: HostKind;
}

/** By the names of their files. */
export function misplacedModules(host: EvaluatedHost, { files }: Repository): ReadonlyMap<string, Misplaced> {
  const known = kept.get(host);
  if (known !== undefined) return known;
  const found = new Map<string, Misplaced>();
  for (const [name, undeclared] of byFile(host)) {
    const file = files.get(name);
    const into = kindOf(undeclared[0]!, host);
    const is = file === undefined ? undefined : kindMeant(file, undeclared, into);
    if (is !== undefined) found.set(name, { is, into });
  }
  kept.set(host, found);
  return found;
}

const kept = new WeakMap<EvaluatedHost, ReadonlyMap<string, Misplaced>>();
const kinds: readonly HostKind[] = ["nixos", "darwin", "home"];

/** What the modules of a host define in the host itself or in a home of it, and nobody declares. */
function byFile(host: EvaluatedHost): ReadonlyMap<string, readonly UndeclaredDefinition[]> {
  const files = new Map<string, UndeclaredDefinition[]>();
  for (const each of host.undeclared) {
    const { name, isOwn } = host.local(each.file);
    const isTop = each.prefix.length === 0 || homeOf(each.prefix)?.length === 0;
    if (isOwn && isTop) files.set(name, [...(files.get(name) ?? []), each]);
  }
  return files;
}

function kindOf({ prefix }: UndeclaredDefinition, { host }: EvaluatedHost): HostKind {
  return prefix.length === 0 ? host.kind : "home";
}

/** The kind that has all that the file sets; nothing if that is not clear. */
function kindMeant(
  file: SourceFile,
  undeclared: readonly UndeclaredDefinition[],
  kind: HostKind,
): HostKind | undefined {
  if (undeclared.some(({ unread }) => unread.some(({ isRelease }) => !isRelease))) return undefined;
  const isForeign = undeclared.some(({ path }) => kindsThatHave(path.slice(0, 1), [kind]).length === 0);
  if (!isForeign && undeclared.length < ENOUGH) return undefined;
  const missing = undeclared.map(({ path, below }) => [...path, ...(below[0] ?? [])]);
  const set = (definitionsOf(file.tree, () => false) ?? []).map(({ path }) => path.map((name) => name ?? "*"));
  // what is shared by kinds of hosts has some that are not there on one of them
  const isMissing = (path: readonly string[]): boolean =>
    undeclared.some((each) => each.path.every((name, index) => path[index] === name));
  if (set.filter(isMissing).length * 2 <= set.length) return undefined;
  return kinds.find(
    (other) => other !== kind && [...missing, ...set].every((path) => kindsThatHave(path, [other]).length > 0),
  );
}

const ENOUGH = 3;

/** Definitions of options that no module of the host declares. */

import { declarationIn } from "../../advice/declared-elsewhere.ts";
import { kindsThatHave, otherKindHint } from "../../advice/known-options.ts";
import { alternatives } from "../../advice/names.ts";
import { moduleFor } from "../../advice/public-modules.ts";
import type { HostKind } from "../../fleet/host.ts";
import type { Class, Found, Place, RelatedPlace } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { UndeclaredDefinition } from "../hosts/undeclared.ts";
import { misplacedModules } from "../modules/misplaced-modules.ts";
import { isLikelyMisspelt, meantOptions } from "../options/meant-option.ts";
import { homeOf, optionName } from "../options/option-name.ts";
import type { HostsRule } from "../rule.ts";
import { namedPlace } from "../source/named-place.ts";
import type { Repository } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "unknown-option",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "An option that no module declares",
  explain:
    "A module gives a value to an option that none of the modules declares which are part of this host: evaluating it ends in " +
    "an error, even if the value is behind a condition that does not hold. Mostly its name is spelled differently, a name in its " +
    "path is missing or one too many, it is an option of Home Manager, NixOS or nix-darwin that is set in the wrong place, or the " +
    "module that declares it is not imported. What is suggested are options that this host has.\n\n" +
    "On paper, nothing is said of what an input may declare of which nothing is known. If the inputs are locked to another " +
    "release than that whose options are on paper, only names are told that differ from another one by a single letter.",
  example: {
    bad: "{\n  services.nginx.enabel = true;\n}\n",
    good: "{\n  services.nginx.enable = true;\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts)
      for (const group of grouped(each.undeclared)) {
        // the module as a whole is in the wrong place, which another rule tells
        if (misplacedModules(each, repository).has(each.local(group[0]!.file).name)) continue;
        const [first] = group;
        const sureness = classOf(first!, each);
        // of a module within the flake only the place of the definition is in a file of the fleet
        const files = [first!.file, ...group.flatMap(({ positions }) => positions.map(({ file: place }) => place))];
        if (sureness === undefined || !files.some((file) => each.local(file).isOwn)) continue;
        const [at, ...others] = placesOf(group, each, repository);
        const related = others.map((place): RelatedPlace => ({ text: "also here", at: place }));
        const declared = declaredBy(first!, each, repository);
        yield {
          text: `there is no option '${optionName(first!.prefix, first!.path)}'`,
          at: at!,
          hint: declared === undefined ? hintFor(first!, each) : importIt(declared, each),
          related: declared === undefined ? related : [...related, { text: "it is declared here", at: declared }],
          hosts: [each.host.name],
          class: sureness,
        };
      }
  },
};

/** Several definitions of what is not there, in one file, are one mistake. */
function grouped(all: readonly UndeclaredDefinition[]): readonly (readonly UndeclaredDefinition[])[] {
  const groups = new Map<string, UndeclaredDefinition[]>();
  for (const each of all) {
    const key = JSON.stringify([each.prefix, each.path, each.file]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

/** Nothing of what others may declare. */
function classOf(undeclared: UndeclaredDefinition, host: EvaluatedHost): Class | undefined {
  const { unread } = undeclared;
  if (unread.some(({ isRelease }) => !isRelease)) return undefined;
  if (unread.length === 0) return host.class;
  return isLikelyMisspelt(undeclared) ? "heuristic" : undefined;
}

function placesOf(group: readonly UndeclaredDefinition[], { local }: EvaluatedHost, repository: Repository): Place[] {
  const file = local(group[0]!.file).name;
  const found = group.flatMap(({ prefix, path, positions }) =>
    positions.flatMap((position): Place[] => {
      const { name, isOwn } = local(position.file);
      const source = isOwn ? repository.files.get(name) : undefined;
      const named = source && namedPlace(source, position, [...prefix, ...path]);
      return named === undefined ? [] : [source!.at(named.name)];
    }),
  );
  const distinct = [...new Map(found.map((place) => [JSON.stringify(place), place])).values()];
  return distinct.length > 0 ? distinct : [{ file }];
}

/** A module of the fleet that declares it and is not part of this host. */
function declaredBy(
  { prefix, path, below, unread }: UndeclaredDefinition,
  { files, isOnPaper, host }: EvaluatedHost,
  { files: sources }: Repository,
): Place | undefined {
  const isOfSubmodule = prefix.length > 0 && homeOf(prefix)?.length !== 0;
  if (isOfSubmodule || (isOnPaper && unread.some(({ isRelease }) => !isRelease))) return undefined;
  const written = [...path, ...(below[0] ?? [])];
  if (written.length < LEAST_NAMES) return undefined;
  for (const file of sources.values()) {
    if (files.has(file.name) || !isOfFlake(file.name, host.flake)) continue;
    const declaration = declarationIn(file.tree, written);
    if (declaration !== undefined) return file.at(file.tree.child(declaration, 0));
  }
  return undefined;
}

function isOfFlake(file: string, flake: string): boolean {
  return flake === "" || file.startsWith(`${flake}/`);
}

/** One name alone, such as `my`, says little of what is in it. */
const LEAST_NAMES = 2;

function importIt({ file }: Place, { host }: EvaluatedHost): string {
  return `${file} declares it, and is no part of ${host.name}: import it there`;
}

function hintFor(undeclared: UndeclaredDefinition, { host }: EvaluatedHost): string | undefined {
  const { prefix, path, below } = undeclared;
  const isHome = homeOf(prefix)?.length === 0;
  const kind: HostKind = isHome ? "home" : host.kind;
  const written = [...path, ...(below[0] ?? [])];
  if (prefix.length === 0 || isHome) {
    const others = kinds.filter((each) => each !== kind);
    const [other] = written.length < LEAST_NAMES ? [] : kindsThatHave(written, others);
    if (other !== undefined) return otherKindHint(written, other, kind, isHome);
  }
  const meant = meantOptions(undeclared);
  if (meant.length > 0) return `did you mean ${alternatives(meant.map((each) => optionName([], each)))}?`;
  const known = prefix.length === 0 ? moduleFor(path, kind, below[0]) : undefined;
  return known === undefined
    ? undefined
    : `it comes with ${known.input}: import its module, 'inputs.${known.input}.${known.modules[kind] ?? Object.values(known.modules)[0]}'`;
}

const kinds: readonly HostKind[] = ["nixos", "darwin", "home"];

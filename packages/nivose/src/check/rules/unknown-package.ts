/** Packages that there are not, in values that options are given. */

import { isPackages } from "../../advice/kinds/attribute-not-found.ts";
import { alternatives } from "../../advice/names.ts";
import { selectedPath } from "../../advice/source.ts";
import { Node, type Ref, type Tree } from "@nivose/nix/syntax";
import type { Found } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type BrokenValue, failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { isOneMistake } from "../options/meant-option.ts";
import type { HostsRule } from "../rule.ts";
import type { Repository } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "unknown-package",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [failingDefinitions],
  title: "A package that there is not",
  explain:
    "A value that an option is given asks a set of packages for a name that it does not have: `pkgs.helo`, or `helo` within " +
    "`with pkgs;`. The names that are suggested are in that set. Every element of a list is looked at, so that the first that " +
    "is missing hides no other.\n\n" +
    "On paper, the names of all packages of nixpkgs are known, but for a few sets that are too large, such as haskellPackages. " +
    "If the inputs are locked to another release than that, only names are told that differ from another one by a single letter.",
  example: {
    bad: "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.helo ];\n}\n",
    good: "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.hello ];\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts)
      for (const failing of each.fact(failingDefinitions) ?? []) {
        const found = failing.kind === "broken" ? told(failing, each, repository) : undefined;
        if (found !== undefined) yield found;
      }
  },
};

function told({ place, lookup }: BrokenValue, host: EvaluatedHost, { files }: Repository): Found | undefined {
  if (place === null || lookup === null) return undefined;
  const { wanted, near } = lookup;
  const { name, isOwn } = host.local(place.file);
  const source = isOwn ? files.get(name) : undefined;
  if (source === undefined) return undefined;
  const offset = source.tree.positions.lineRange(place.line).start + place.column - 1;
  const missing = missingPackage(source.tree, offset, wanted);
  if (missing === undefined) return undefined;
  const isSure =
    host.class !== "heuristic" || near.some((each) => wanted.length >= LEAST && isOneMistake(wanted, each));
  if (!isSure) return undefined;
  return {
    text: `there is no package '${wanted}' in '${missing.set}'`,
    at: source.at(missing.name),
    hint: near.length === 0 ? undefined : `did you mean ${alternatives(near)}?`,
    hosts: [host.host.name],
    class: host.class,
  };
}

const LEAST = 5;

/** The name that is missing, and the set that it is looked for in. */
function missingPackage(
  tree: Tree,
  offset: number,
  wanted: string,
): { readonly name: Ref; readonly set: string } | undefined {
  const around = tree.pathTo(offset);
  const innermost = around.at(-1);
  // `with pkgs; [ helo ]`
  if (innermost !== undefined && tree.isToken(innermost) && tree.text(innermost) === wanted) {
    const set = withSet(tree, around);
    if (set !== undefined && !isSelected(tree, around)) return { name: innermost, set };
  }
  for (const ref of around.toReversed()) {
    if (tree.kind(ref) !== Node.Select || tree.start(ref) !== offset) continue;
    const names = tree.children(tree.child(ref, 1));
    const index = names.findIndex((each) => tree.text(each).replaceAll('"', "") === wanted);
    const subject = selectedPath(tree, tree.child(ref, 0));
    if (index < 0 || subject === undefined) continue;
    const set = [...subject, ...names.slice(0, index).map((each) => tree.text(each))].join(".");
    return isPackages(set) ? { name: names[index]!, set } : undefined;
  }
  return undefined;
}

/** Whether the token is the subject of a selection, or a part of its path. */
function isSelected(tree: Tree, around: readonly Ref[]): boolean {
  const parent = around.at(-2);
  return parent !== undefined && tree.kind(parent) === Node.AttrPath;
}

/** The set of the innermost `with` around, if it is one of packages. */
function withSet(tree: Tree, around: readonly Ref[]): string | undefined {
  const inner = around.findLast((ref) => tree.kind(ref) === Node.With);
  const path = inner === undefined ? undefined : selectedPath(tree, tree.child(inner, 0));
  return path !== undefined && isPackages(path.join(".")) ? path.join(".") : undefined;
}

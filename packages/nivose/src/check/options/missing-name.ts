/** Where a name stands that a set does not have, by where the evaluation has missed it. */

import { isPackages } from "../../advice/kinds/attribute-not-found.ts";
import { selectedPath } from "../../advice/source.ts";
import { Node, type Ref, type Tree } from "@nivose/nix/syntax";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { BrokenValue } from "../hosts/facts/failing-definitions.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";
import { isOneMistake } from "./meant-option.ts";

export interface MissingName {
  readonly source: SourceFile;
  readonly name: Ref;
  readonly wanted: string;
  /** The names that are there and spelled alike. */
  readonly near: readonly string[];
  /** As it is written: `pkgs`, `config.services.nginx`. */
  readonly set: string;
  readonly isOfPackages: boolean;
}

/** Nothing if it is in no file of the fleet. */
export function missingNameOf(
  { place, lookup }: BrokenValue,
  host: EvaluatedHost,
  { files }: Repository,
): MissingName | undefined {
  if (place === null || lookup === null) return undefined;
  const { name: file, isOwn } = host.local(place.file);
  const source = isOwn ? files.get(file) : undefined;
  if (source === undefined) return undefined;
  const offset = source.tree.positions.lineRange(place.line).start + place.column - 1;
  const found = missingIn(source.tree, offset, lookup.wanted);
  return found === undefined ? undefined : { source, ...found, ...lookup, isOfPackages: isPackages(found.set) };
}

/**
 * Whether a single letter makes it one of the names that are there. Short names of packages are all like each other, and another
 * number is another version, which may be there in another release.
 */
export function isMisspelt({ wanted, near, isOfPackages }: MissingName): boolean {
  const least = isOfPackages ? 5 : 4;
  const isOfOtherNumber = (name: string): boolean =>
    /\d/u.test(wanted) && withoutDigits(name) === withoutDigits(wanted);
  return near.some((each) => wanted.length >= least && isOneMistake(wanted, each) && !isOfOtherNumber(each));
}

function withoutDigits(name: string): string {
  return name.replaceAll(/\d/gu, "");
}

/** The name that is missing, and the set that it is looked for in. */
function missingIn(
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
    return { name: names[index]!, set };
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

/** Where in the sources of the fleet a value stands that an option was given. */

import { type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { piecesOf } from "../../schema/definitions.ts";
import type { Place } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { GivenValue } from "../hosts/facts/failing-definitions.ts";
import { namedPlace } from "../source/named-place.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface WrittenValue {
  /** Of the value; of the whole file if it is not known where it stands. */
  readonly at: Place;
  readonly source?: SourceFile;
  readonly ref?: Ref;
}

/** Nothing if it is from no file of the fleet. The likeliest first. */
export function writtenValues(
  loc: readonly string[],
  { file, value, positions }: GivenValue,
  { local }: EvaluatedHost,
  { files }: Repository,
): readonly WrittenValue[] {
  const { names, entry } = withoutEntry(loc);
  const found = positions.flatMap((position): WrittenValue[] => {
    const { name, isOwn } = local(position.file);
    const source = isOwn ? files.get(name) : undefined;
    const ref = source && valueAt(source, position, names, { value, entry });
    return ref === undefined ? [] : [{ at: source!.at(ref), source: source!, ref }];
  });
  const distinct = [...new Map(found.map((each) => [JSON.stringify(each.at), each])).values()];
  const isLiteral = ({ source, ref }: WrittenValue): boolean => source!.text(ref!) === value;
  const literal = distinct.filter(isLiteral);
  if (distinct.length > 0) return literal.length > 0 ? literal : distinct;
  const { name, isOwn } = local(file);
  return isOwn && files.has(name) ? [{ at: { file: name } }] : [];
}

/** The option that a place within is of, and which element of a list it is. */
export function withoutEntry(loc: readonly string[]): { readonly names: readonly string[]; readonly entry?: number } {
  const number = /^\[definition \d+-entry (\d+)\]$/u.exec(loc.at(-1) ?? "")?.[1];
  return number === undefined ? { names: loc } : { names: withoutEntry(loc.slice(0, -1)).names, entry: Number(number) };
}

function valueAt(
  source: SourceFile,
  position: GivenValue["positions"][number],
  names: readonly string[],
  { value, entry }: { readonly value: string; readonly entry?: number | undefined },
): Ref | undefined {
  const { tree } = source;
  const place = namedPlace(source, position, names);
  if (place === undefined) return undefined;
  if (place.attrPath === place.name) return place.name;
  // a set further in is written behind a longer path
  if (place.name !== tree.children(place.attrPath).at(-1)) return place.attrPath;
  const pieces = piecesOf(tree, tree.child(place.binding, 1));
  const element = entry === undefined ? undefined : pieces.map((piece) => elementOf(tree, piece.value, entry));
  const candidates = (element ?? pieces.map((piece) => piece.value)).filter((ref) => ref !== undefined);
  const [only] = candidates;
  if (candidates.length === 1) return only;
  return candidates.find((ref) => source.text(ref) === value) ?? tree.child(place.binding, 1);
}

function elementOf(tree: Tree, ref: Ref, number: number): Ref | undefined {
  return elementsOf(tree, ref)?.[number - 1];
}

/** Of lists that are written out, and put together. */
function elementsOf(tree: Tree, ref: Ref): readonly Ref[] | undefined {
  const node = view(tree, ref);
  if (node.kind === "list") return node.elements;
  if (node.kind === "paren") return elementsOf(tree, node.expression);
  if (node.kind === "with") return elementsOf(tree, node.body);
  if (node.kind !== "binary" || node.operator !== Token.Concat) return undefined;
  const [left, right] = [elementsOf(tree, node.left), elementsOf(tree, node.right)];
  return left === undefined ? undefined : [...left, ...(right ?? [])];
}

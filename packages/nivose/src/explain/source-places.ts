/**
 * Where in a file the definitions of an option stand, with the text of their values and conditions: found by reading the
 * file. The module system says which file a definition is from, and no more.
 */

import { parse, type Ref, type Tree } from "@nivose/nix/syntax";
import { definitionsAt } from "../schema/binding-at.ts";
import { definitionsOf, type Piece, piecesOf, type Property, type SourceDefinition } from "../schema/definitions.ts";
import type { OptionPath, RawDefinition } from "./answer.ts";

export interface SourcePlace {
  /** If it is not the file of the definition, such as that of a function which makes modules. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** What stands behind the path, or the whole of what the path is set within. */
  readonly text: string;
  /** The path is set within this, which is computed: where exactly is not to be seen. */
  readonly isWithin: boolean;
  readonly conditions: readonly SourceCondition[];
}

export interface SourceCondition {
  /** `mkIf`, `optionalAttrs`, `if`, or `else`, for which the opposite has to hold. */
  readonly by: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

interface Found extends SourcePlace {
  /** A part of the option is set, and not the whole. */
  readonly isPart: boolean;
  readonly around: readonly Property[];
}

/** All places of a file that set an option, from the top to the bottom. */
export function placesIn(source: Uint8Array, path: OptionPath): readonly SourcePlace[] {
  return findIn(source, path);
}

/**
 * The places of each of the definitions that a file has of an option, in the order in which the module system has them;
 * `undefined` if it is not clear which is which. Inside of a declared option, properties that were around more than this
 * part are taken away already. A definition has several places if its parts are set one by one: `a.b = 1; a.c = 2;`.
 */
export function matchPlaces(
  source: Uint8Array,
  path: OptionPath,
  definitions: readonly RawDefinition[],
  isInside: boolean,
): readonly (readonly SourcePlace[])[] | undefined {
  const places = findIn(source, path);
  for (const candidates of [places, places.filter(isCertainToBeThere)])
    for (const isTogether of [() => false, isSetTogether]) {
      const found = matched(candidates, definitions, isInside, isTogether);
      if (found !== undefined) return found;
    }
  return undefined;
}

/** The same for the pieces of one definition, of which the evaluation has told where it begins. */
export function placesOfDefinition(
  source: Uint8Array,
  path: OptionPath,
  { line, column }: SourcePosition,
  pieces: readonly RawDefinition[],
): { readonly places: readonly (readonly SourcePlace[])[]; readonly isSure: boolean } {
  const tree = parse(source, { pipeOperators: true });
  const offset = offsetOf(source, line) + column - 1;
  const found = definitionsAt(tree, offset, path).flatMap((definition) => placesOf(tree, definition, path.length));
  const matching = matched(found, pieces, true, isSetTogether);
  if (matching !== undefined) return { places: matching, isSure: true };
  // conditions that are in other files are not to be seen here
  const [first] = found;
  if (
    pieces.length === 1 &&
    first !== undefined &&
    found.every((other) => other === first || isSetTogether(first, other))
  )
    return { places: [found], isSure: true };
  return { places: pieces.map(() => found), isSure: false };
}

export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

function offsetOf(source: Uint8Array, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = source.indexOf(0x0a, offset) + 1;
  return offset;
}

/** A definition within `optionalAttrs` or an `if` may not be there at all. */
function isCertainToBeThere({ around }: Found): boolean {
  return around.every(({ by }) => !["optionalAttrs", "if", "else"].includes(by));
}

function findIn(source: Uint8Array, path: OptionPath): readonly Found[] {
  const tree = parse(source, { pipeOperators: true });
  const found = definitionsOf(tree, (own) => own.length === path.length && fits(own, path)) ?? [];
  return found
    .filter((definition) => fits(definition.path, path))
    .flatMap((definition) => placesOf(tree, definition, path.length))
    .toSorted((first, second) => first.start - second.start);
}

function placesOf(tree: Tree, { path, attrPath, value, around }: SourceDefinition, length: number): Found[] {
  const isPart = path.length > length;
  const isWithin = path.length < length;
  const place = (at: Ref, piece: Piece): Found => ({
    ...tree.positions.at(tree.start(at)),
    start: tree.start(at),
    end: tree.end(piece.value),
    text: isPart ? textBetween(tree, attrPath, value) : textOf(tree, piece.value),
    isWithin,
    isPart,
    around: [...around, ...piece.around],
    conditions: conditionsIn(tree, [...around, ...piece.around]),
  });
  if (isPart || isWithin) return [place(attrPath, { value, around: [] })];
  const pieces = piecesOf(tree, value);
  return pieces.map((piece) => place(pieces.length > 1 ? piece.value : attrPath, piece));
}

/** Whether all names that are known of a path are those of the option, or of one above or below it. */
function fits(own: readonly (string | undefined)[], path: OptionPath): boolean {
  return own.every((name, index) => index >= path.length || name === undefined || name === path[index]);
}

function conditionsIn(tree: Tree, around: readonly Property[]): SourceCondition[] {
  return around.flatMap(({ by, condition }) =>
    condition === undefined ? [] : [{ by, ...tree.positions.at(tree.start(condition)), text: textOf(tree, condition) }],
  );
}

function textBetween(tree: Tree, first: Ref, last: Ref): string {
  return Buffer.from(tree.source.subarray(tree.start(first), tree.end(last))).toString();
}

function textOf(tree: Tree, ref: Ref): string {
  return Buffer.from(tree.text(ref), "latin1").toString();
}

/**
 * Goes through both in their order. A definition that is off says nothing of what is inside of the condition that does not
 * hold, so all places within that condition are the one definition.
 */
function matched(
  places: readonly Found[],
  definitions: readonly RawDefinition[],
  isInside: boolean,
  isTogether: (first: Found, second: Found) => boolean,
): readonly (readonly Found[])[] | undefined {
  const result: Found[][] = [];
  let next = 0;
  for (const { around } of definitions) {
    const place = places[next++];
    if (place === undefined) return undefined;
    const conditions = around.filter(({ kind }) => kind === "if");
    const guards = place.around.filter(({ by }) => by === "mkIf");
    const isOff = around.some((property) => property.kind === "if" && !property.held);
    const isExact = !isOff && !isInside;
    if (isExact ? guards.length !== conditions.length : guards.length < conditions.length) return undefined;
    const group = [place];
    const closed = isOff ? guards[conditions.length - 1]?.ref : undefined;
    for (; next < places.length; next++) {
      const other = places[next]!;
      const isInOne = closed !== undefined && other.around.some(({ ref }) => ref === closed);
      if (!isInOne && !isTogether(place, other)) break;
      group.push(other);
    }
    result.push(group);
  }
  return next === places.length ? result : undefined;
}

/** Parts of one set, with the same around them. */
function isSetTogether(first: Found, second: Found): boolean {
  const refs = ({ around }: Found): string => around.map(({ ref }) => ref).join(" ");
  return first.isPart && second.isPart && refs(first) === refs(second);
}

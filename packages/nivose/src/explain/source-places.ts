/**
 * Where in a file the definitions of an option stand, with the text of their values and conditions: found by reading the
 * file. The module system says which file a definition is from, and no more.
 */

import { parse, type Ref, type Tree } from "@nivose/nix/syntax";
import { definitionsOf, type Piece, piecesOf, type Property } from "../schema/definitions.ts";
import type { OptionPath, RawDefinition } from "./answer.ts";

export interface SourcePlace {
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
  readonly around: readonly Property[];
}

/** All places of a file that set an option, from the top to the bottom. */
export function placesIn(source: Uint8Array, path: OptionPath): readonly SourcePlace[] {
  return findIn(source, path);
}

/**
 * The place of each of the definitions that a file has of an option, in the order in which the module system has them;
 * `undefined` if it is not clear which is which.
 */
export function matchPlaces(
  source: Uint8Array,
  path: OptionPath,
  definitions: readonly RawDefinition[],
): readonly SourcePlace[] | undefined {
  const places = findIn(source, path);
  return matched(places, definitions) ?? matched(places.filter(isCertainToBeThere), definitions);
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
    .flatMap(({ path: own, attrPath, value, around }) => {
      const isWithin = own.length < path.length;
      const pieces: readonly Piece[] = isWithin ? [{ value, around: [] }] : piecesOf(tree, value);
      return pieces.map((piece) =>
        foundAt(
          tree,
          { ...piece, around: [...around, ...piece.around] },
          isWithin,
          pieces.length > 1 ? piece.value : attrPath,
        ),
      );
    })
    .toSorted((first, second) => first.start - second.start);
}

/** Whether all names that are known of a path are those of the option, or of one above or below it. */
function fits(own: readonly (string | undefined)[], path: OptionPath): boolean {
  return own.every((name, index) => index >= path.length || name === undefined || name === path[index]);
}

function foundAt(tree: Tree, { value, around }: Piece, isWithin: boolean, at: Ref): Found {
  const start = tree.start(at);
  return {
    ...tree.positions.at(start),
    start,
    end: tree.end(value),
    text: textOf(tree, value),
    isWithin,
    around,
    conditions: around.flatMap(({ by, condition }) =>
      condition === undefined
        ? []
        : [{ by, ...tree.positions.at(tree.start(condition)), text: textOf(tree, condition) }],
    ),
  };
}

function textOf(tree: Tree, ref: Ref): string {
  return Buffer.from(tree.text(ref), "latin1").toString();
}

/**
 * Goes through both in their order. A definition that is off says nothing of what is inside of the condition that does not
 * hold, so all places within that condition are the one definition.
 */
function matched(places: readonly Found[], definitions: readonly RawDefinition[]): readonly Found[] | undefined {
  const result: Found[] = [];
  let next = 0;
  for (const { around } of definitions) {
    const place = places[next++];
    if (place === undefined) return undefined;
    const conditions = around.filter(({ kind }) => kind === "if");
    const guards = place.around.filter(({ by }) => by === "mkIf");
    const isOff = around.some((property) => property.kind === "if" && !property.held);
    if (isOff ? guards.length < conditions.length : guards.length !== conditions.length) return undefined;
    result.push(place);
    const closed = isOff ? guards[conditions.length - 1]?.ref : undefined;
    if (closed === undefined) continue;
    while (places[next]?.around.some(({ ref }) => ref === closed) === true) next++;
  }
  return next === places.length ? result : undefined;
}

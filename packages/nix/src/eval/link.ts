/** Brings a compiled unit into the heap, and knows afterwards which code came from where. */

import { Positions } from "../syntax/positions.ts";
import { allocate, bigInteger, type Code, float, heap } from "./heap.ts";
import { globalValue } from "./globals.ts";
import { makeShape, slotOf } from "./shapes.ts";
import { path, string, symbols } from "./strings.ts";
import {
  LINK_FLOAT,
  LINK_GLOBAL,
  LINK_INTEGER,
  LINK_PATH,
  LINK_POSITION,
  LINK_STRING,
  LINK_SYMBOL,
  type Unit,
} from "./unit.ts";

/** Where the text of a unit comes from. */
export interface Origin {
  /** The absolute path of the file, or what to call a text that is in none, such as `«string»`. */
  readonly name: string;
  readonly isFile: boolean;
  /** The folder against which relative paths are resolved. */
  readonly folder: string;
  /** The user's home, for `~/`. */
  readonly home: string;
  /** Gives the text again. */
  readonly source: () => Uint8Array;
  readonly length: number;
}

interface LinkedUnit {
  readonly base: Code;
  readonly end: Code;
  /** The position of the first byte. Position 0 is none. */
  readonly position: number;
  readonly origin: Origin;
  readonly ranges: Int32Array;
  positions: Positions | undefined;
}

/** Ascending by address, and by position. */
const units: LinkedUnit[] = [];
let nextPosition = 1;

export function link(unit: Unit, origin: Origin, resolvePath: (folder: string, relative: string) => string): Code {
  const base = allocate(unit.words.length);
  heap.set(unit.words, base);
  const position = nextPosition;
  nextPosition += origin.length + 1;
  units.push({ base, end: base + unit.words.length, position, origin, ranges: unit.ranges, positions: undefined });

  const names = unit.names.map((name) => symbols.ofName(name));
  const strings = unit.strings.map((text) => string(text));
  const paths = unit.paths.map((written) =>
    path(
      written.startsWith("~/")
        ? resolvePath("/", `${origin.home}${written.slice(1)}`)
        : resolvePath(origin.folder, written),
    ),
  );
  const { links } = unit;
  for (let index = 0; index < links.length; index += 3) {
    const target = links[index + 2]!;
    heap[base + links[index]!] = resolve(links[index + 1]!, target);
  }
  for (const { names: shapeNames, offsets, record } of unit.shapes) {
    linkShape(
      base + record,
      shapeNames.map((name) => names[name]!),
      offsets,
      position,
    );
  }
  return base + unit.entry;

  function resolve(kind: number, target: number): number {
    switch (kind) {
      case LINK_SYMBOL:
        return names[target]!;
      case LINK_STRING:
        return strings[target]!;
      case LINK_PATH:
        return paths[target]!;
      case LINK_GLOBAL:
        return globalValue(unit.names[target]!);
      case LINK_INTEGER:
        return bigInteger(unit.integers[target]!);
      case LINK_FLOAT:
        return float(unit.floats[target]!);
      case LINK_POSITION:
        return position + target;
      default:
        throw new Error(`link of kind ${kind}`);
    }
  }
}

/** Gives an attribute set's record its shape, and each of its values the slot in it. */
function linkShape(record: Code, names: readonly number[], offsets: readonly number[], position: number): void {
  const order = names.map((_, index) => index).toSorted((a, b) => names[a]! - names[b]!);
  const shape = makeShape(
    Int32Array.from(order, (index) => names[index]!),
    Int32Array.from(order, (index) => position + offsets[index]!),
  );
  heap[record + 1] = shape.id;
  const firstValue = record + 4 + heap[record + 2]!;
  names.forEach((symbol, index) => {
    heap[firstValue + index * 2 + 1] = slotOf(shape, symbol);
  });
}

// ---- where code and attributes come from

export interface SourcePlace {
  readonly origin: Origin;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** The range that a record was made from. */
export function placeOfCode(code: Code): SourcePlace | undefined {
  const unit = find((each) => each.base <= code);
  if (unit === undefined || code >= unit.end) return undefined;
  const { ranges } = unit;
  let low = 0;
  let high = ranges.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ranges[middle * 3]! <= code - unit.base) low = middle;
    else high = middle - 1;
  }
  return place(unit, ranges[low * 3 + 1]!, ranges[low * 3 + 2]!);
}

/** The place of a position, which is that of one byte. */
export function placeOfPosition(position: number): SourcePlace | undefined {
  if (position === 0) return undefined;
  const unit = find((each) => each.position <= position);
  return unit === undefined ? undefined : place(unit, position - unit.position, position - unit.position + 1);
}

function find(holds: (unit: LinkedUnit) => boolean): LinkedUnit | undefined {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(units[middle]!)) low = middle + 1;
    else high = middle;
  }
  return units[low - 1];
}

function place(unit: LinkedUnit, start: number, end: number): SourcePlace {
  unit.positions ??= new Positions(unit.origin.source());
  return { origin: unit.origin, start, end, ...unit.positions.at(start) };
}

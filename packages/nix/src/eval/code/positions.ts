/** Positions as values and as texts. */

import { delayCall } from "../machine/applications.ts";
import { builtinValue } from "../machine/builtin.ts";
import { fileOf } from "../files/core-files.ts";
import { ATTRS, ATTRS_HEADER, allocate, type Handle, heap, integer, NULL, bigIntegerValue } from "../memory/heap.ts";
import { placeOfPosition } from "./link.ts";
import { internShape } from "../memory/shapes.ts";
import { string, symbols } from "../memory/strings.ts";

/** A set with values for names. Attributes have no position. */
export function attrsOf(values: Readonly<Record<string, Handle>>): Handle {
  const entries = Object.entries(values)
    .map(([name, value]) => ({ symbol: symbols.ofName(name), value }))
    .toSorted((a, b) => a.symbol - b.symbol);
  const address = allocate(entries.length + ATTRS_HEADER);
  heap[address] = internShape(Int32Array.from(entries, ({ symbol }) => symbol)).id;
  heap[address + 1] = 0;
  entries.forEach(({ value }, index) => (heap[address + ATTRS_HEADER + index] = value));
  return (address << 3) | ATTRS;
}

/** Nix counts lines and columns only when somebody asks for them. */
const lineOf = counted("line");
const columnOf = counted("column");

function counted(name: "line" | "column"): Handle {
  return builtinValue({
    name,
    arity: 1,
    apply: (position) => integer(placeOfPosition(Number(bigIntegerValue(position)))![name]),
  });
}

/** A position as `__curPos` and `unsafeGetAttrPos` give it: null unless it is in a file. */
export function positionValue(position: number): Handle {
  const place = placeOfPosition(position);
  const file = place === undefined ? undefined : fileOf(place.origin);
  if (place === undefined || file === undefined) return NULL;
  const offset = integer(position);
  return attrsOf({ file: string(file), line: delayCall(lineOf, offset), column: delayCall(columnOf, offset) });
}

/** `file:line:column`, as messages have it. */
export function positionText(position: number): string {
  const place = placeOfPosition(position);
  return place === undefined ? "«none»" : `${place.origin.name}:${place.line}:${place.column}`;
}

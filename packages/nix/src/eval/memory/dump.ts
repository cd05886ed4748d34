/**
 * What lies in the heap as text, for debugging: every kind of value, environments, and (in `dump-code.ts`) code. Nothing is
 * evaluated, and nothing here is shown to users. A wrong word is found by seeing it: all words of the heap are numbers.
 */

import { builtinOf } from "../machine/builtin.ts";
import { codeTitle } from "./dump-code.ts";
import {
  ATTRS,
  bigIntegerValue,
  BOOLEAN_KIND,
  BUILTIN_KIND,
  type Environment,
  FLOAT_KIND,
  floatValue,
  FUNCTION,
  type Handle,
  heap,
  INTEGER,
  kindOf,
  LARGE_INTEGER_KIND,
  LIST,
  listElement,
  listLength,
  NULL_KIND,
  PARTIAL_KIND,
  PATH,
  STRING,
  THUNK,
  TRUE,
} from "./heap.ts";
import { quoteString } from "../../syntax/quote.ts";
import { contextElements } from "./contexts.ts";
import { contextOf, pathOf, symbols, textOf } from "./strings.ts";
import { shapeOfSet, slotsInOrder, valueAt } from "./values.ts";

/** A value, and those in it as many levels deep. */
export function dump(handle: Handle, levels = 2): string {
  const address = handle >>> 3;
  switch (handle & 7) {
    case THUNK:
      return dumpThunk(address, levels);
    case INTEGER:
      return `integer ${handle >> 3}`;
    case STRING: {
      const context = contextElements(contextOf(handle));
      return `string #${address} ${quoteString(textOf(handle))}${context.length === 0 ? "" : ` {${context.join(" ")}}`}`;
    }
    case PATH:
      return `path #${address} ${pathOf(handle)}`;
    case FUNCTION:
      return `function @${address}: ${codeTitle(heap[address]!)} in environment @${heap[address + 1]!}`;
    case LIST:
      return withMembers(
        `list @${address} of ${listLength(handle)}`,
        levels,
        Array.from({ length: listLength(handle) }, (_, index) => [String(index), listElement(handle, index)]),
      );
    case ATTRS: {
      const { id, symbols: names } = shapeOfSet(handle);
      return withMembers(
        `set @${address} of shape ${id}`,
        levels,
        Array.from(slotsInOrder(handle), (slot) => [symbols.name(names[slot]!), valueAt(handle, slot)]),
      );
    }
    default:
      return dumpOther(handle, levels);
  }
}

/** An environment and those around it. How many values it has is known only to the code that made it. */
export function dumpEnvironment(environment: Environment, count: number, levels = 1): string {
  const slots = Array.from({ length: count }, (_, slot): [string, Handle] => [
    `slot ${slot}`,
    heap[environment + 1 + slot]!,
  ]);
  return withMembers(`environment @${environment} in @${heap[environment]}`, levels + 1, slots);
}

function dumpThunk(cell: number, levels: number): string {
  // a slot of a `let` whose values are just being made
  if (cell === 0) return "nothing yet";
  const code = heap[cell]!;
  if (code === 0) return `thunk @${cell} → ${dump(heap[cell + 1]!, levels)}`;
  const state = code < 0 ? "under evaluation" : "not evaluated";
  return `thunk @${cell} ${state}: ${codeTitle(Math.abs(code))} in environment @${heap[cell + 1]!}`;
}

function dumpOther(handle: Handle, levels: number): string {
  const address = handle >>> 3;
  switch (kindOf(handle)) {
    case NULL_KIND:
      return "null";
    case BOOLEAN_KIND:
      return handle === TRUE ? "true" : "false";
    case LARGE_INTEGER_KIND:
      return `integer @${address} ${bigIntegerValue(handle)}`;
    case FLOAT_KIND:
      return `float @${address} ${floatValue(handle)}`;
    case BUILTIN_KIND:
      return `builtin ${builtinOf(handle).name}`;
    case PARTIAL_KIND: {
      const given = heap[address + 4]!;
      const title = `builtin @${address} ${builtinOf(handle).name} with ${given} of ${builtinOf(handle).arity} arguments`;
      return withMembers(
        title,
        levels,
        Array.from({ length: given }, (_, index) => [String(index), heap[address + 5 + index]!]),
      );
    }
    default:
      return `no kind (${kindOf(handle)}) @${address}`;
  }
}

function withMembers(title: string, levels: number, members: readonly (readonly [string, Handle])[]): string {
  if (levels <= 1 || members.length === 0) return title;
  const lines = members.map(([name, value]) => `${name} = ${dump(value, levels - 1)}`);
  return [title, ...lines.flatMap((each) => each.split("\n")).map((line) => `  ${line}`)].join("\n");
}

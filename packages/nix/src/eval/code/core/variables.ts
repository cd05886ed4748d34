/** Names that stand for values. */

import { heap } from "../../../syntax/memory.ts";
import { meetImplied } from "../file-names.ts";
import * as Op from "../code.ts";
import { put, putGlobal, putName, record } from "./records.ts";
import { GLOBAL, levelOf, meaningOf, NO_VARIABLE, slotOf } from "./scopes.ts";
import { CURRENT_POSITION, IMPLIED, LEVEL, refuse, WITH_COUNT, WITHS } from "./state.ts";
import { startOf } from "./tree.ts";

export function variable(name: number, ref: number): number {
  const meaning = meaningOf(name);
  if (meaning === GLOBAL) return name === heap[IMPLIED + CURRENT_POSITION] ? currentPosition(ref) : global(name, ref);
  if (meaning === NO_VARIABLE) return unbound(name, ref);
  const depth = heap[LEVEL]! - levelOf(meaning);
  if (depth === 0) return local(slotOf(meaning), ref);
  const address = record(Op.OUTER, 2, ref);
  put(address + 1, depth);
  put(address + 2, slotOf(meaning));
  return address;
}

/** The number of a name that the grammar implies. */
export function implied(which: number): number {
  const known = heap[IMPLIED + which]!;
  return known < 0 ? meetImplied(which) : known;
}

export function local(slot: number, ref: number): number {
  const address = record(Op.LOCAL, 1, ref);
  put(address + 1, slot);
  return address;
}

function global(name: number, ref: number): number {
  const address = record(Op.CONSTANT, 1, ref);
  putGlobal(address + 1, name);
  return address;
}

function currentPosition(ref: number): number {
  const address = record(Op.CURRENT_POSITION, 1, ref);
  put(address + 1, startOf(ref));
  return address;
}

/** A name that nothing defines: to be looked up in the `with`s, if there are any. */
export function unbound(name: number, ref: number): number {
  const count = heap[WITH_COUNT]!;
  if (count === 0) {
    refuse();
    const address = record(Op.UNDEFINED, 1, ref);
    putName(address + 1, name);
    return address;
  }
  const address = record(Op.WITH_LOOKUP, 2 + count, ref);
  putName(address + 1, name);
  put(address + 2, count);
  const withs = heap[WITHS]!;
  for (let index = 0; index < count; index++) put(address + 2 + count - index, heap[LEVEL]! - heap[withs + index]!);
  return address;
}

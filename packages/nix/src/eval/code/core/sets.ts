/** Attribute sets and `let`. */

import { heap } from "../../../syntax/memory.ts";
import * as Op from "../code.ts";
import { expression } from "./expressions.ts";
import { tableOf } from "./merge.ts";
import { addOffset, put, putName, putPosition, record, wait, waiting, waitWith } from "./records.ts";
import { bind, closeScope, GLOBAL, meaningOf, openScope } from "./scopes.ts";
import { select } from "./selections.ts";
import {
  CURRENT_POSITION,
  FUNCTION_NAME,
  IMPLIED,
  LEVEL,
  OFFSET_COUNT,
  OVERRIDES,
  PENDING_COUNT,
  refuse,
} from "./state.ts";
import {
  ADDRESS,
  DEFINITION_COUNT,
  DYNAMIC_COUNT,
  firstDefinition,
  firstDynamic,
  firstSource,
  FROM_OUTSIDE,
  FROM_SOURCE,
  get,
  IS_TABLE,
  NAME,
  NAME_REF,
  next,
  ORIGIN,
  RECURSIVE,
  REF,
  set,
  SOURCE_COUNT,
  SOURCE_INDEX,
  SOURCE_REF,
  VALUE,
} from "./tables.ts";
import { childAt, startOf } from "./tree.ts";
import { local, unbound, variable } from "./variables.ts";

export function letIn(ref: number): number {
  const table = tableOf(ref);
  if (get(table, DYNAMIC_COUNT) > 0) refuse();
  const scope = openScope();
  const from = recursiveValues(table);
  const body = expression(childAt(ref, 0));
  heap[LEVEL]!--;
  closeScope(scope);
  const sources = get(table, SOURCE_COUNT);
  const values = get(table, DEFINITION_COUNT);
  const address = record(Op.LET, 3 + sources + values, ref);
  put(address + 1, body - address);
  put(address + 2, sources);
  put(address + 3, values);
  putSources(address + 4, from, sources, address);
  for (let index = 0; index < values; index++) {
    put(address + 4 + sources + index, valueWord(from + sources, index, address));
  }
  heap[PENDING_COUNT] = from;
  return address;
}

/** The record of a table that is complete. */
export function tableRecord(table: number, ref: number): number {
  if (get(table, RECURSIVE) === 0) return finishTable(Op.ATTRS, table, values(table, false), ref);
  const scope = openScope();
  const address = finishTable(Op.REC_ATTRS, table, recursiveValues(table), ref);
  heap[LEVEL]!--;
  closeScope(scope);
  return address;
}

/** The record of a set of which the sources and the values have waited since there were `from`. */
function finishTable(op: number, table: number, from: number, ref: number): number {
  const sources = get(table, SOURCE_COUNT);
  const count = get(table, DEFINITION_COUNT);
  const behind = heap[PENDING_COUNT]!;
  // computed attributes are evaluated where the values of the set are
  for (let each = firstDynamic(table); each !== 0; each = next(each)) {
    const computed = expression(get(each, NAME_REF));
    waitWith(computed, value(each, -1));
  }

  const address = record(op, 4 + sources + count * 2, ref);
  put(address + 1, -1);
  put(address + 2, sources);
  put(address + 3, count);
  put(address + 4, heap[OFFSET_COUNT]!);
  putSources(address + 5, from, sources, address);
  let word = address + 5 + sources;
  let index = 0;
  for (let each = firstDefinition(table); each !== 0; each = next(each)) {
    put(word, valueWord(from + sources, index++, address));
    putName(word + 1, get(each, NAME)); // the slot, once the shape is known
    addOffset(startOf(get(each, NAME_REF)));
    word += 2;
  }
  const overrides = op === Op.REC_ATTRS ? indexOf(table, heap[IMPLIED + OVERRIDES]!) : -1;
  const isWhole = get(table, DYNAMIC_COUNT) === 0 && overrides < 0;
  const whole = isWhole ? address : computedAttrs(address, table, overrides, behind, ref);
  heap[PENDING_COUNT] = from;
  return whole;
}

/** Which definition of a table a name has; -1 for none. */
function indexOf(table: number, name: number): number {
  if (name < 0) return -1;
  let index = 0;
  for (let each = firstDefinition(table); each !== 0; each = next(each)) {
    if (get(each, NAME) === name) return index;
    index++;
  }
  return -1;
}

/** The record around that of a set: the names and values of its computed attributes have waited since there were `from`. */
function computedAttrs(attrs: number, table: number, overrides: number, from: number, ref: number): number {
  const count = get(table, DYNAMIC_COUNT);
  const address = record(Op.COMPUTED_ATTRS, 3 + count * 3, ref);
  put(address + 1, attrs - address);
  put(address + 2, overrides);
  put(address + 3, count);
  let word = address + 4;
  let place = from;
  for (let each = firstDynamic(table); each !== 0; each = next(each)) {
    put(word, waiting(place) - address);
    put(word + 1, waiting(place + 1) - address);
    putPosition(word + 2, startOf(get(each, NAME_REF)));
    word += 3;
    place += 2;
  }
  return address;
}

function putSources(word: number, from: number, count: number, address: number): void {
  for (let index = 0; index < count; index++) put(word + index, waiting(from + index) - address);
}

function valueWord(from: number, index: number, address: number): number {
  const place = from + index * 2;
  return ((waiting(place) - address) << 2) | waiting(place + 1);
}

/** As for {@link values}, of a `let` or a recursive set. Leaves its environment open: the body may follow. */
function recursiveValues(table: number): number {
  // `inherit a;` means the `a` outside, so it is compiled before the names of the set exist
  for (let each = firstDefinition(table); each !== 0; each = next(each)) {
    if (get(each, ORIGIN) === FROM_OUTSIDE) set(each, ADDRESS, inherited(each));
  }
  const level = heap[LEVEL]! + 1;
  heap[LEVEL] = level;
  let slot = 0;
  for (let each = firstDefinition(table); each !== 0; each = next(each)) bind(get(each, NAME), level, slot++);
  return values(table, true);
}

/**
 * Has the sources of a set wait, and then of each of its values the address and where it is evaluated; returns how many
 * waited before. What is inherited may be compiled already.
 */
function values(table: number, isRecursive: boolean): number {
  const from = heap[PENDING_COUNT]!;
  for (let each = firstSource(table); each !== 0; each = next(each)) wait(expression(get(each, SOURCE_REF)));
  for (let each = firstDefinition(table); each !== 0; each = next(each)) {
    const origin = get(each, ORIGIN);
    if (origin === FROM_OUTSIDE) {
      if (isRecursive) waitWith(get(each, ADDRESS), Op.IN_OUTER);
      else waitWith(inherited(each), Op.IN_OWN);
    } else if (origin === FROM_SOURCE) {
      const ref = get(each, NAME_REF);
      const source = local(get(each, SOURCE_INDEX), ref);
      waitWith(select(source, get(each, NAME), ref), Op.IN_SOURCES);
    } else waitWith(value(each, get(each, NAME)), Op.IN_OWN);
  }
  return from;
}

/** The value of a definition or of a computed attribute. */
function value(record: number, name: number): number {
  const written = get(record, VALUE);
  if (get(record, IS_TABLE) === 1) return tableRecord(written, get(written, REF));
  heap[FUNCTION_NAME] = name;
  return expression(written);
}

function inherited(definition: number): number {
  const name = get(definition, NAME);
  const ref = get(definition, NAME_REF);
  // `__curPos` is no variable but an expression of its own, which `inherit` does not know
  const isPosition = name === heap[IMPLIED + CURRENT_POSITION] && meaningOf(name) === GLOBAL;
  return isPosition ? unbound(name, ref) : variable(name, ref);
}

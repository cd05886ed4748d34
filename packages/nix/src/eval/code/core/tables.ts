/**
 * Attribute sets as Nix means them. `{ a.b = 1; a.c = 2; }` is written with two bindings and has one attribute. A set is a
 * table of definitions while it is put together (`merge.ts`); tables, definitions and the like are records in an arena, whose
 * addresses begin at 1 and lead from one to the next.
 */

import { heap } from "../../../syntax/memory.ts";
import { roomInArena } from "../room.ts";
import { ARENA, ARENA_USED, WORDS } from "./state.ts";

// ---- a table

/** The node that opened the set: an `AttrSet`, a `Let`, or the attribute path that implies it. */
export const REF = 0;
/** Whether the values see the names. Of sets that are merged, the first one decides. */
export const RECURSIVE = 1;
/** Of each list the first, the count, and the last. */
const DEFINITIONS = 2;
export const DEFINITION_COUNT = 3;
const DYNAMICS = 5;
export const DYNAMIC_COUNT = 6;
const LAST_DYNAMIC = 7;
/** The expressions in `inherit (…)`, in order. */
const SOURCES = 8;
export const SOURCE_COUNT = 9;
const LAST_SOURCE = 10;
/** Definitions by their names, of a larger table: open addressing. */
const INDEX = 11;
const INDEX_SIZE = 12;
const TABLE_WORDS = 13;

// ---- a definition; all that are in lists begin with the next one

const NEXT = 0;
export const NAME = 1;
/** Where the attribute gets its name: the node or token of the name, or of the path that begins with it. */
export const NAME_REF = 2;
export const ORIGIN = 3;
/** The value as it is written, or a table; for the two kinds of `inherit` the name again. */
export const VALUE = 4;
export const IS_TABLE = 5;
/** The index of the source of an `inherit (…)`. */
export const SOURCE_INDEX = 6;
/** Where its record is, of one that is compiled before the others. */
export const ADDRESS = 7;
const DEFINITION_WORDS = 8;

export const FROM_VALUE = 0;
export const FROM_OUTSIDE = 1;
export const FROM_SOURCE = 2;

// ---- an attribute whose name is computed: NAME_REF, VALUE and IS_TABLE lie as they do in a definition

const DYNAMIC_WORDS = 6;

// ---- a source

export const SOURCE_REF = 1;
const SOURCE_WORDS = 2;

/** Above this many attributes a table keeps an index. */
const SMALL = 12;

export function get(record: number, field: number): number {
  return heap[heap[ARENA]! + record + field]!;
}

export function set(record: number, field: number, value: number): void {
  heap[heap[ARENA]! + record + field] = value;
}

function allocate(words: number): number {
  const record = heap[ARENA_USED]!;
  const used = record + words;
  // the code lies behind the arena, and is moved if need be
  if (heap[ARENA]! + used > heap[WORDS]!) roomInArena(used);
  heap[ARENA_USED] = used;
  heap.fill(0, heap[ARENA]! + record, heap[ARENA]! + used);
  return record;
}

export function makeTable(ref: number, isRecursive: boolean): number {
  const table = allocate(TABLE_WORDS);
  set(table, REF, ref);
  set(table, RECURSIVE, isRecursive ? 1 : 0);
  return table;
}

export function firstDefinition(table: number): number {
  return get(table, DEFINITIONS);
}

export function firstDynamic(table: number): number {
  return get(table, DYNAMICS);
}

export function firstSource(table: number): number {
  return get(table, SOURCES);
}

/** What follows in the same list; 0 behind the last. */
export function next(record: number): number {
  return get(record, NEXT);
}

/** Puts a record, or a whole list, at the end of a list: its first, count and last are three fields of a table. */
function append(table: number, list: number, first: number, last: number, count: number): void {
  if (get(table, list + 1) === 0) set(table, list, first);
  else set(get(table, list + 2), NEXT, first);
  set(table, list + 1, get(table, list + 1) + count);
  set(table, list + 2, last);
}

export function addDefinition(
  table: number,
  name: number,
  ref: number,
  origin: number,
  value: number,
  isTable: boolean,
  source: number,
): void {
  const definition = allocate(DEFINITION_WORDS);
  set(definition, NAME, name);
  set(definition, NAME_REF, ref);
  set(definition, ORIGIN, origin);
  set(definition, VALUE, value);
  set(definition, IS_TABLE, isTable ? 1 : 0);
  set(definition, SOURCE_INDEX, source);
  append(table, DEFINITIONS, definition, definition, 1);
  if (get(table, DEFINITION_COUNT) > SMALL) addToIndex(table, definition);
}

export function addDynamic(table: number, name: number, value: number, isTable: boolean): void {
  const dynamic = allocate(DYNAMIC_WORDS);
  set(dynamic, NAME_REF, name);
  set(dynamic, VALUE, value);
  set(dynamic, IS_TABLE, isTable ? 1 : 0);
  append(table, DYNAMICS, dynamic, dynamic, 1);
}

export function addSource(table: number, ref: number): void {
  const source = allocate(SOURCE_WORDS);
  set(source, SOURCE_REF, ref);
  append(table, SOURCES, source, source, 1);
}

/** The sources of another table and its computed attributes come behind those of this one. */
export function moveRest(from: number, into: number): void {
  if (get(from, DYNAMIC_COUNT) > 0)
    append(into, DYNAMICS, get(from, DYNAMICS), get(from, LAST_DYNAMIC), get(from, DYNAMIC_COUNT));
  if (get(from, SOURCE_COUNT) > 0)
    append(into, SOURCES, get(from, SOURCES), get(from, LAST_SOURCE), get(from, SOURCE_COUNT));
}

/** The definition of a name; 0 if there is none. */
export function find(table: number, name: number): number {
  const index = get(table, INDEX);
  if (index === 0) {
    let definition = firstDefinition(table);
    while (definition !== 0 && get(definition, NAME) !== name) definition = next(definition);
    return definition;
  }
  return get(index, placeInIndex(table, name));
}

/** Where a name is in the index, or would be. */
function placeInIndex(table: number, name: number): number {
  const index = get(table, INDEX);
  const mask = get(table, INDEX_SIZE) - 1;
  let place = Math.imul(name, 0x9e37_79b1 | 0) & mask;
  for (;;) {
    const there = get(index, place);
    if (there === 0 || get(there, NAME) === name) return place;
    place = (place + 1) & mask;
  }
}

function addToIndex(table: number, definition: number): void {
  const count = get(table, DEFINITION_COUNT);
  if (count * 2 <= get(table, INDEX_SIZE)) {
    set(get(table, INDEX), placeInIndex(table, get(definition, NAME)), definition);
    return;
  }
  let size = 64;
  while (size < count * 4) size *= 2;
  const index = allocate(size);
  set(table, INDEX, index);
  set(table, INDEX_SIZE, size);
  for (let each = firstDefinition(table); each !== 0; each = next(each)) {
    set(index, placeInIndex(table, get(each, NAME)), each);
  }
}

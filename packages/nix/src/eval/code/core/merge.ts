/**
 * From the bindings of a set to its attributes: paths are unfolded, and literal sets of one name are merged. The rules are those
 * of Nix's parser, its surprises included; `syntax/scope/merge.ts` has them once more, where mistakes are told.
 */

import * as Node from "../../../syntax/node.ts";
import * as Token from "../../../syntax/token.ts";
import { kindOfToken } from "../../../syntax/token-columns.ts";
import { refuse } from "./state.ts";
import {
  addDefinition,
  addDynamic,
  addSource,
  find,
  firstDefinition,
  FROM_OUTSIDE,
  FROM_SOURCE,
  FROM_VALUE,
  get,
  IS_TABLE,
  makeTable,
  moveRest,
  NAME,
  NAME_REF,
  next,
  ORIGIN,
  set,
  SOURCE_COUNT,
  SOURCE_INDEX,
  VALUE,
} from "./tables.ts";
import { childAt, childCount, firstToken, kindOf, nameOfAttribute } from "./tree.ts";

/** The attributes of an `AttrSet`, a `LegacyLet` or a `Let`. */
export function tableOf(ref: number): number {
  const kind = kindOf(ref);
  const table = makeTable(ref, kind !== Node.AttrSet || kindOfToken(firstToken(ref)) === Token.Rec);
  // the first child of a `Let` is its body
  for (let index = kind === Node.Let ? 1 : 0, count = childCount(ref); index < count; index++) {
    const binding = childAt(ref, index);
    if (kindOf(binding) === Node.Binding) addBinding(table, binding);
    else addInherit(table, binding);
  }
  return table;
}

function addBinding(outer: number, binding: number): void {
  let table = outer;
  const path = childAt(binding, 0);
  const value = childAt(binding, 1);
  const last = childCount(path) - 1;
  for (let index = 0; index < last; index++) {
    const part = childAt(path, index);
    const name = nameOfAttribute(part);
    const existing = name < 0 ? 0 : find(table, name);
    if (existing !== 0) {
      table = asTable(existing);
      if (table === 0) return refuse();
      continue;
    }
    const nested = makeTable(path, false);
    if (name < 0) addDynamic(table, part, nested, true);
    else addDefinition(table, name, path, FROM_VALUE, nested, true, 0);
    table = nested;
  }
  const part = childAt(path, last);
  const name = nameOfAttribute(part);
  if (name < 0) addDynamic(table, part, value, false);
  else define(table, name, path, FROM_VALUE, value, false, 0);
}

/** Adds a definition, merging two literal sets of one name. */
function define(
  table: number,
  name: number,
  ref: number,
  origin: number,
  value: number,
  isTable: boolean,
  source: number,
): void {
  const existing = find(table, name);
  if (existing === 0) return addDefinition(table, name, ref, origin, value, isTable, source);
  const from = isTable ? value : origin === FROM_VALUE ? tableBehind(value) : 0;
  const into = from === 0 ? 0 : asTable(existing);
  if (into === 0) return refuse();
  const sources = get(into, SOURCE_COUNT);
  for (let each = firstDefinition(from); each !== 0; each = next(each)) {
    const moved = get(each, SOURCE_INDEX) + (get(each, ORIGIN) === FROM_SOURCE ? sources : 0);
    const isNested = get(each, IS_TABLE) === 1;
    define(into, get(each, NAME), get(each, NAME_REF), get(each, ORIGIN), get(each, VALUE), isNested, moved);
  }
  moveRest(from, into);
}

function addInherit(table: number, inherit: number): void {
  const from = childAt(inherit, 0);
  if (from !== 0) addSource(table, from);
  for (let index = 1, count = childCount(inherit); index < count; index++) {
    const ref = childAt(inherit, index);
    const name = nameOfAttribute(ref);
    if (name < 0 || find(table, name) !== 0) return refuse();
    const origin = from === 0 ? FROM_OUTSIDE : FROM_SOURCE;
    addDefinition(table, name, ref, origin, ref, false, get(table, SOURCE_COUNT) - 1);
  }
}

/** The table of a definition whose value is a literal set, made when it is first needed; 0 if it is something else. */
function asTable(definition: number): number {
  if (get(definition, IS_TABLE) === 1) return get(definition, VALUE);
  if (get(definition, ORIGIN) !== FROM_VALUE) return 0;
  const table = tableBehind(get(definition, VALUE));
  if (table === 0) return 0;
  set(definition, VALUE, table);
  set(definition, IS_TABLE, 1);
  return table;
}

/** The table of the literal set that an expression is; parentheses do not count. */
function tableBehind(expression: number): number {
  let ref = expression;
  while (kindOf(ref) === Node.Paren) ref = childAt(ref, 0);
  return kindOf(ref) === Node.AttrSet ? tableOf(ref) : 0;
}

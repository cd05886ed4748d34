/**
 * Where a value goes in a tree of tables, and whether it may. TOML allows a table to be defined once only, but from
 * several sides: `[a.b]` makes `a` as well and leaves it open for `[a]`, `a.b = 1` makes `a` for the keys beside it
 * only, and what stands between braces or brackets is complete.
 */

import { TomlProblem, type TomlSource } from "./problem.ts";
import { emptyTable, type Span, type TomlNode, type TomlTable } from "./value.ts";

export interface Insertion {
  readonly source: TomlSource;
  readonly keys: readonly string[];
  /** Where the key or the header is written. */
  readonly span: Span;
}

/** `a.b = value` @throws {TomlProblem} */
export function insertValue(root: TomlTable, insertion: Insertion, value: TomlNode): void {
  const { table, key } = descend(root, insertion, "dotted");
  const found = table.entries.get(key);
  if (found !== undefined) {
    const title = "failed to insert a value, value already exists";
    throw conflict(insertion, title, "inserting this", found, "but value already exists");
  }
  table.entries.set(key, value);
}

/** `[a.b]`: the table, new or open until now. @throws {TomlProblem} */
export function insertTable(root: TomlTable, insertion: Insertion): TomlTable {
  const { table, key } = descend(root, insertion, "implicit");
  const found = table.entries.get(key);
  if (found === undefined) {
    const created = emptyTable("header");
    table.entries.set(key, { value: created, span: insertion.span });
    return created;
  }
  if (found.value.kind !== "table" || found.value.form !== "implicit") {
    const title = "failed to insert a table, table already defined";
    throw conflict(insertion, title, "inserting this", found, "this table is explicitly defined");
  }
  found.value.form = "header";
  found.span = insertion.span;
  return found.value;
}

/** `[[a.b]]`: one more table at the end of the array. @throws {TomlProblem} */
export function insertElement(root: TomlTable, insertion: Insertion): TomlTable {
  const { table, key } = descend(root, insertion, "implicit");
  const element = { value: emptyTable("header"), span: insertion.span };
  const found = table.entries.get(key);
  if (found === undefined) {
    const array = { kind: "array", form: "headers", elements: [element] } as const;
    table.entries.set(key, { value: { ...array, elements: [element] }, span: insertion.span });
    return element.value;
  }
  if (!isArrayOfTables(found)) {
    const title = "failed to insert an array of tables, value already exists";
    throw conflict(insertion, title, "while inserting this", found, "non-table value already exists");
  }
  if (found.value.form !== "headers") {
    const title = "failed to insert a table, inline array of tables is immutable";
    throw conflict(insertion, title, "while inserting this", found, "this is inline array-of-tables");
  }
  found.value.elements.push(element);
  return element.value;
}

/** The table in which the last key goes. Tables on the way that are not there yet are made. */
function descend(
  root: TomlTable,
  insertion: Insertion,
  made: "dotted" | "implicit",
): { readonly table: TomlTable; readonly key: string } {
  let table = root;
  for (const key of insertion.keys.slice(0, -1)) {
    const found = table.entries.get(key);
    if (found === undefined) {
      const created = emptyTable(made);
      table.entries.set(key, { value: created, span: insertion.span });
      table = created;
    } else table = enter(insertion, found, made);
  }
  return { table, key: insertion.keys.at(-1)! };
}

/** The table that a value on the way is, or ends with. */
function enter(insertion: Insertion, found: TomlNode, made: "dotted" | "implicit"): TomlTable {
  if (found.value.kind === "table") {
    if (found.value.form === "inline") {
      const title = "failed to insert a value: inline table is immutable";
      throw conflict(insertion, title, "inserting this", found, "to this table");
    }
    if (made === "dotted" && found.value.form !== "dotted") {
      const title = "reopening a table using dotted keys";
      throw conflict(insertion, title, "dotted key cannot reopen a table", found, "this table is already closed");
    }
    return found.value;
  }
  if (!isArrayOfTables(found)) {
    const title = "failed to insert a value, value already exists";
    throw conflict(insertion, title, "while inserting this", found, "non-table value already exists");
  }
  // the library's words have no blank behind the colon here
  if (found.value.form !== "headers") {
    const title = "inline array of tables are immutable";
    throw conflict(insertion, title, "inserting this", found, "inline array of tables", "");
  }
  if (made === "dotted") {
    const title = "dotted key cannot reopen an array-of-tables";
    throw conflict(insertion, title, "inserting this", found, "to this array-of-tables.", "");
  }
  return found.value.elements.at(-1)!.value as TomlTable;
}

function isArrayOfTables(node: TomlNode): node is TomlNode<Extract<TomlNode["value"], { kind: "array" }>> {
  if (node.value.kind !== "array" || node.value.elements.length === 0) return false;
  return node.value.elements.every(({ value }) => value.kind === "table");
}

function conflict(
  { source, span }: Insertion,
  title: string,
  remark: string,
  found: TomlNode,
  foundRemark: string,
  blank = " ",
): TomlProblem {
  return new TomlProblem(`toml::insert_value:${blank}${title}`, [
    { source, place: span, text: remark },
    { source, place: found.span, text: foundRemark },
  ]);
}

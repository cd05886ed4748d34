/** Putting values into tables, and the rules of TOML on what may be added to what. */

import type { Key } from "./keys.ts";
import { emptyTable, isArrayOfTables, type TomlNode, type TomlTable } from "./node.ts";
import { TomlProblem, type Place } from "./problem.ts";

/** Puts the value of `a.b.c = …` into the table that the key starts from. */
export function insertValue(root: TomlTable, key: Key, value: TomlNode): void {
  const table = descend(root, key, true);
  const name = key.parts.at(-1)!;
  const existing = table.entries.get(name);
  if (existing !== undefined) {
    fail(
      " failed to insert a value, value already exists",
      key,
      "inserting this",
      existing,
      "but value already exists",
    );
  }
  table.entries.set(name, value);
}

/** The table that a `[header]` opens: a new one, or one that only longer headers have made so far. */
export function openTable(root: TomlTable, key: Key): TomlTable {
  const parent = descend(root, key, false);
  const name = key.parts.at(-1)!;
  const existing = parent.entries.get(name);
  if (existing === undefined) {
    const table = emptyTable("header", key.region);
    parent.entries.set(name, table);
    return table;
  }
  if (existing.kind !== "table" || existing.made !== "longer-header") {
    const title = " failed to insert a table, table already defined";
    return fail(title, key, "inserting this", existing, "this table is explicitly defined");
  }
  existing.made = "header";
  existing.region = key.region;
  return existing;
}

/** The table that a `[[header]]` appends to its array. */
export function appendTable(root: TomlTable, key: Key): TomlTable {
  const parent = descend(root, key, false);
  const name = key.parts.at(-1)!;
  const existing = parent.entries.get(name);
  const table = emptyTable("header", key.region);
  if (existing === undefined) {
    parent.entries.set(name, { kind: "array", elements: [table], isOpen: true, region: key.region });
    return table;
  }
  if (!isArrayOfTables(existing)) {
    const title = " failed to insert an array of tables, value already exists";
    return fail(title, key, "while inserting this", existing, "non-table value already exists");
  }
  if (!existing.isOpen) {
    const title = " failed to insert a table, inline array of tables is immutable";
    return fail(title, key, "while inserting this", existing, "this is inline array-of-tables");
  }
  existing.elements.push(table);
  return table;
}

/** The table that holds the last part of a key. What is missing on the way is made. */
function descend(root: TomlTable, key: Key, isDotted: boolean): TomlTable {
  let table = root;
  for (const part of key.parts.slice(0, -1)) {
    const existing = table.entries.get(part);
    if (existing === undefined) {
      const made = emptyTable(isDotted ? "dotted-key" : "longer-header", key.region);
      table.entries.set(part, made);
      table = made;
    } else {
      table = enter(existing, key, isDotted);
    }
  }
  return table;
}

/** The table that a part of a key stands for; of an array of tables it is the last one. */
function enter(existing: TomlNode, key: Key, isDotted: boolean): TomlTable {
  if (existing.kind === "table") {
    if (existing.made === "inline") {
      const title = " failed to insert a value: inline table is immutable";
      return fail(title, key, "inserting this", existing, "to this table");
    }
    if (isDotted && existing.made !== "dotted-key") {
      const title = " reopening a table using dotted keys";
      return fail(title, key, "dotted key cannot reopen a table", existing, "this table is already closed");
    }
    return existing;
  }
  if (!isArrayOfTables(existing)) {
    const title = " failed to insert a value, value already exists";
    return fail(title, key, "while inserting this", existing, "non-table value already exists");
  }
  if (!existing.isOpen) {
    return fail("inline array of tables are immutable", key, "inserting this", existing, "inline array of tables");
  }
  if (isDotted) {
    const title = "dotted key cannot reopen an array-of-tables";
    return fail(title, key, "inserting this", existing, "to this array-of-tables.");
  }
  return existing.elements.at(-1) as TomlTable;
}

/** The blank before a title is part of it: the library forgets it in two of them. */
function fail(title: string, key: Key, note: string, existing: TomlNode, existingNote: string): never {
  const places: Place[] = [
    { region: key.region, note },
    { region: existing.region, note: existingNote },
  ];
  throw new TomlProblem({ title: `toml::insert_value:${title}`, places, hint: "" });
}

/** Setting one value of a plain document, in sets and lists that are there or are made for it. */

import { sopsError } from "../error.ts";
import { Branch, Comment, List, type Value } from "./tree.ts";
import { pathText } from "./walk.ts";

/** Names in sets, and places in lists, which count from zero. */
export type ValuePath = readonly (string | number)[];

/** A value as JavaScript has it. A whole number becomes an integer where the format tells them apart. */
export type NewValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly NewValue[]
  | { readonly [name: string]: NewValue };

export function setAt(branch: Branch, path: ValuePath, value: NewValue, integers: boolean): Branch {
  const [first] = path;
  if (typeof first !== "string") throw sopsError("sops-path", textOf(path));
  const changed = set(branch, path, 0, treeOf(value, integers));
  return changed instanceof Branch ? changed : branch;
}

function set(outer: Value | undefined, path: ValuePath, depth: number, value: Value): Value {
  const step = path[depth];
  if (step === undefined) return value;
  if (typeof step === "string") return setInBranch(outer ?? new Branch([]), step, path, depth, value);
  return setInList(outer ?? new List([]), step, path, depth, value);
}

function setInBranch(outer: Value, key: string, path: ValuePath, depth: number, value: Value): Value {
  if (!(outer instanceof Branch)) throw sopsError("sops-path", textOf(path.slice(0, depth + 1)));
  const index = outer.entries.findIndex((entry) => !(entry instanceof Comment) && entry.key === key);
  const old = outer.entries[index];
  const entry = { key, value: set(old instanceof Comment ? undefined : old?.value, path, depth + 1, value) };
  return new Branch(index === -1 ? [...outer.entries, entry] : outer.entries.with(index, entry));
}

function setInList(outer: Value, place: number, path: ValuePath, depth: number, value: Value): Value {
  const values = outer instanceof List ? outer.items.filter((item): item is Value => !(item instanceof Comment)) : [];
  if (!(outer instanceof List) || !Number.isInteger(place) || place < 0 || place > values.length) {
    throw sopsError("sops-path", textOf(path.slice(0, depth + 1)));
  }
  const changed = set(values[place], path, depth + 1, value);
  if (place === values.length) return new List([...outer.items, changed]);
  let seen = -1;
  return new List(outer.items.map((item) => (!(item instanceof Comment) && ++seen === place ? changed : item)));
}

function treeOf(value: NewValue, integers: boolean): Value {
  if (typeof value === "number") return integers && Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === "bigint") return integers ? value : Number(value);
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return new List(value.map((item) => treeOf(item, integers)));
  return new Branch(Object.entries(value).map(([key, inner]) => ({ key, value: treeOf(inner, integers) })));
}

function isList(value: object): value is readonly NewValue[] {
  return Array.isArray(value);
}

function textOf(path: ValuePath): string {
  return pathText(path.map(String));
}

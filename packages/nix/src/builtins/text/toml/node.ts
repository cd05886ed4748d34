/**
 * What is read, before it becomes a value: with the places it came from, and with how each table was made, which
 * decides what may still be added to it.
 */

import type { Int } from "../integers.ts";
import type { Region } from "./source.ts";

export type TomlNode = TomlScalar | TomlArray | TomlTable;

export type TomlScalar =
  | { readonly kind: "boolean"; readonly value: boolean; readonly region: Region }
  | { readonly kind: "integer"; readonly value: Int; readonly region: Region }
  | { readonly kind: "float"; readonly value: number; readonly isNegative: boolean; readonly region: Region }
  | { readonly kind: "string"; readonly value: string; readonly region: Region }
  /** As it is written again by the library that Nix reads TOML with. */
  | { readonly kind: "timestamp"; readonly value: string; readonly region: Region };

export interface TomlArray {
  readonly kind: "array";
  readonly elements: TomlNode[];
  /** Whether it is made of `[[headers]]`. */
  readonly isOpen: boolean;
  readonly region: Region;
}

export interface TomlTable {
  readonly kind: "table";
  readonly entries: Map<string, TomlNode>;
  made: TableOrigin;
  region: Region;
}

/** By its own `[header]`, by a longer header, by a dotted key, or by `{ … }`. */
export type TableOrigin = "header" | "longer-header" | "dotted-key" | "inline";

export function emptyTable(made: TableOrigin, region: Region): TomlTable {
  return { kind: "table", entries: new Map(), made, region };
}

/** Whether an array holds tables only, and at least one. */
export function isArrayOfTables(node: TomlNode): node is TomlArray {
  if (node.kind !== "array") return false;
  return node.isOpen || (node.elements.length > 0 && node.elements.every(({ kind }) => kind === "table"));
}

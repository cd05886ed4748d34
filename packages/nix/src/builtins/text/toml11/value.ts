/** What a TOML document says, as plain data. Strings and names are bytes, one to a character. */

export type TomlValue =
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number; readonly isNegativeNaN: boolean }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "timestamp"; readonly text: string }
  | TomlArray
  | TomlTable;

/** How an array came to be: `[ … ]` is complete, `[[ … ]]` can be continued. */
export interface TomlArray {
  readonly kind: "array";
  readonly form: "inline" | "headers";
  readonly elements: TomlNode[];
}

/**
 * How a table came to be, which decides how it can be continued: by its own header, by the header of a table inside of
 * it, by a dotted key, or between braces.
 */
export type TableForm = "header" | "implicit" | "dotted" | "inline";

export interface TomlTable {
  readonly kind: "table";
  form: TableForm;
  readonly entries: Map<string, TomlNode>;
}

/** A value and where it, or what made it, is written. */
export interface TomlNode<Value extends TomlValue = TomlValue> {
  readonly value: Value;
  span: Span;
}

/** A half-open range of offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function emptyTable(form: TableForm): TomlTable {
  return { kind: "table", form, entries: new Map() };
}

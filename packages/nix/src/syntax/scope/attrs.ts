/**
 * Attribute sets as Nix means them. `{ a.b = 1; a.c = 2; }` is written with two bindings and has one attribute; the pass
 * that finds this out comes before variables are resolved, because a set that is merged into a `rec` set sees its names.
 */

import type { Ref } from "../tree.ts";
import type { Symbol } from "../symbols.ts";

/** A value as it is written, or a set that came about by merging. */
export type AttrValue = Ref | AttrTable;

export interface AttrDefinition {
  readonly symbol: Symbol;
  /** Where the attribute gets its name: the node or token of the name, or of the path that begins with it. */
  readonly name: Ref;
  /**
   * `inherit a;` takes its value from the scope around the set, `inherit (from) a;` from one of the table's `sources`,
   * and everything else has the value that is written behind `=`.
   */
  readonly origin: "value" | "inherit" | "inherit-from";
  /** The value; for the two kinds of `inherit` the name again. */
  value: AttrValue;
  /** The index of the source of an `inherit-from`. */
  readonly source: number;
}

/** An attribute whose name is computed. */
export interface DynamicAttr {
  readonly name: Ref;
  readonly value: AttrValue;
}

/** Most tables have nothing but definitions, and there are many tables. */
const NONE: readonly never[] = [];

/** Above this many attributes a table keeps an index. */
const SMALL = 12;

export class AttrTable {
  /** Whether the values see the names. Of sets that are merged, the first one decides. */
  readonly recursive: boolean;
  /** The node that opened the set: an `AttrSet`, a `Let`, or the attribute path that implies it. */
  readonly ref: Ref;
  readonly definitions: AttrDefinition[] = [];
  #dynamic: DynamicAttr[] | undefined;
  #sources: Ref[] | undefined;
  #rejected: AttrValue[] | undefined;
  #index: Map<Symbol, AttrDefinition> | undefined;

  constructor(ref: Ref, recursive: boolean) {
    this.ref = ref;
    this.recursive = recursive;
  }

  get dynamic(): readonly DynamicAttr[] {
    return this.#dynamic ?? NONE;
  }

  /** The expressions in `inherit (…)`, in order. */
  get sources(): readonly Ref[] {
    return this.#sources ?? NONE;
  }

  /** Values of attributes that were defined already: they have no name and still their own mistakes. */
  get rejected(): readonly AttrValue[] {
    return this.#rejected ?? NONE;
  }

  addDynamic(attr: DynamicAttr): void {
    (this.#dynamic ??= []).push(attr);
  }

  addSource(source: Ref): void {
    (this.#sources ??= []).push(source);
  }

  reject(value: AttrValue): void {
    (this.#rejected ??= []).push(value);
  }

  find(symbol: Symbol): AttrDefinition | undefined {
    if (this.#index !== undefined) return this.#index.get(symbol);
    for (const definition of this.definitions) if (definition.symbol === symbol) return definition;
    return undefined;
  }

  add(definition: AttrDefinition): void {
    this.definitions.push(definition);
    if (this.#index !== undefined) this.#index.set(definition.symbol, definition);
    else if (this.definitions.length > SMALL) {
      this.#index = new Map(this.definitions.map((each) => [each.symbol, each]));
    }
  }
}

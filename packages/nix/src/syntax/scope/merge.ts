/**
 * From the bindings of a set to its attributes: paths are unfolded, literal sets of one name are merged, and what is
 * defined twice is reported. The rules are those of Nix's parser, its surprises included.
 */

import type { Diagnostics } from "../diagnostics.ts";
import { isKeyword } from "../keywords.ts";
import { syntaxMessages } from "../messages.ts";
import * as Node from "../node.ts";
import type { Symbol } from "../symbols.ts";
import * as Token from "../token.ts";
import { NONE, type Ref, type Tree } from "../tree.ts";
import { type AttrDefinition, AttrTable, type AttrValue } from "./attrs.ts";
import { isClosed } from "./noticed.ts";
import { DYNAMIC, type TokenNames } from "./token-names.ts";

const NO_NAMES: readonly Symbol[] = [];

export class Merger {
  readonly #tree: Tree;
  readonly #names: TokenNames;
  readonly #diagnostics: Diagnostics;

  constructor(tree: Tree, names: TokenNames, diagnostics: Diagnostics) {
    this.#tree = tree;
    this.#names = names;
    this.#diagnostics = diagnostics;
  }

  /** The attributes of an `AttrSet`, a `LegacyLet` or a `Let`. */
  table(ref: Ref): AttrTable {
    const tree = this.#tree;
    const kind = tree.kind(ref);
    const table = new AttrTable(ref, kind !== Node.AttrSet || tree.isRecursive(ref));
    // the first child of a `Let` is its body
    for (let index = kind === Node.Let ? 1 : 0, count = tree.childCount(ref); index < count; index++) {
      const binding = tree.child(ref, index);
      const bindingKind = tree.kind(binding);
      if (bindingKind === Node.Binding) this.#addBinding(table, binding);
      else if (bindingKind === Node.Inherit) this.#addInherit(table, binding);
    }
    return table;
  }

  #addBinding(table: AttrTable, binding: Ref): void {
    const tree = this.#tree;
    const path = tree.child(binding, 0);
    const value = tree.child(binding, 1);
    // a binding without a value is wrong enough
    const isUnfinished = tree.kind(value) === Node.Missing;
    const last = tree.childCount(path) - 1;
    for (let index = 0; index < last; index++) {
      const name = tree.child(path, index);
      const symbol = this.#names.ofAttribute(name);
      if (symbol === DYNAMIC) {
        const nested = new AttrTable(path, false);
        table.addDynamic({ name, value: nested });
        table = nested;
        continue;
      }
      const existing = table.find(symbol);
      if (existing === undefined) {
        const nested = new AttrTable(path, false);
        table.add({ symbol, name: path, origin: "value", value: nested, source: 0 });
        table = nested;
        continue;
      }
      const nested = this.#asTable(existing);
      if (nested === undefined) {
        if (!isUnfinished) this.#duplicate(this.#namesOf(path, index + 1), path, existing, binding);
        table.reject(value);
        return;
      }
      table = nested;
    }
    const name = tree.child(path, last);
    if (tree.kind(name) === Node.Missing) return;
    const symbol = this.#names.ofAttribute(name);
    if (symbol === DYNAMIC) table.addDynamic({ name, value });
    else if (!isUnfinished || table.find(symbol) === undefined)
      this.#define(table, { symbol, name: path, origin: "value", value, source: 0 }, binding, NO_NAMES);
  }

  /** Where Nix looks at a whole binding: behind its `;`, so never if it has none. */
  #semicolon(binding: Ref): number {
    const tree = this.#tree;
    const last = tree.endToken(binding) - 1;
    const child = tree.child(binding, tree.childCount(binding) - 1);
    // the last token may belong to a set in it that has no end
    const isInside = child !== NONE && tree.endToken(child) > last;
    return tree.tokenKinds[last] === Token.Semicolon && !isInside ? tree.tokenStarts[last]! + 0.1 : Infinity;
  }

  /**
   * Adds a definition, merging two literal sets of one name. `below` are the names of what is merged, behind those of the
   * binding.
   */
  #define(table: AttrTable, definition: AttrDefinition, binding: Ref, below: readonly Symbol[]): void {
    const existing = table.find(definition.symbol);
    if (existing === undefined) {
      table.add(definition);
      return;
    }
    // only now is it worth knowing whether both are sets
    const into = this.#isSet(definition.value) ? this.#asTable(existing) : undefined;
    const from = into === undefined ? undefined : this.#asTable(definition);
    if (into === undefined || from === undefined) {
      const path = this.#tree.child(binding, 0);
      const names = [...this.#namesOf(path, this.#tree.childCount(path)), ...below];
      this.#duplicate(names, definition.name, existing, binding);
      if (definition.origin === "value") table.reject(definition.value);
      return;
    }
    const firstSource = into.sources.length;
    for (const each of from.definitions) {
      const moved = each.origin === "inherit-from" ? { ...each, source: each.source + firstSource } : each;
      this.#define(into, moved, binding, [...below, each.symbol]);
    }
    for (const each of from.dynamic) into.addDynamic(each);
    for (const each of from.rejected) into.reject(each);
    for (const each of from.sources) into.addSource(each);
  }

  #addInherit(table: AttrTable, inherit: Ref): void {
    const tree = this.#tree;
    const from = tree.child(inherit, 0);
    if (from !== NONE) table.addSource(from);
    for (let index = 1, count = tree.childCount(inherit); index < count; index++) {
      const name = tree.child(inherit, index);
      const symbol = this.#names.ofAttribute(name);
      if (symbol === DYNAMIC) {
        const end = tree.end(name);
        const noticedAt = isClosed(tree, name) ? end - 0.9 : Infinity;
        this.#diagnostics.add(syntaxMessages["dynamic-inherit"](), tree.start(name), end, { noticedAt });
        continue;
      }
      const existing = table.find(symbol);
      if (existing !== undefined) {
        this.#duplicate([symbol], name, existing, inherit);
        continue;
      }
      const origin = from === NONE ? "inherit" : "inherit-from";
      table.add({ symbol, name, origin, value: name, source: table.sources.length - 1 });
    }
  }

  #isSet(value: AttrValue): boolean {
    return value instanceof AttrTable || this.#setBehind(value) !== NONE;
  }

  /** The table of a definition whose value is a literal set, made when it is first needed. */
  #asTable(definition: AttrDefinition): AttrTable | undefined {
    if (definition.value instanceof AttrTable) return definition.value;
    if (definition.origin !== "value") return undefined;
    const set = this.#setBehind(definition.value);
    if (set === NONE) return undefined;
    definition.value = this.table(set);
    return definition.value;
  }

  /** The literal set that an expression is; parentheses do not count. */
  #setBehind(ref: Ref): Ref {
    const tree = this.#tree;
    while (tree.kind(ref) === Node.Paren) ref = tree.child(ref, 0);
    return tree.kind(ref) === Node.AttrSet ? ref : NONE;
  }

  /** The first names of a path. */
  #namesOf(path: Ref, count: number): Symbol[] {
    const names: Symbol[] = [];
    for (let index = 0; index < count; index++) names.push(this.#names.ofAttribute(this.#tree.child(path, index)));
    return names;
  }

  #duplicate(path: readonly Symbol[], at: Ref, first: AttrDefinition, binding: Ref): void {
    const tree = this.#tree;
    const noticedAt = this.#semicolon(binding);
    const names = path.map((symbol) => (symbol === DYNAMIC ? "${…}" : shown(this.#names.symbols.name(symbol))));
    const range = tree.range(first.name);
    this.#diagnostics.add(
      syntaxMessages["duplicate-attribute"](names.join("."), tree.positions.at(range.start).line),
      tree.start(at),
      tree.end(at),
      { related: [{ range, text: "first defined here" }], noticedAt },
    );
  }
}

/** A name as it is written in a path. */
function shown(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_'-]*$/.test(name) && !isKeyword(name) ? name : JSON.stringify(name);
}

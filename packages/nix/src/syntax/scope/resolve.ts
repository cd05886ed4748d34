/**
 * Which definition each variable means. Names are looked up from the inside out, without evaluating anything; only
 * inside of `with` may a name that nothing defines still turn out to exist.
 */

import type { Diagnostics } from "../diagnostics.ts";
import { syntaxMessages } from "../messages.ts";
import * as Node from "../node.ts";
import type { Symbol } from "../symbols.ts";
import * as Token from "../token.ts";
import { NONE, type Ref, type Tree } from "../tree.ts";
import { AttrTable, type AttrValue } from "./attrs.ts";
import type { Merger } from "./merge.ts";
import { nearest } from "./nearest.ts";
import { noticedBehind } from "./noticed.ts";
import type { TokenNames } from "./token-names.ts";
import { BY_WITH, GLOBAL, NO_VARIABLE, type Scopes, UNDEFINED } from "./scopes.ts";

/** After so many undefined variables there are no more suggestions what was meant. */
const MOST_SUGGESTIONS = 100;

export class Resolver {
  readonly #tree: Tree;
  readonly #scopes: Scopes;
  readonly #names: TokenNames;
  readonly #merger: Merger;
  readonly #diagnostics: Diagnostics;
  /** The meaning of every token (see `scopes.ts`). */
  readonly meanings: Int32Array;
  #withs = 0;
  #undefinedCount = 0;

  constructor(tree: Tree, scopes: Scopes, names: TokenNames, merger: Merger, diagnostics: Diagnostics) {
    this.#tree = tree;
    this.#scopes = scopes;
    this.#names = names;
    this.#merger = merger;
    this.#diagnostics = diagnostics;
    this.meanings = new Int32Array(tree.tokenCount);
  }

  /** Resolves everything in an expression. */
  expression(ref: Ref): void {
    const tree = this.#tree;
    for (;;) {
      const kind = tree.kind(ref);
      switch (kind) {
        case Token.Identifier:
          this.#variable(~ref, ref);
          return;
        case Node.Lambda:
          this.#lambda(ref);
          return;
        case Node.Let:
          this.#let(ref);
          return;
        case Node.AttrSet:
        case Node.LegacyLet:
          this.#table(this.#merger.table(ref));
          return;
        case Node.With:
          this.expression(tree.child(ref, 0));
          this.#withs++;
          this.expression(tree.child(ref, 1));
          this.#withs--;
          return;
        case Node.Select: {
          this.#attrPath(tree.child(ref, 1));
          const fallback = tree.child(ref, 2);
          if (fallback !== NONE) this.expression(fallback);
          ref = tree.child(ref, 0);
          continue;
        }
        case Node.HasAttr:
          this.#attrPath(tree.child(ref, 1));
          ref = tree.child(ref, 0);
          continue;
        case Node.ApplyOr:
          this.#variable(~tree.child(ref, 1), tree.child(ref, 1));
          ref = tree.child(ref, 0);
          continue;
        case Node.Binary:
          // chains of operators lean to the left and may be long: a loop follows them
          this.expression(tree.child(ref, 2));
          ref = tree.child(ref, 0);
          continue;
        case Node.Unary:
          ref = tree.child(ref, 1);
          continue;
        case Node.Paren:
        case Node.Interpolation:
          ref = tree.child(ref, 0);
          continue;
        case Node.Missing:
        case Node.Skipped:
          return;
        default:
          // what binds nothing: its children are expressions, or tokens that are none
          if (ref < 0) return;
          for (let index = 0, count = tree.childCount(ref); index < count; index++) {
            this.expression(tree.child(ref, index));
          }
          return;
      }
    }
  }

  #lambda(ref: Ref): void {
    const tree = this.#tree;
    const name = tree.child(ref, 0);
    const formals = tree.child(ref, 1);
    const scope = this.#scopes.open();
    if (formals !== NONE) this.#formals(formals, name, ref);
    if (name !== NONE) this.#scopes.bind(this.#names.ofToken(~name), ~name + 1);
    if (formals !== NONE) {
      for (let index = 0, count = tree.childCount(formals); index < count; index++) {
        const formal = tree.child(formals, index);
        if (tree.kind(formal) !== Node.Formal) continue;
        const fallback = tree.child(formal, 1);
        if (fallback !== NONE) this.expression(fallback);
      }
    }
    this.expression(tree.child(ref, 2));
    this.#scopes.close(scope);
  }

  #formals(formals: Ref, name: Ref, lambda: Ref): void {
    const tree = this.#tree;
    const seen = new Map<Symbol, Ref>();
    const report = (symbol: Symbol, at: Ref, first: Ref): void => {
      // Nix looks at the name at the `@` after those between the braces
      const noticedAt = noticedBehind(tree, lambda) + (at === name ? 0.01 : 0);
      this.#diagnostics.add(
        syntaxMessages["duplicate-argument"](this.#scopes.symbols.name(symbol)),
        tree.start(at),
        tree.end(at),
        { related: [{ range: tree.range(first), text: "first named here" }], noticedAt },
      );
    };
    for (let index = 0, count = tree.childCount(formals); index < count; index++) {
      const formal = tree.child(formals, index);
      if (tree.kind(formal) !== Node.Formal) continue;
      const token = tree.child(formal, 0);
      const symbol = this.#names.ofToken(~token);
      const first = seen.get(symbol);
      if (first === undefined) seen.set(symbol, token);
      else report(symbol, token, first);
      this.#scopes.bind(symbol, ~token + 1);
    }
    if (name === NONE) return;
    const symbol = this.#names.ofToken(~name);
    const first = seen.get(symbol);
    if (first !== undefined) report(symbol, name, first);
  }

  #let(ref: Ref): void {
    const tree = this.#tree;
    const table = this.#merger.table(ref);
    const first = table.dynamic[0];
    if (first !== undefined) {
      const noticedAt = noticedBehind(tree, ref);
      this.#diagnostics.add(syntaxMessages["dynamic-let"](), tree.start(first.name), tree.end(first.name), {
        noticedAt,
      });
    }
    const scope = this.#openTable(table);
    this.expression(tree.child(ref, 0));
    this.#scopes.close(scope);
  }

  #table(table: AttrTable): void {
    this.#scopes.close(this.#openTable(table));
  }

  /** Resolves the attributes of a set and, if it is recursive, leaves its names in scope. */
  #openTable(table: AttrTable): number {
    const tree = this.#tree;
    // `inherit a;` takes `a` from outside, also in a recursive set
    for (const definition of table.definitions) {
      if (definition.origin === "inherit")
        this.#resolve(tree.firstToken(definition.name), definition.symbol, definition.name, "inherited");
    }
    const scope = this.#scopes.open();
    if (table.recursive) {
      for (const definition of table.definitions)
        this.#scopes.bind(definition.symbol, tree.firstToken(definition.name) + 1);
    }
    for (const source of table.sources) this.expression(source);
    for (const definition of table.definitions) if (definition.origin === "value") this.#value(definition.value);
    for (const dynamic of table.dynamic) {
      this.expression(dynamic.name);
      this.#value(dynamic.value);
    }
    for (const value of table.rejected) this.#value(value);
    return scope;
  }

  #value(value: AttrValue): void {
    if (value instanceof AttrTable) this.#table(value);
    else this.expression(value);
  }

  /** The names of a path are names; only what is computed among them holds variables. */
  #attrPath(path: Ref): void {
    const tree = this.#tree;
    for (let index = 0, count = tree.childCount(path); index < count; index++) {
      const name = tree.child(path, index);
      if (!tree.isToken(name)) this.expression(name);
    }
  }

  #variable(token: number, ref: Ref): void {
    this.#resolve(token, this.#names.ofToken(token), ref);
  }

  #resolve(token: number, symbol: Symbol, at: Ref, use: "named" | "inherited" = "named"): void {
    let meaning = this.#scopes.meaning(symbol);
    // `__curPos` is no variable but an expression of its own, which `inherit` does not know
    if (use === "inherited" && meaning === GLOBAL && this.#scopes.symbols.name(symbol) === "__curPos") {
      meaning = NO_VARIABLE;
    }
    if (meaning === NO_VARIABLE) {
      meaning = this.#withs > 0 ? BY_WITH : UNDEFINED;
      if (meaning === UNDEFINED) this.#undefined(symbol, at);
    }
    this.meanings[token] = meaning;
  }

  #undefined(symbol: Symbol, at: Ref): void {
    const tree = this.#tree;
    const name = this.#scopes.symbols.name(symbol);
    // to compare a name with all others takes its time
    const known = this.#undefinedCount < MOST_SUGGESTIONS ? this.#scopes.names() : [];
    const meant = nearest(name, known);
    this.#diagnostics.add(
      syntaxMessages["undefined-variable"](name, meant === name ? undefined : meant),
      tree.start(at),
      tree.end(at),
      { noticedAt: tree.source.length + ++this.#undefinedCount },
    );
  }
}

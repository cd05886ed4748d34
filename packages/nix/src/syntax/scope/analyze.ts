/**
 * What Nix finds out about a file without evaluating it, in its order: attribute sets are merged, duplicates reported,
 * then variables resolved.
 */

import { Diagnostics, type SyntaxDiagnostic } from "../diagnostics.ts";
import { SymbolTable } from "../symbols.ts";
import type { Tree } from "../tree.ts";
import { Merger } from "./merge.ts";
import { Resolver } from "./resolve.ts";
import { GLOBAL, Scopes } from "./scopes.ts";
import { TokenNames } from "./token-names.ts";

export interface Analysis {
  /** The diagnostics of the parser and of this pass, in the order of the file. */
  readonly diagnostics: readonly SyntaxDiagnostic[];
  /** What each token means as a variable (see `scopes.ts`). */
  readonly meanings: Int32Array;
}

export interface AnalyzeOptions {
  /** Shared between files, names are interned once for all of them. */
  readonly symbols?: SymbolTable;
  /** Names that are in scope from outside, besides those of Nix. */
  readonly extraNames?: readonly string[];
}

/** Closed scopes leave everything as it was, so one set of them serves all files that share a table of symbols. */
const scopesOf = new WeakMap<SymbolTable, Scopes>();

export function analyze(tree: Tree, options: AnalyzeOptions = {}): Analysis {
  const symbols = options.symbols ?? new SymbolTable();
  let scopes = scopesOf.get(symbols);
  if (scopes === undefined) scopesOf.set(symbols, (scopes = new Scopes(symbols)));
  const outermost = scopes.open();
  for (const name of options.extraNames ?? []) scopes.bind(symbols.ofName(name), GLOBAL);

  const diagnostics = new Diagnostics();
  const names = new TokenNames(tree, symbols);
  const merger = new Merger(tree, names, diagnostics);
  const resolver = new Resolver(tree, scopes, names, merger, diagnostics);
  resolver.expression(tree.child(tree.root, 0));
  scopes.close(outermost);

  const { meanings } = resolver;
  if (diagnostics.list.length === 0) return { diagnostics: tree.diagnostics, meanings };
  diagnostics.list.push(...tree.diagnostics);
  return { diagnostics: diagnostics.sorted(), meanings };
}

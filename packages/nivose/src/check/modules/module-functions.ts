/** The modules that a file is or has in it, as far as they are functions: `{ config, lib, ... }: { … }`. */

import { Node, NONE, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";

export interface ModuleFunction {
  readonly lambda: Ref;
  /** The tokens of the arguments by their names, those that have no value of their own. */
  readonly required: ReadonlyMap<string, Ref>;
  /** What it gives, with the `let`s and `with`s around it. */
  readonly body: Ref;
  /** The set that it gives; nothing if that is computed. */
  readonly set: Ref | undefined;
  /** Whether it is what the file is. */
  readonly isFile: boolean;
}

const known = new WeakMap<SourceFile, readonly ModuleFunction[]>();

/** All functions that take arguments as modules do, and say with `...` that there are more. */
export function moduleFunctions(file: SourceFile): readonly ModuleFunction[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = file.mentions("...") ? functionsIn(file) : [];
  known.set(file, found);
  return found;
}

function functionsIn(file: SourceFile): readonly ModuleFunction[] {
  const { tree } = file;
  const outermost = withoutParentheses(tree, file.expression);
  return file.nodes(Node.Lambda).flatMap((lambda) => {
    const formals = tree.child(lambda, 1);
    if (formals === NONE) return [];
    const items = tree.children(formals);
    if (items.length === 0 || tree.kind(items.at(-1)!) !== Token.Ellipsis) return [];
    const required = new Map(
      items
        .slice(0, -1)
        .filter((formal) => tree.child(formal, 1) === NONE)
        .map((formal) => [tree.text(tree.child(formal, 0)), tree.child(formal, 0)]),
    );
    const body = tree.child(lambda, 2);
    const inner = innermost(tree, body);
    const set = tree.kind(inner) === Node.AttrSet ? inner : undefined;
    return [{ lambda, required, body, set, isFile: lambda === outermost }];
  });
}

/** What is set at this name of a set, or below it: the values, and whether they are below. */
export function valuesAt(
  tree: Tree,
  set: Ref,
  name: string,
): readonly { readonly value: Ref; readonly isBelow: boolean }[] {
  return tree.children(set).flatMap((binding) => {
    if (tree.kind(binding) !== Node.Binding) return [];
    const names = tree.children(tree.child(binding, 0));
    if (tree.text(names[0]!) !== name) return [];
    return [{ value: tree.child(binding, 1), isBelow: names.length > 1 }];
  });
}

export function withoutParentheses(tree: Tree, ref: Ref): Ref {
  return tree.kind(ref) === Node.Paren ? withoutParentheses(tree, tree.child(ref, 0)) : ref;
}

/** Within parentheses, `let`, `with` and `assert`. */
function innermost(tree: Tree, ref: Ref): Ref {
  switch (tree.kind(ref)) {
    case Node.Paren:
    case Node.Let:
      return innermost(tree, tree.child(ref, 0));
    case Node.With:
    case Node.Assert:
      return innermost(tree, tree.child(ref, 1));
    default:
      return ref;
  }
}

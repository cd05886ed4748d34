/** Attributes of a Nix file by their paths, whatever is around the sets: functions, `let`, `with`, calls such as `mkFlake`. */

import { Node, NONE, type Ref, type Tree, view } from "@nivose/nix/syntax";
import { bindingsOf } from "../../schema/definitions.ts";
import type { SourceFile } from "../../check/source/source-file.ts";

export interface FoundAttribute {
  /** The set that it stands in. */
  readonly set: Ref;
  readonly binding: Ref;
  readonly value: Ref;
}

/** Where `a.b.c` is said, as `a.b.c = …`, `a = { b.c = …; }` and so on. */
export function attributeAt(file: SourceFile, path: readonly string[]): FoundAttribute | undefined {
  return setsOf(file.tree, file.expression)
    .map((set) => attributeIn(file.tree, set, path))
    .find((found) => found !== undefined);
}

/** The sets that an expression is made of by itself: `{ lib, ... }: let … in { … } // { … }` is made of two. */
export function setsOf(tree: Tree, ref: Ref): readonly Ref[] {
  if (ref === NONE || tree.isToken(ref)) return [];
  const node = view(tree, ref);
  switch (node.kind) {
    case "attr-set":
      return [ref];
    case "paren":
      return setsOf(tree, node.expression);
    case "lambda":
    case "let":
    case "with":
    case "assert":
      return setsOf(tree, node.body);
    case "binary":
      return [...setsOf(tree, node.left), ...setsOf(tree, node.right)];
    case "apply":
      return setsOf(tree, node.arguments.at(-1)!);
    default:
      return [];
  }
}

/** The list that an expression is, with what may be around it, or the first of those that it is the sum of. */
export function listOf(tree: Tree, ref: Ref): Ref | undefined {
  if (ref === NONE || tree.isToken(ref)) return undefined;
  const node = view(tree, ref);
  switch (node.kind) {
    case "list":
      return ref;
    case "paren":
      return listOf(tree, node.expression);
    case "let":
    case "with":
      return listOf(tree, node.body);
    case "binary":
      return listOf(tree, node.left) ?? listOf(tree, node.right);
    default:
      return undefined;
  }
}

/** The names in the set at a path, however the path is split up: of `a.b.c = …`, `a = { b.c = …; }` and so on `c`. */
export function namesBelow(file: SourceFile, path: readonly string[]): readonly string[] {
  return setsOf(file.tree, file.expression).flatMap((set) => namesIn(file.tree, set, path));
}

function namesIn(tree: Tree, set: Ref, path: readonly string[]): readonly string[] {
  return bindingsOf(tree, set).flatMap(({ path: names, value }) => {
    const shared = Math.min(names.length, path.length);
    if (names.slice(0, shared).some((name, index) => name !== path[index])) return [];
    if (names.length > path.length) return names[path.length] ?? [];
    return setsOf(tree, value).flatMap((inner) => namesIn(tree, inner, path.slice(names.length)));
  });
}

/** Within one set. */
export function attributeIn(tree: Tree, set: Ref, path: readonly string[]): FoundAttribute | undefined {
  for (const { path: names, attrPath, value } of bindingsOf(tree, set)) {
    const isOnWay = names.length <= path.length && names.every((name, index) => name === path[index]);
    if (!isOnWay) continue;
    const binding = tree
      .children(set)
      .find((ref) => tree.kind(ref) === Node.Binding && tree.child(ref, 0) === attrPath);
    const at = binding === undefined ? inheritedAt(tree, set, attrPath) : { set, binding, value };
    if (at === undefined) continue;
    if (names.length === path.length) return at;
    for (const inner of setsOf(tree, at.value)) {
      const found = attributeIn(tree, inner, path.slice(names.length));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What a plain `inherit` takes from a `let` around the set. */
function inheritedAt(tree: Tree, set: Ref, name: Ref): FoundAttribute | undefined {
  const isPlain = tree
    .children(set)
    .some((ref) => tree.kind(ref) === Node.Inherit && tree.child(ref, 0) === NONE && tree.children(ref).includes(name));
  if (!isPlain) return undefined;
  const text = tree.text(name);
  for (const around of tree.pathTo(tree.start(set)).toReversed()) {
    if (tree.kind(around) !== Node.Let) continue;
    for (const binding of tree.children(around)) {
      if (tree.kind(binding) !== Node.Binding) continue;
      const attrPath = tree.child(binding, 0);
      if (tree.childCount(attrPath) === 1 && tree.text(attrPath) === text)
        return { set: around, binding, value: tree.child(binding, 1) };
    }
  }
  return undefined;
}

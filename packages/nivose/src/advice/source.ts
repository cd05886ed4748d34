/** What stands around a place in a source. */

import type { Range } from "@nivose/nix/message";
import { Node, type Ref, Token, type Tree } from "@nivose/nix/syntax";

/** The binding that begins at an offset, or else the innermost around it. */
export function bindingAt(tree: Tree, offset: number): Ref | undefined {
  const around = tree.pathTo(offset).filter((ref) => tree.kind(ref) === Node.Binding);
  return around.find((ref) => tree.start(ref) === offset) ?? around.at(-1);
}

/** A binding with another value, as a line; none if it does not fit in one. */
export function oneLineBinding(tree: Tree, binding: Ref, change: (value: string) => string): string[] {
  const [path, value] = [tree.child(binding, 0), tree.child(binding, 1)].map((ref) => textOf(tree, ref));
  return value!.includes("\n") || value!.length > LONGEST ? [] : [`${path} = ${change(value!)};`];
}

const LONGEST = 60;

export function textOf(tree: Tree, ref: Ref): string {
  return Buffer.from(tree.text(ref), "latin1").toString();
}

/** The innermost node of a kind around an offset. */
export function innermost(tree: Tree, offset: number, kind: number): Ref | undefined {
  return tree.pathTo(offset).findLast((ref) => tree.kind(ref) === kind);
}

/** Where a name is used as a variable within a node: not where it is a part of a path. */
export function usesOf(tree: Tree, within: Ref, name: string): Range[] {
  const found: Range[] = [];
  const visit = (ref: Ref): void => {
    if (tree.isToken(ref)) {
      if (tree.kind(ref) === Token.Identifier && tree.text(ref) === name) found.push(tree.range(ref));
      return;
    }
    if (tree.kind(ref) === Node.AttrPath || tree.kind(ref) === Node.Formal) {
      // computed names are expressions
      for (const part of tree.children(ref)) if (!tree.isToken(part)) visit(part);
      return;
    }
    for (const child of tree.children(ref)) visit(child);
  };
  visit(within);
  return found;
}

/**
 * The same, and if there are none, those in what a `let` of the file defines and the node uses. The first is where the node
 * itself begins to depend on the name.
 */
export function dependsOn(tree: Tree, within: Ref, name: string, seen: ReadonlySet<Ref> = new Set()): Range[] {
  const direct = usesOf(tree, within, name);
  if (direct.length > 0) return direct;
  for (const { variable, value } of letBindings(tree)) {
    if (seen.has(value) || usesOf(tree, within, variable).length === 0) continue;
    const inner = dependsOn(tree, value, name, new Set([...seen, value]));
    if (inner.length > 0) return inner;
  }
  return [];
}

function letBindings(tree: Tree): { readonly variable: string; readonly value: Ref }[] {
  return nodesOf(tree, Node.Let).flatMap((ref) =>
    tree.children(ref).flatMap((binding) => {
      if (tree.kind(binding) !== Node.Binding) return [];
      const names = tree.children(tree.child(binding, 0));
      return names.length === 1 ? [{ variable: tree.text(names[0]!), value: tree.child(binding, 1) }] : [];
    }),
  );
}

/** All nodes of a kind, from the outside in. */
export function nodesOf(tree: Tree, kind: number, from: Ref = tree.root): Ref[] {
  const found: Ref[] = [];
  const visit = (ref: Ref): void => {
    if (tree.kind(ref) === kind) found.push(ref);
    if (!tree.isToken(ref)) for (const child of tree.children(ref)) visit(child);
  };
  visit(from);
  return found;
}

/** The names of a binding or of what stands behind a dot, as far as they are plain. */
export function namesOf(tree: Tree, path: Ref): string[] {
  return tree.children(path).map((name) => textOf(tree, name).replace(/^"(.*)"$/u, "$1"));
}

/** `config.services.nginx` as its names; nothing of anything else. */
export function selectedPath(tree: Tree, ref: Ref): string[] | undefined {
  if (tree.kind(ref) === Token.Identifier) return [tree.text(ref)];
  if (tree.kind(ref) !== Node.Select) return undefined;
  const subject = selectedPath(tree, tree.child(ref, 0));
  return subject === undefined ? undefined : [...subject, ...namesOf(tree, tree.child(ref, 1))];
}

/** What `let` calls by a name of its own: `cfg` for `config.services.nginx`. */
export function letPaths(tree: Tree): ReadonlyMap<string, readonly string[]> {
  return new Map(
    letBindings(tree).flatMap(({ variable, value }) => {
      const path = selectedPath(tree, value);
      return path === undefined ? [] : [[variable, path] as const];
    }),
  );
}

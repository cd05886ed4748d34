/** Where a layout says that something is: a set, a list, a name in a set. */

import { Node, type Ref, type Tree, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { attributeAt, listOf, setsOf } from "../edit/attributes.ts";
import { itemsOf } from "../edit/items.ts";

export function listAt(file: SourceFile, path: string): Ref | undefined {
  const ref = valueAt(file, path);
  return ref === undefined ? undefined : listOf(file.tree, ref);
}

/**
 * Of the sets that a value is made of, the one that has names which begin so, or the first, which is where most of it stands. The sets of
 * `{ … } // eachSystem (system: { … })` are no two places for the same thing.
 */
export function setAt(file: SourceFile, path: string, beside: readonly string[] = []): Ref | undefined {
  const ref = valueAt(file, path);
  if (ref === undefined) return undefined;
  const sets = setsOf(file.tree, ref);
  const isBeside = (set: Ref): boolean =>
    bindingsOf(file.tree, set).some(
      ({ path: names }) => names.length > beside.length && beside.every((name, index) => name === names[index]),
    );
  return (beside.length > 0 && sets.length > 1 ? sets.find((set) => isBeside(set)) : undefined) ?? sets[0];
}

/** The value of an attribute, of a name in a `let`, or of the one binding of that path anywhere; the whole file if there is no path. */
export function valueAt(file: SourceFile, path: string): Ref | undefined {
  if (path === "") return file.expression;
  const found = attributeAt(file, path.split("."));
  if (found !== undefined) return found.value;
  const bindings = file.nodes(Node.Binding).filter((ref) => file.text(file.tree.child(ref, 0)) === path);
  return bindings.length === 1 ? file.tree.child(bindings[0]!, 1) : undefined;
}

/** The binding of a path in a set, written as that path. */
export function bindingOf(
  file: SourceFile,
  set: Ref,
  path: readonly string[],
): { readonly binding: Ref; readonly value: Ref } | undefined {
  const { tree } = file;
  for (const { path: names, attrPath, value } of bindingsOf(tree, set)) {
    if (names.length !== path.length || names.some((name, index) => name !== path[index])) continue;
    const binding = itemsOf(tree, set).find(
      (ref) => tree.kind(ref) === Node.Binding && tree.child(ref, 0) === attrPath,
    );
    if (binding !== undefined) return { binding, value };
  }
  return undefined;
}

/** What else binds the name in the set: `inherit`, a longer or a shorter path. */
export function otherOf(file: SourceFile, set: Ref, path: readonly string[]): Ref | undefined {
  const { tree } = file;
  return itemsOf(tree, set).find((item) => {
    const node = view(tree, item);
    if (node.kind === "inherit") return path.length > 0 && node.names.some((name) => file.text(name) === path[0]);
    if (node.kind !== "binding") return false;
    const names = tree.children(node.attrPath).map((name) => file.text(name));
    const shared = Math.min(names.length, path.length);
    return names.slice(0, shared).every((name, index) => name === path[index]);
  });
}

export function firstNameOf(tree: Tree, item: Ref): string | undefined {
  const node = view(tree, item);
  if (node.kind !== "binding") return undefined;
  const path = view(tree, node.attrPath);
  return path.kind === "attr-path" ? tree.text(path.names[0]!) : undefined;
}

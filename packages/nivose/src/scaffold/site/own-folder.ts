/** Files that import what lies beside them without a name: `imports = readAll ./.;`. */

import { Node, type Ref } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { attributeAt } from "../edit/attributes.ts";

/** By a call that has `./.` in it, or a name for that; a list names files one by one. */
export function readsOwnFolder(file: SourceFile): boolean {
  const { tree } = file;
  const imports = attributeAt(file, ["imports"])?.value;
  if (imports === undefined) return false;
  const bindings = file.nodes(Node.Binding).filter((ref) => tree.text(tree.child(ref, 1)) === "./.");
  const names = new Set(bindings.map((ref) => tree.text(tree.child(ref, 0))));
  const isFolder = (ref: Ref): boolean =>
    tree.kind(ref) === Node.AttrSet
      ? bindingsOf(tree, ref).some(({ value }) => isFolder(value))
      : tree.text(ref) === "./." || names.has(tree.text(ref));
  const { start, end } = tree.range(imports);
  return file
    .nodes(Node.Apply)
    .filter((ref) => tree.start(ref) >= start && tree.end(ref) <= end)
    .some((ref) => tree.children(ref).slice(1).some(isFolder));
}

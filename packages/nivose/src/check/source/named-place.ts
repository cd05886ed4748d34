/** Where a name stands that an evaluation has told the binding of. */

import { Node, type Ref, type Tree } from "@nivose/nix/syntax";
import { namesOf } from "../../advice/source.ts";
import type { SourceFile } from "./source-file.ts";

export interface NamedPlace {
  /** The name itself. */
  readonly name: Ref;
  /** The attribute path that it is a part of; the name itself in an `inherit`. */
  readonly attrPath: Ref;
  /** The binding, or the `inherit`. */
  readonly binding: Ref;
}

/** `path` ends with the name; what is before it says which of several equal names it is. */
export function namedPlace(
  { tree }: SourceFile,
  { line, column }: { readonly line: number; readonly column: number },
  path: readonly string[],
): NamedPlace | undefined {
  const offset = tree.positions.lineRange(line).start + column - 1;
  for (const ref of tree.pathTo(offset).toReversed()) {
    if (tree.kind(ref) === Node.Inherit) {
      const name = tree.children(ref).find((each) => tree.start(each) === offset);
      return name === undefined ? undefined : { name, attrPath: name, binding: ref };
    }
    if (tree.kind(ref) !== Node.Binding || tree.start(ref) !== offset) continue;
    const attrPath = tree.child(ref, 0);
    const names = namesOf(tree, attrPath);
    const given = indexIn(names, path);
    // a module that declares options as well sets others below `config`
    const below = given < 0 && names[0] === "config" ? indexIn(names.slice(1), path) : -1;
    const index = below < 0 ? given : below + 1;
    return index < 0 ? undefined : { name: tree.children(attrPath)[index]!, attrPath, binding: ref };
  }
  return undefined;
}

/** Where in the names of a binding a path ends, with as many names in common as there are. */
function indexIn(names: readonly string[], path: readonly string[]): number {
  for (let index = Math.min(names.length, path.length) - 1; index >= 0; index--) {
    const shared = names.slice(0, index + 1);
    const ending = path.slice(-shared.length);
    if (shared.every((name, at) => name === ending[at] || name.includes("${"))) return index;
  }
  return -1;
}

/** A part of a source as text. */
export function rangeOf(tree: Tree, first: Ref, last: Ref): { readonly start: number; readonly end: number } {
  return { start: tree.start(first), end: tree.end(last) };
}

/**
 * The names that sources select from sets. Nobody can tell what an unknown input has, but what a fleet asks it for is
 * written in the fleet, so that these names are all that have to be there.
 */

import { Node, parse, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";

export function selectedNames(sources: Iterable<Uint8Array>): string[] {
  const names = new Set<string>();
  for (const source of sources) collect(parse(source), names);
  return [...names].toSorted();
}

function collect(tree: Tree, names: Set<string>): void {
  const pending: [ref: Ref, isBelowWith: boolean][] = [[tree.root, false]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [ref, isBelowWith] = next;
    const kind = tree.kind(ref);
    // a variable may be an attribute of what is said after `with`
    if (isBelowWith && tree.isToken(ref) && kind === Token.Identifier) names.add(tree.text(ref));
    for (const each of askedBy(tree, ref)) {
      const name = nameOf(tree, each);
      if (name !== undefined) names.add(name);
    }
    const isNames = kind === Node.AttrPath || kind === Node.Inherit || kind === Node.Formal;
    for (const child of tree.children(ref)) pending.push([child, !isNames && (isBelowWith || kind === Node.With)]);
  }
}

/** What stands on the left of a definition has a name, and asks nobody for it. */
function askedBy(tree: Tree, ref: Ref): readonly Ref[] {
  const kind = tree.kind(ref);
  if (kind === Node.Select || kind === Node.HasAttr) return tree.children(tree.child(ref, 1));
  const node = kind === Node.Inherit ? view(tree, ref) : undefined;
  return node?.kind === "inherit" && node.from !== undefined ? node.names : [];
}

/** Of an attribute in a path, if it is written out. */
export function nameOf(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "identifier") return node.name;
  if (node.kind === "interpolation") return nameOfText(tree, node.expression);
  return nameOfText(tree, ref);
}

/** Of `x."name"`, and of `x.${"name"}`, which is the same. */
function nameOfText(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind !== "string") return undefined;
  const pieces = node.pieces.map((piece) => view(tree, piece));
  return pieces.every((piece) => piece.kind === "text") ? pieces.map(({ text }) => text).join("") : undefined;
}

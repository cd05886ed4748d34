/**
 * The names that sources select from sets. Nobody can tell what an unknown input has, but what a fleet asks it for is
 * written in the fleet, so that these names are all that have to be there.
 */

import { Node, parse, type Ref, type Tree, view } from "@nivose/nix/syntax";

export function selectedNames(sources: Iterable<Uint8Array>): string[] {
  const names = new Set<string>();
  for (const source of sources) collect(parse(source), names);
  return [...names].toSorted();
}

function collect(tree: Tree, names: Set<string>): void {
  const pending: Ref[] = [tree.root];
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    const kind = tree.kind(ref);
    if (kind === Node.AttrPath || kind === Node.Inherit) {
      const node = view(tree, ref);
      const written = node.kind === "attr-path" || node.kind === "inherit" ? node.names : [];
      for (const each of written) {
        const name = nameOf(tree, each);
        if (name !== undefined) names.add(name);
      }
    }
    pending.push(...tree.children(ref));
  }
}

function nameOf(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "identifier") return node.name;
  if (node.kind !== "string") return undefined;
  const pieces = node.pieces.map((piece) => view(tree, piece));
  return pieces.every((piece) => piece.kind === "text") ? pieces.map(({ text }) => text).join("") : undefined;
}

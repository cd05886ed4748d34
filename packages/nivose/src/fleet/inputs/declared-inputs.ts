/** The inputs of a flake as its `flake.nix` has them, where they have to be written out. */

import { parse, type Ref, type Tree, view } from "@nivose/nix/syntax";
import type { Attributes } from "./same-repository.ts";

export function declaredInputs(bytes: Uint8Array): Map<string, Attributes> {
  const found = new Map<string, Record<string, unknown>>();
  for (const { names, written } of literalBindings(bytes)) {
    const [first, name, key, ...rest] = names;
    if (first !== "inputs" || name === undefined) continue;
    const input = found.get(name) ?? {};
    found.set(name, input);
    if (key !== undefined && rest.length === 0 && written !== undefined && key !== "flake") input[key] = written;
  }
  return found;
}

/** All that `flake.nix` sets within literal sets, with the text of strings and of `true` and `false`. */
export function literalBindings(
  flake: Uint8Array,
): readonly { readonly names: readonly string[]; readonly written: string | undefined }[] {
  const tree = parse(flake);
  return bindingsBelow(tree, tree.child(tree.root, 0)).map(([names, value]) => ({
    names,
    written: stringOf(tree, value) ?? truthOf(tree, value),
  }));
}

function truthOf(tree: Tree, ref: Ref): string | undefined {
  const text = tree.text(ref);
  return text === "false" || text === "true" ? text : undefined;
}

/** All that is set within literal sets, by the whole path. */
function bindingsBelow(tree: Tree, ref: Ref, above: readonly string[] = []): [readonly string[], Ref][] {
  const node = view(tree, ref);
  if (node.kind !== "attr-set") return [[above, ref]];
  return node.bindings.flatMap((each) => {
    const binding = view(tree, each);
    if (binding.kind !== "binding") return [];
    const attrPath = view(tree, binding.attrPath);
    const names = attrPath.kind === "attr-path" ? attrPath.names.map((name) => nameOf(tree, name)) : [];
    return bindingsBelow(tree, binding.value, [...above, ...names]);
  });
}

function nameOf(tree: Tree, ref: Ref): string {
  const node = view(tree, ref);
  return node.kind === "identifier" ? node.name : (stringOf(tree, ref) ?? "?");
}

function stringOf(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "uri" || node.kind === "path") return node.text;
  if (node.kind !== "string") return undefined;
  const pieces = node.pieces.map((piece) => view(tree, piece));
  return pieces.every((piece) => piece.kind === "text") ? pieces.map((piece) => piece.text).join("") : undefined;
}

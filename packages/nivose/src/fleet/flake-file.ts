/** Tells a flake from a file that merely has its name, such as a module that says things for the flake. */

import { type Ref, type Tree, parse, view } from "@nivose/nix/syntax";

/** A file with mistakes counts as a flake, so that somebody is told of them. */
export function isFlakeFile(source: Uint8Array): boolean {
  const tree = parse(source);
  if (tree.diagnostics.length > 0) return true;
  const value = view(tree, tree.child(tree.root, 0));
  return value.kind === "attr-set" && value.bindings.some((binding) => declaresOutputs(tree, binding));
}

function declaresOutputs(tree: Tree, ref: Ref): boolean {
  const binding = view(tree, ref);
  if (binding.kind === "inherit") return binding.names.some((name) => isOutputs(tree, name));
  return binding.kind === "binding" && isOutputs(tree, tree.child(binding.attrPath, 0));
}

function isOutputs(tree: Tree, ref: Ref): boolean {
  return tree.text(ref) === "outputs" || tree.text(ref) === '"outputs"';
}

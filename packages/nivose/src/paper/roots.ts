/** What a chain of selections begins with: `config` of `config.services.x`, and of `cfg.x` where that is what `cfg` is. */

import { Node, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";

/** The variable at the beginning and how many names stand behind it; nothing for a value that is computed. */
export function rootsOf(tree: Tree, ref: Ref, depth = 0): readonly [root: string | undefined, names: number] {
  if (depth > DEEPEST) return [undefined, 0];
  if (tree.isToken(ref) && tree.kind(ref) === Token.Identifier) {
    const name = tree.text(ref);
    const bound = bindingOf(tree, tree.start(ref), name);
    return bound === undefined ? [name, 0] : rootsOf(tree, bound, depth + 1);
  }
  const node = view(tree, ref);
  switch (node.kind) {
    case "paren":
      return rootsOf(tree, node.expression, depth + 1);
    case "select": {
      const [root, names] = rootsOf(tree, node.subject, depth + 1);
      return [root, names + tree.children(node.attrPath).length];
    }
    case "attr-set":
    case "legacy-let":
      return ["a set of the fleet", 0];
    default:
      return [undefined, 0];
  }
}

/** Variables may be defined by each other. */
const DEEPEST = 20;

/** The value that a `let` or a recursive set around a place gives to a name, if that is nearer than an argument. */
export function bindingOf(tree: Tree, offset: number, name: string): Ref | undefined {
  for (const around of tree.pathTo(offset).toReversed()) {
    const kind = tree.kind(around);
    if (kind === Node.Lambda && isArgument(tree, around, name)) return undefined;
    if (kind !== Node.Let && !(kind === Node.AttrSet && tree.isRecursive(around))) continue;
    for (const binding of tree.children(around)) {
      if (tree.kind(binding) !== Node.Binding) continue;
      const [first, ...rest] = tree.children(tree.child(binding, 0));
      if (first !== undefined && rest.length === 0 && tree.text(first) === name) return tree.child(binding, 1);
    }
  }
  return undefined;
}

function isArgument(tree: Tree, lambda: Ref, name: string): boolean {
  const node = view(tree, lambda);
  if (node.kind !== "lambda") return false;
  if (node.name !== undefined && tree.text(node.name) === name) return true;
  const formals = node.formals === undefined ? undefined : view(tree, node.formals);
  if (formals?.kind !== "formals") return false;
  return formals.formals.some((formal) => tree.text(tree.child(formal, 0)) === name);
}

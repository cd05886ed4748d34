/** The definition that stands at a place which the evaluation has told. */

import { NONE, type Ref, type Tree, view } from "@nivose/nix/syntax";
import { type Binding, bindingsOf, type Property, propertyOf, type SourceDefinition } from "./definitions.ts";

/**
 * The binding that begins at an offset and gives the option, or a part of it, its value; with those beside it that give it
 * other parts: `limits.files = 1; limits.processes = 2;` are two of `limits`. Paths are those of options.
 */
export function definitionsAt(tree: Tree, offset: number, option: readonly string[]): readonly SourceDefinition[] {
  const found = descend(tree, tree.root, offset, []);
  if (found === undefined) return [];
  const bindings = bindingsOf(tree, found.set);
  const own = bindings.find(({ attrPath }) => tree.start(attrPath) === offset);
  if (own === undefined) return [];
  const length = sharedLength(own, option);
  if (length === 0) return [];
  const isBeside = ({ path }: Binding): boolean =>
    own.path.every((name, index) => index >= length || (name !== undefined && name === path[index]));
  return bindings
    .filter((binding) => binding === own || isBeside(binding))
    .map(({ path, ...binding }) => ({ ...binding, path: [...option, ...path.slice(length)], around: found.around }));
}

/** How many names of the binding are the last ones of the option. */
function sharedLength({ path }: Binding, option: readonly string[]): number {
  for (let length = Math.min(path.length, option.length); length > 0; length--) {
    const last = option.slice(-length);
    if (last.every((name, index) => path[index] === undefined || path[index] === name)) return length;
  }
  return 0;
}

interface SetAround {
  readonly set: Ref;
  readonly around: readonly Property[];
}

/** The innermost set with a binding that begins there, and the properties around it. */
function descend(tree: Tree, ref: Ref, offset: number, around: readonly Property[]): SetAround | undefined {
  if (ref === NONE || tree.isToken(ref) || offset < tree.start(ref) || offset >= tree.end(ref)) return undefined;
  const node = view(tree, ref);
  const isHere =
    node.kind === "attr-set" && bindingsOf(tree, ref).some(({ attrPath }) => tree.start(attrPath) === offset);
  if (isHere) return { set: ref, around };
  for (const child of tree.children(ref)) {
    const found = descend(tree, child, offset, [...around, ...propertiesFor(tree, ref, child)]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a call or an `if` puts around a part of it. */
function propertiesFor(tree: Tree, ref: Ref, child: Ref): readonly Property[] {
  const node = view(tree, ref);
  if (node.kind === "if" && child !== node.condition)
    return [{ by: child === node.consequence ? "if" : "else", condition: node.condition, ref }];
  if (node.kind !== "apply") return [];
  const call = propertyOf(tree, ref, node.function, node.arguments);
  return call === undefined || call.content !== child || call.property.by === "mkMerge" ? [] : [call.property];
}

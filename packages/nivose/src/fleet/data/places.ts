/** Where the parts of a value stand in the source that gives it, as far as the text alone tells. */

import type { Range } from "@nivose/nix/message";
import { literalString, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { fromByteText } from "../../report/byte-text.ts";
import type { DataPath } from "./fleet-data.ts";

export interface DataPlace {
  /** The name by which it is set, or the value itself if that is an element of a list. */
  readonly name: Range;
  readonly value: Range;
}

/** Of a part that is computed, the place of what it lies in. */
export function placeOf(tree: Tree, path: DataPath): DataPlace {
  return placesIn(tree, bodyOf(tree, tree.child(tree.root, 0)), path).place;
}

/** Whether a file is a function, which takes what nobody here could give it. */
export function isFunctionFile(tree: Tree): boolean {
  return view(tree, bodyOf(tree, tree.child(tree.root, 0))).kind === "lambda";
}

/** Whether the text itself has the member at the top. */
export function hasMember(tree: Tree, name: string): boolean {
  return placesIn(tree, bodyOf(tree, tree.child(tree.root, 0)), [name]).depth > 0;
}

interface Found {
  /** How many names of the path were found. */
  readonly depth: number;
  readonly place: DataPlace;
}

function placesIn(tree: Tree, ref: Ref, path: DataPath): Found {
  const node = view(tree, ref);
  const here: Found = { depth: 0, place: { name: tree.range(ref), value: tree.range(ref) } };
  const [first] = path;
  if (first === undefined) return here;
  if (node.kind === "list") {
    const element = typeof first === "number" ? node.elements[first] : undefined;
    return element === undefined ? here : deeper(placesIn(tree, bodyOf(tree, element), path.slice(1)), 1);
  }
  if (node.kind === "binary" && node.operator === Token.Update)
    return deepest(
      [node.right, node.left].map((side) => placesIn(tree, bodyOf(tree, side), path)),
      here,
    );
  if (node.kind !== "attr-set") return here;
  return deepest(
    node.bindings.map((binding) => placeInBinding(tree, binding, path)),
    here,
  );
}

function placeInBinding(tree: Tree, ref: Ref, path: DataPath): Found | undefined {
  const binding = view(tree, ref);
  if (binding.kind === "inherit") {
    const name = binding.names.find((each) => nameOf(tree, each) === path[0]);
    return name === undefined ? undefined : { depth: 1, place: { name: tree.range(name), value: tree.range(name) } };
  }
  if (binding.kind !== "binding") return undefined;
  const attrPath = view(tree, binding.attrPath);
  const names = attrPath.kind === "attr-path" ? attrPath.names : [];
  const matching = names.findIndex((name, index) => nameOf(tree, name) !== path[index]);
  const length = matching < 0 ? names.length : matching;
  if (length === 0) return undefined;
  const name = tree.range(names[Math.min(length, path.length) - 1]!);
  // the path ends within the names, or leads elsewhere
  if (length < names.length || path.length < names.length)
    return { depth: length, place: { name, value: tree.range(binding.value) } };
  const inner = placesIn(tree, bodyOf(tree, binding.value), path.slice(length));
  return inner.depth > 0 ? deeper(inner, length) : { depth: length, place: { name, value: tree.range(binding.value) } };
}

function deeper({ depth, place }: Found, by: number): Found {
  return { depth: depth + by, place };
}

function deepest(found: readonly (Found | undefined)[], otherwise: Found): Found {
  return found.reduce<Found>((best, each) => (each !== undefined && each.depth > best.depth ? each : best), otherwise);
}

/** What an expression gives in the end. */
function bodyOf(tree: Tree, ref: Ref): Ref {
  const node = view(tree, ref);
  switch (node.kind) {
    case "paren":
      return bodyOf(tree, node.expression);
    case "let":
    case "with":
    case "assert":
      return bodyOf(tree, node.body);
    default:
      return ref;
  }
}

function nameOf(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  const text = node.kind === "identifier" ? node.name : literalString(tree, ref);
  return text === undefined ? undefined : fromByteText(text);
}

/**
 * What variables were when an evaluation failed: the values that were under way still have their environments, and which
 * slot of those a name means follows from the tree of the file. Ask before anything of it is unwound.
 */

import { Diagnostics } from "../../syntax/diagnostics.ts";
import * as Node from "../../syntax/node.ts";
import { Merger } from "../../syntax/scope/merge.ts";
import { TokenNames } from "../../syntax/scope/token-names.ts";
import { NONE, type Ref, type Tree } from "../../syntax/tree.ts";
import { nameOfOrigin } from "../code/link.ts";
import { type Environment, type Handle, heap } from "../memory/heap.ts";
import { symbols } from "../memory/strings.ts";
import { underWay } from "../machine/machine.ts";
import { type CodeInTree, SourceTrees } from "./source-trees.ts";

export interface VariablesOfFile {
  /** How the paths of the files end. */
  readonly file: string;
  /** What is looked for first, and what otherwise. */
  readonly names: readonly (readonly string[])[];
}

/** The variables, as the innermost place of such a file sees them that has all of them in scope. */
export function variablesAround({ file, names }: VariablesOfFile): Readonly<Record<string, Handle>> | undefined {
  const trees = new SourceTrees();
  const places = thunksUnderWay().flatMap((thunk) => {
    const code = Math.abs(heap[thunk]!);
    const found = nameOfOrigin(code)?.endsWith(file) === true ? trees.find(code) : undefined;
    return found === undefined ? [] : [{ found, environment: heap[thunk + 1]! }];
  });
  for (const wanted of names)
    for (const { found, environment } of places) {
      const variables = wanted.flatMap((name) => {
        const value = variable(found, environment, name);
        return value === undefined ? [] : [[name, value] as const];
      });
      if (variables.length === wanted.length) return Object.fromEntries(variables);
    }
  return undefined;
}

/** The innermost first. */
function thunksUnderWay(): number[] {
  const { frames } = underWay();
  const thunks: number[] = [];
  for (let index = 0; index < frames.length; index++) {
    if (frames[index]! > 0) thunks.unshift(frames[index]!);
    // everything else is a pair
    else index++;
  }
  return thunks;
}

/** Goes outwards from an expression, and from its environment to those around it. */
function variable({ tree, path }: CodeInTree, innermost: Environment, name: string): Handle | undefined {
  let environment = innermost;
  for (let index = path.length - 2; index >= 0; index--) {
    const [scope, part] = [path[index]!, path[index + 1]!];
    // what is inherited is evaluated in another environment
    if (tree.kind(scope) === Node.Inherit) return undefined;
    if (!opensScope(tree, scope, part)) continue;
    const slot = slotOf(tree, scope, name);
    if (slot >= 0) return heap[environment + 1 + slot] || undefined;
    environment = heap[environment]!;
  }
  return undefined;
}

/** Whether a node has variables, or a set to look them up in, that its part sees. */
function opensScope(tree: Tree, scope: Ref, part: Ref): boolean {
  switch (tree.kind(scope)) {
    case Node.Let:
    case Node.LegacyLet:
    case Node.Lambda:
      return true;
    case Node.AttrSet:
      return tree.isRecursive(scope);
    case Node.With:
      return part === tree.child(scope, 1);
    default:
      return false;
  }
}

function slotOf(tree: Tree, scope: Ref, name: string): number {
  if (tree.kind(scope) === Node.With) return -1;
  if (tree.kind(scope) === Node.Lambda) return slotOfArgument(tree, scope, name);
  const { definitions } = new Merger(tree, new TokenNames(tree, symbols), new Diagnostics()).table(scope);
  return definitions.findIndex(({ symbol }) => symbols.name(symbol) === name);
}

/** The argument as a whole comes before those that are named. */
function slotOfArgument(tree: Tree, lambda: Ref, name: string): number {
  const [whole, formals] = [tree.child(lambda, 0), tree.child(lambda, 1)];
  const named = formals === NONE ? [] : tree.children(formals).filter((each) => tree.kind(each) === Node.Formal);
  const all = [...(whole === NONE ? [] : [whole]), ...named.map((each) => tree.child(each, 0))];
  return all.findIndex((each) => tree.text(each) === name);
}

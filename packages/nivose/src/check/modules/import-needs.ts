/** What `imports` needs to be known. */

import { Node, type Ref, Token } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";
import type { Forced, Need } from "./forced.ts";
import { valuesAt } from "./module-functions.ts";

/** What has to be known to see which modules a list of modules has, and what they import. */
export function needsOfImports(file: SourceFile, forced: Forced, list: Ref): readonly Need[] {
  const { tree } = file;
  const child = (index: number): Ref => tree.child(list, index);
  const inner = (ref: Ref): readonly Need[] => needsOfImports(file, forced, ref);
  switch (tree.kind(list)) {
    case Node.Paren:
    case Node.Let:
      return inner(child(0));
    case Node.With:
      return inner(child(1));
    case Node.List:
      return tree.children(list).flatMap((element) => needsOfModule(file, forced, element));
    case Node.If: {
      const condition = needsOf(forced, child(0));
      return condition.length > 0 ? condition : sometimes([...inner(child(1)), ...inner(child(2))]);
    }
    case Node.Binary:
      return tree.kind(child(1)) === Token.Concat ? [...inner(child(0)), ...inner(child(2))] : needsOf(forced, list);
    case Node.Apply: {
      const [callee, ...args] = tree.children(list);
      const needs = needsOf(forced, list);
      const name = forced.nameOf(callee!);
      if (needs.length > 0 || args.length !== 2) return needs;
      if (name === "optional") return sometimes(needsOfModule(file, forced, args[1]!));
      return name === "optionals" ? sometimes(inner(args[1]!)) : needs;
    }
    default:
      return needsOf(forced, list);
  }
}

/** A module may be written in its place, and have imports of its own. */
function needsOfModule(file: SourceFile, forced: Forced, ref: Ref): readonly Need[] {
  const { tree } = file;
  const kind = tree.kind(ref);
  if (kind === Node.Paren) return needsOfModule(file, forced, tree.child(ref, 0));
  if (kind === Node.Lambda) return needsOfModule(file, forced, tree.child(ref, 2));
  if (kind !== Node.AttrSet) return needsOf(forced, ref);
  return valuesAt(tree, ref, "imports").flatMap(({ value, isBelow }) =>
    isBelow ? [] : needsOfImports(file, forced, value),
  );
}

function needsOf(forced: Forced, ref: Ref): readonly Need[] {
  const need = forced.of(ref);
  return need === undefined ? [] : [need];
}

function sometimes(needs: readonly Need[]): readonly Need[] {
  return needs.map((need) => ({ ...need, isSometimes: true }));
}

/** What `imports` needs to be known. */

import { Node, type Ref, Token } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";
import type { Forced, Need } from "./forced.ts";
import { valuesAt } from "./module-functions.ts";
import { needsOfStructure, sometimes } from "./structure.ts";

/** What has to be known to see which modules a list of modules has, and what they import. */
export function needsOfImports(file: SourceFile, forced: Forced, list: Ref): readonly Need[] {
  const { tree } = file;
  const own = (part: Ref): readonly Need[] => needsOf(forced, part);
  const inside = (part: Ref): readonly Need[] | undefined => {
    if (tree.kind(part) === Node.List)
      return tree.children(part).flatMap((element) => needsOfModule(file, forced, element));
    if (tree.kind(part) !== Node.Apply) return undefined;
    const [callee, ...args] = tree.children(part);
    const needs = own(part);
    if (needs.length > 0 || args.length !== 2) return needs;
    const name = forced.nameOf(callee!);
    if (name === "optional") return sometimes(needsOfModule(file, forced, args[1]!));
    return name === "optionals" ? sometimes(needsOfImports(file, forced, args[1]!)) : needs;
  };
  return needsOfStructure(file, { joint: Token.Concat, own, inside }, list);
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

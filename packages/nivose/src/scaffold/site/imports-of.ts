/** The elements of a list of modules, whatever it is put together from. */

import { NONE, type Ref, Token, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { lastName } from "../../schema/definitions.ts";
import { inParens } from "./said.ts";
import { pathOf } from "./places.ts";

export interface ImportedModule {
  readonly ref: Ref;
  /** The list that it is an element of; nothing for a part that is no list. */
  readonly list: Ref | undefined;
  /** Whether another module can be put beside it: not where a function makes modules of the elements. */
  readonly isPlain: boolean;
}

export function importsOf(file: SourceFile, value: Ref, isPlain = true): readonly ImportedModule[] {
  if (value === NONE) return [];
  const node = view(file.tree, value);
  switch (node.kind) {
    case "list":
      return node.elements.flatMap((ref) => {
        const isList = !isPlain && view(file.tree, inParens(file, ref)).kind === "list";
        return isList ? importsOf(file, ref, isPlain) : [{ ref, list: value, isPlain }];
      });
    case "paren":
      return importsOf(file, node.expression, isPlain);
    case "let":
    case "with":
      return importsOf(file, node.body, isPlain);
    case "binary":
      if (node.operator === Token.Concat)
        return [...importsOf(file, node.left, isPlain), ...importsOf(file, node.right, isPlain)];
      return [{ ref: value, list: undefined, isPlain: false }];
    case "apply": {
      const ofLists = /^(?:flatten|concatLists|map)$/u.test(lastName(file.tree, node.function) ?? "");
      if (ofLists) return importsOf(file, node.arguments.at(-1)!, false);
      return [{ ref: value, list: undefined, isPlain: false }];
    }
    default:
      return [{ ref: value, list: undefined, isPlain: false }];
  }
}

/** What is the same in two files if they import the same: paths by what they name, all others as they are written. */
export function importKey(file: SourceFile, ref: Ref): string {
  const inner = inParens(file, ref);
  return pathOf({ file, ref: inner })?.replace(/\/default\.nix$/u, "") ?? file.text(inner).replaceAll(/\s+/gu, " ");
}

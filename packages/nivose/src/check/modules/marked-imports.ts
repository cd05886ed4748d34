/** `mkIf` and the like where only lists and modules can stand. */

import type { Range } from "@nivose/nix/message";
import { Node, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import { lastName } from "../../schema/definitions.ts";
import type { SourceFile } from "../source/source-file.ts";
import { moduleFunctions, valuesAt, withoutParentheses } from "./module-functions.ts";

/** A mark that the module system would look at, if it were not in `imports`. */
export interface MarkedImport {
  readonly name: string;
  readonly call: Ref;
  readonly callee: Ref;
  /** Whether it stands for the whole list, and not for a module in it. */
  readonly isList: boolean;
}

export function markedImports(file: SourceFile): readonly MarkedImport[] {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const found = file.tree.ok && file.mentions("imports") && file.mentions(...marks) ? [...findMarks(file)] : [];
  kept.set(file, found);
  return found;
}

/** Whether something stands in a mark: that it does not work there is told, whatever else is to be said of it. */
export function isInMark(file: SourceFile, { start, end }: Range): boolean {
  return markedImports(file).some(({ call }) => {
    const around = file.tree.range(call);
    return around.start <= start && end <= around.end;
  });
}

const kept = new WeakMap<SourceFile, readonly MarkedImport[]>();
const marks: ReadonlySet<string> = new Set(["mkIf", "mkMerge", "mkForce", "mkDefault", "mkBefore", "mkAfter"]);

function* findMarks(file: SourceFile): Generator<MarkedImport> {
  const { tree } = file;
  const outermost = withoutParentheses(tree, file.expression);
  const own = tree.kind(outermost) === Node.AttrSet ? [outermost] : [];
  for (const set of [...own, ...moduleFunctions(file).flatMap((module) => module.set ?? [])]) {
    for (const { value, isBelow } of valuesAt(tree, set, "imports")) if (!isBelow) yield* marksIn(tree, value);
  }
}

function* marksIn(tree: Tree, ref: Ref): Generator<MarkedImport> {
  switch (tree.kind(ref)) {
    case Node.Paren:
    case Node.Let:
      return yield* marksIn(tree, tree.child(ref, 0));
    case Node.With:
      return yield* marksIn(tree, tree.child(ref, 1));
    case Node.Binary:
      if (tree.kind(tree.child(ref, 1)) !== Token.Concat) return;
      yield* marksIn(tree, tree.child(ref, 0));
      return yield* marksIn(tree, tree.child(ref, 2));
    case Node.List:
      for (const element of tree.children(ref)) {
        const mark = markAt(tree, element, false);
        if (mark !== undefined && isPathOrList(tree, tree.children(mark.call).at(-1)!)) yield mark;
      }
      return;
    default: {
      const mark = markAt(tree, ref, true);
      if (mark !== undefined) yield mark;
    }
  }
}

function markAt(tree: Tree, ref: Ref, isList: boolean): MarkedImport | undefined {
  const call = withoutParentheses(tree, ref);
  if (tree.kind(call) !== Node.Apply) return undefined;
  const callee = tree.child(call, 0);
  const name = lastName(tree, callee) ?? "";
  return marks.has(name) ? { name, call, callee, isList } : undefined;
}

function isPathOrList(tree: Tree, ref: Ref): boolean {
  const kind = tree.kind(withoutParentheses(tree, ref));
  return kind === Token.Path || kind === Node.InterpolatedPath || kind === Node.List;
}

/** Finds `mkIf` and the like where only lists and modules can stand. */

import { Node, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import { lastName } from "../../schema/definitions.ts";
import type { Found } from "../finding.ts";
import { moduleFunctions, valuesAt, withoutParentheses } from "../modules/module-functions.ts";
import type { FileRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: FileRule = {
  code: "conditional-imports",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "file",
  title: "Imports behind 'mkIf'",
  explain:
    "`lib.mkIf` and `lib.mkMerge` put a mark around a definition, for the module system to look at later. `imports` is no option but a " +
    "list that is read at once, and a path in it that is behind `mkIf` is no module. `lib.optional` and `lib.optionals` make lists; their " +
    "condition cannot depend on `config`. If it has to, import the module always and use `mkIf` in it.",
  example: {
    bad: {
      "machine.nix": '{ lib, ... }:\n{\n  imports = [ (lib.mkIf (lib.version != "") ./web.nix) ];\n}\n',
      "web.nix": "{\n  services.nginx.enable = true;\n}\n",
    },
    good: {
      "machine.nix": '{ lib, ... }:\n{\n  imports = lib.optional (lib.version != "") ./web.nix;\n}\n',
      "web.nix": "{\n  services.nginx.enable = true;\n}\n",
    },
  },
  *check(file) {
    const { tree } = file;
    if (!tree.ok || !file.mentions("imports") || !file.mentions(...marks)) return;
    const outermost = withoutParentheses(tree, file.expression);
    const own = tree.kind(outermost) === Node.AttrSet ? [outermost] : [];
    for (const set of [...own, ...moduleFunctions(file).flatMap((module) => module.set ?? [])]) {
      for (const { value, isBelow } of valuesAt(tree, set, "imports")) if (!isBelow) yield* marksIn(file, value);
    }
  },
};

function* marksIn(file: SourceFile, ref: Ref): Generator<Found> {
  const { tree } = file;
  switch (tree.kind(ref)) {
    case Node.Paren:
    case Node.Let:
      return yield* marksIn(file, tree.child(ref, 0));
    case Node.With:
      return yield* marksIn(file, tree.child(ref, 1));
    case Node.Binary:
      if (tree.kind(tree.child(ref, 1)) !== Token.Concat) return;
      yield* marksIn(file, tree.child(ref, 0));
      return yield* marksIn(file, tree.child(ref, 2));
    case Node.List:
      for (const element of tree.children(ref)) {
        const call = markAt(tree, element);
        if (call !== undefined && isPathOrList(tree, call.content))
          yield finding(file, call, "a module that is given by its path cannot be behind it");
      }
      return;
    default: {
      const call = markAt(tree, ref);
      if (call !== undefined) yield finding(file, call, "a list is wanted");
    }
  }
}

interface Mark {
  readonly name: string;
  readonly callee: Ref;
  readonly content: Ref;
}

const marks: ReadonlySet<string> = new Set(["mkIf", "mkMerge", "mkForce", "mkDefault", "mkBefore", "mkAfter"]);

function markAt(tree: Tree, ref: Ref): Mark | undefined {
  const inner = withoutParentheses(tree, ref);
  if (tree.kind(inner) !== Node.Apply) return undefined;
  const [callee, ...args] = tree.children(inner);
  const name = lastName(tree, callee!) ?? "";
  return marks.has(name) ? { name, callee: callee!, content: args.at(-1)! } : undefined;
}

function isPathOrList(tree: Tree, ref: Ref): boolean {
  const kind = tree.kind(withoutParentheses(tree, ref));
  return kind === Token.Path || kind === Node.InterpolatedPath || kind === Node.List;
}

function finding(file: SourceFile, { name, callee }: Mark, why: string): Found {
  return {
    text: `'${name}' does not work in 'imports': ${why}`,
    at: file.at(callee),
    hint:
      name === "mkIf"
        ? "use 'lib.optional' or 'lib.optionals'; if the condition depends on 'config', import it always and use 'lib.mkIf' inside"
        : "write the list itself",
  };
}

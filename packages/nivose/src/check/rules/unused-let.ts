/** Finds what a `let` binds and nothing uses. */

import { type Edit, Node, type Ref, type Tree } from "@nivose/nix/syntax";
import { type LetName, letNames } from "../names/let-names.ts";
import type { FileRule } from "../rule.ts";
import { removeHead, removeInherited, removeStatement } from "../source/removal.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: FileRule = {
  code: "unused-let",
  family: "names",
  level: "note",
  class: "certain",
  reads: "file",
  isPedantic: true,
  title: "A name that is bound and not used",
  explain:
    "A `let` binds the name, and nothing in its reach uses it, but perhaps its own value. Nix never looks at such a value, so " +
    "the machines are the same without it. Often it is what is left of something that was removed, or a name that is " +
    "spelled in two ways. Names that begin with `_` are left alone.",
  example: {
    bad: "{ pkgs, ... }:\nlet\n  editor = pkgs.vim;\n  shell = pkgs.zsh;\nin\n{\n  users.defaultUserShell = shell;\n}\n",
    good: "{ pkgs, ... }:\nlet\n  shell = pkgs.zsh;\nin\n{\n  users.defaultUserShell = shell;\n}\n",
  },
  *check(file) {
    if (!file.tree.ok) return;
    for (const ref of file.nodes(Node.Let)) {
      const names = letNames(file, ref);
      const unused = names.filter((name) => isUnused(file, name));
      for (const name of unused) {
        if (name.text.startsWith("_")) continue;
        yield {
          text: `'${name.text}' is not used`,
          at: file.at(name.at),
          fix: {
            title: "remove it",
            edits: [{ file: file.name, splices: removal(file, ref, name, unused, names) }],
          },
        };
      }
    }
  },
};

function isUnused(file: SourceFile, { at, statements, isInherited }: LetName): boolean {
  const { tree } = file;
  const uses = file.usesOf(tree.firstToken(at));
  if (uses === undefined) return true;
  const [only, ...others] = statements;
  const isByItself = uses.first >= tree.firstToken(only!) && uses.last < tree.endToken(only!);
  return isByItself && !isInherited && others.length === 0;
}

function removal(
  file: SourceFile,
  ref: Ref,
  name: LetName,
  unused: readonly LetName[],
  names: readonly LetName[],
): readonly Edit.Splice[] {
  const { tree } = file;
  const isAll = unused.length === names.length && !unused.some(({ text }) => text.startsWith("_"));
  const head =
    isAll && statementsOf(tree, ref) === countOf(names) ? removeHead(file, ref, tree.child(ref, 0)) : undefined;
  if (head !== undefined) return [head];
  const [first] = name.statements;
  const beside = name.isInherited ? names.filter(({ statements }) => statements[0] === first) : [];
  if (beside.some((each) => !unused.includes(each))) return [removeInherited(file, name.at)];
  return name.statements.map((statement) => removeStatement(file, statement));
}

/** Whether there is anything in a `let` but names. */
function statementsOf(tree: Tree, ref: Ref): number {
  return tree.childCount(ref) - 1;
}

function countOf(names: readonly LetName[]): number {
  return new Set(names.flatMap(({ statements }) => statements)).size;
}

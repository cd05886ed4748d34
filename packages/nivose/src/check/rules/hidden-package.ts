/** Finds names behind `with pkgs;` that look like packages and mean something else. */

import { Node, NONE, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import { isPackageName } from "../../schema/package-data.ts";
import type { Found } from "../finding.ts";
import type { FileRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: FileRule = {
  code: "hidden-package",
  family: "names",
  level: "note",
  class: "heuristic",
  reads: "file",
  isPedantic: true,
  title: "A name behind 'with pkgs' that is no package of it",
  explain:
    "A name that a `let` or a function binds goes before what a `with` has, also if the `with` is nearer. So in `with pkgs; [ git ]` the name " +
    "`git` means the one of the `let` around it, if there is one. That may be meant, and whoever reads the list cannot see it. Names that " +
    "nixpkgs has no package for, and those that are the package itself, as in `git = pkgs.git;` or `git = pkgs.git.override { … };`, are left alone. So are arguments such as " +
    "`{ git, … }:` without another package for them, because `callPackage` passes the package itself.",
  example: {
    bad: '{ pkgs, ... }:\nlet\n  git = pkgs.writeShellScriptBin "git" "exit 1";\nin\n{\n  environment.systemPackages = with pkgs; [ git vim ];\n}\n',
    good: '{ pkgs, ... }:\nlet\n  noGit = pkgs.writeShellScriptBin "git" "exit 1";\nin\n{\n  environment.systemPackages = [ noGit pkgs.vim ];\n}\n',
  },
  *check(file) {
    const { tree } = file;
    if (!tree.ok) return;
    for (const ref of file.nodes(Node.With)) {
      const [scope, body] = [tree.child(ref, 0), tree.child(ref, 1)];
      if (tree.text(scope) !== "pkgs") continue;
      for (const list of listsIn(tree, body)) yield* hiddenIn(file, list, scope);
    }
  },
};

/** The list that the body is, or the lists that it adds to each other. */
function listsIn(tree: Tree, ref: Ref): Ref[] {
  if (tree.kind(ref) === Node.List) return [ref];
  return tree.kind(ref) === Node.Binary || tree.kind(ref) === Node.Paren
    ? tree.children(ref).flatMap((child) => listsIn(tree, child))
    : [];
}

function* hiddenIn(file: SourceFile, list: Ref, scope: Ref): Generator<Found> {
  const { tree, analysis } = file;
  for (const element of tree.children(list)) {
    if (tree.kind(element) !== Token.Identifier) continue;
    const binder = analysis.meanings[~element]! - 1;
    const name = tree.text(element);
    if (binder < 0 || !isPackageName(name) || isSamePackage(tree, binder)) continue;
    yield {
      text: `'${name}' is not the package of this name: what is bound here goes before 'with pkgs'`,
      at: file.at(element),
      related: [
        { text: "it is bound here", at: file.at(~binder) },
        { text: "the 'with'", at: file.at(scope) },
      ],
      hint: `give it another name if it is meant, or write 'pkgs.${name}'`,
    };
  }
}

/** `git = pkgs.git;`, `git = pkgs.git.override { … };`, `inherit (pkgs) git;`, and `{ git }:`, for which `callPackage` passes it. */
function isSamePackage(tree: Tree, binder: number): boolean {
  const statement = tree.pathTo(tree.tokenStarts[binder]!).findLast((ref) => binding.has(tree.kind(ref)));
  if (statement === undefined) return false;
  if (tree.kind(statement) === Node.Inherit) return /^inherit\s*\(pkgs\)/u.test(tree.text(statement));
  const value = tree.child(statement, 1);
  if (value === NONE) return tree.kind(statement) === Node.Formal;
  const itself = `pkgs.${tree.tokenText(binder)}`;
  return tree.text(value) === itself || tree.text(value).includes(`${itself}.override`);
}

const binding: ReadonlySet<number> = new Set([Node.Binding, Node.Inherit, Node.Formal]);

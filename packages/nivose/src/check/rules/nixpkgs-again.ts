/** Finds modules that evaluate nixpkgs a second time. */

import { Node, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import { lastName } from "../../schema/definitions.ts";
import { type ModuleFunction, moduleFunctions, withoutParentheses } from "../modules/module-functions.ts";
import type { FileRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: FileRule = {
  code: "nixpkgs-again",
  family: "modules",
  level: "note",
  class: "certain",
  reads: "file",
  title: "A module that evaluates nixpkgs once more",
  explain:
    "`import inputs.nixpkgs { … }` makes a new set of all packages. Where a module does that, each host pays for it again, with time and " +
    "some hundred megabytes of memory as soon as one of the packages is used; and what `nixpkgs.config` and `nixpkgs.overlays` say is " +
    "not in it. The packages that a flake has already, `inputs.NAME.legacyPackages.${system}`, cost nothing more the second time. If " +
    "they need another configuration, make them once in `flake.nix` and pass them to all modules. `flake.nix` itself, shells, and " +
    "what `perSystem` of flake-parts makes are left alone, and so are packages for another platform.",
  example: {
    bad: '{ pkgs, ... }:\n{\n  environment.etc."motd".text = (import <nixpkgs> { system = "x86_64-linux"; }).lib.version;\n}\n',
    good: '{ pkgs, ... }:\n{\n  environment.etc."motd".text = pkgs.lib.version;\n}\n',
  },
  *check(file) {
    if (!file.tree.ok || !file.mentions("nixpkgs", "nixos-", "pkgs.path")) return;
    const modules = moduleFunctions(file).filter(isOfHost);
    if (modules.length === 0) return;
    for (const call of file.nodes(Node.Apply)) {
      const nixpkgs = nixpkgsImportedBy(file.tree, call);
      if (nixpkgs === undefined || !isWithin(file, call, modules)) continue;
      yield {
        text: "nixpkgs is evaluated once more here, for each host that needs it",
        at: file.at({ start: file.tree.start(call), end: file.tree.end(nixpkgs) }),
        hint: hintFor(file, call, nixpkgs),
      };
    }
  },
};

function isOfHost({ required, set }: ModuleFunction): boolean {
  return set !== undefined && required.has("pkgs");
}

/** What is imported as nixpkgs, if it is also called. */
function nixpkgsImportedBy(tree: Tree, call: Ref): Ref | undefined {
  const [callee, from, args] = tree.children(call);
  if (args === undefined || lastName(tree, callee!) !== "import") return undefined;
  const source = withoutParentheses(tree, from!);
  // another platform is no repetition
  return isNixpkgs(tree, source) && !/\b(?:crossSystem|localSystem)\b/u.test(tree.text(args)) ? from : undefined;
}

function isNixpkgs(tree: Tree, ref: Ref): boolean {
  switch (tree.kind(ref)) {
    case Token.SearchPath:
      return tree.text(ref) === "<nixpkgs>";
    case Token.Identifier:
    case Node.Select:
      return tree.text(ref) === "pkgs.path" || names.test(lastName(tree, ref) ?? "");
    case Node.Apply:
      return /^(?:builtins\.)?fetchTarball$/u.test(tree.text(tree.child(ref, 0))) && /nixpkgs/iu.test(tree.text(ref));
    default:
      return false;
  }
}

/** `nixpkgs-unstable`, `nixos-24_11`; not `nixos-hardware`, nor `pkgs`, which may be anything. */
const names = /nixpkgs|^nixos-(?:\d|unstable|stable|small)/u;

/** The module around it that is nearest decides: what `perSystem` is given is none of a host. */
function isWithin({ tree }: SourceFile, call: Ref, modules: readonly ModuleFunction[]): boolean {
  const around = tree.pathTo(tree.start(call));
  const nearest = around.findLast((ref) => modules.some(({ lambda }) => lambda === ref));
  if (nearest === undefined) return false;
  return !around.some((ref) => tree.kind(ref) === Node.Binding && lastOf(tree, tree.child(ref, 0)) === "perSystem");
}

function lastOf(tree: Tree, path: Ref): string {
  return tree.text(tree.children(path).at(-1)!);
}

function hintFor({ tree }: SourceFile, call: Ref, nixpkgs: Ref): string {
  const set = tree.child(call, 2);
  const isPlain = tree.kind(set) === Node.AttrSet && !/\b(?:config|overlays)\b/u.test(tree.text(set));
  if (!isPlain || tree.kind(nixpkgs) !== Node.Select || tree.text(nixpkgs) === "pkgs.path")
    return "make these packages once, in flake.nix, and pass them to all modules by 'specialArgs'";
  return `take them from '${tree.text(nixpkgs)}.legacyPackages', which the flake has already`;
}

/** Arguments that modules get without anybody passing them. */

import { Node, NONE } from "@nivose/nix/syntax";
import type { Repository } from "../source/repository.ts";

/** From the module system, NixOS, Home Manager, nix-darwin, and what deploys them. */
const usual: readonly string[] = [
  "_class",
  "_prefix",
  "baseModules",
  "config",
  "darwinConfig",
  "extendModules",
  "extraModules",
  "hostPkgs",
  "lib",
  "modules",
  "modulesPath",
  "moduleType",
  "name",
  "nixosConfig",
  "nodes",
  "noUserModules",
  "options",
  "osConfig",
  "pkgs",
  "pkgs_i686",
  "specialArgs",
  "utils",
];

/** From flake-parts. */
const ofParts: readonly string[] = [
  "flake-parts-lib",
  "getSystem",
  "inputs",
  "inputs'",
  "moduleLocation",
  "moduleWithSystem",
  "self",
  "self'",
  "system",
  "withSystem",
];

/** Frameworks pass arguments of their own. */
const frameworks =
  /\b(?:snowfall|blueprint|haumea|clan-core|digga|flake-utils-plus|unified|ez-configs|easy-hosts|den|hive|std)\b/u;

/** Nothing if a framework makes the hosts, which passes whatever it likes. */
export function argumentsFromElsewhere({ files, flakes }: Repository): ReadonlySet<string> | undefined {
  const texts = flakes.map(({ file }) => Buffer.from(file.bytes).toString("latin1"));
  if (texts.some((text) => frameworks.test(text))) return undefined;
  const usesParts = texts.some((text) => text.includes("flake-parts"));
  return new Set([...usual, ...(usesParts ? ofParts : []), ...ofModules(files)]);
}

/** What modules of the repository define as `_module.args`. */
function ofModules(files: Repository["files"]): string[] {
  return [...files.values()].flatMap((file) => {
    if (!file.mentions("_module")) return [];
    const { tree } = file;
    return file.nodes(Node.Binding).flatMap((binding) => {
      const path = tree.children(tree.child(binding, 0)).map((name) => tree.text(name));
      const at = path.indexOf("args");
      if (at < 0 || (at > 0 && path[at - 1] !== "_module")) return [];
      if (at < path.length - 1) return [path[at + 1]!];
      const value = tree.child(binding, 1);
      if (tree.kind(value) !== Node.AttrSet) return [];
      return tree.children(value).flatMap((inner) => {
        if (tree.kind(inner) === Node.Binding) return [tree.text(tree.child(tree.child(inner, 0), 0))];
        return tree
          .children(inner)
          .slice(tree.child(inner, 0) === NONE ? 0 : 1)
          .map((name) => tree.text(name));
      });
    });
  });
}

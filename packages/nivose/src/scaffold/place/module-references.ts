/** What refers to a module other than by its path: the outputs of the flake by its name, and the options that only it declares. */

import { Node, type Ref, view } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { optionData, type OptionSource } from "../../schema/option-data.ts";
import { setsOf } from "../edit/attributes.ts";
import type { Place } from "../layout.ts";
import { reservedNames } from "../spec/reserved-names.ts";
import { declarationOf } from "./options-of-parts.ts";

/** `self.nixosModules.part`, `inherit (self.nixosModules) part`, and `part` of `with self.nixosModules; [ part ]`. */
export function usesAsOutput(file: SourceFile, name: string): readonly Ref[] {
  const { tree } = file;
  const selected = file.nodes(Node.Select).filter((ref) => {
    const node = view(tree, ref);
    if (node.kind !== "select") return false;
    const names = [file.text(node.subject), ...tree.children(node.attrPath).map((each) => file.text(each))]
      .join(".")
      .replaceAll('"', "")
      .split(".");
    return names.some((each, index) => each === name && isOwnSet(names.slice(0, index)));
  });
  const inherited = file.nodes(Node.Inherit).flatMap((ref) => {
    const node = view(tree, ref);
    if (node.kind !== "inherit" || node.from === undefined || !isOwnSet(namesIn(file, node.from))) return [];
    return node.names.filter((each) => file.text(each) === name);
  });
  const opened = file
    .nodes(Node.With)
    .filter((ref) => isOwnSet(namesIn(file, tree.child(ref, 0))))
    .flatMap((ref) => file.nodes(Node.List).filter((list) => isInside(file, list, ref)))
    .flatMap((list) => tree.children(list).filter((each) => file.text(each) === name));
  return [...selected, ...inherited, ...new Set(opened)];
}

/** `builtins.attrValues self.nixosModules`: all modules of the set are taken as one. */
export function takesAll(file: SourceFile): boolean {
  return file.nodes(Node.Select).some((ref) => {
    const around = file.tree.pathTo(file.tree.start(ref)).filter((each) => file.tree.kind(each) === Node.Select);
    return isOwnSet(namesIn(file, ref)) && namesIn(file, ref).length > 1 && around.every((each) => each === ref);
  });
}

/**
 * The options, or sets of them, that these files declare and no other file does. Those that NixOS has beside them are not meant,
 * and neither are those that it has itself: what replaces one of them, or adds to it, leaves it there.
 */
export function optionsOfOwn(
  { files }: Repository,
  gone: ReadonlySet<string>,
  platform: Place["platform"],
): readonly (readonly [string, string, ...string[]])[] {
  const others = [...files.values()].filter((file) => !gone.has(file.name) && file.mentions("options"));
  const own = [...gone]
    .flatMap((name) => files.get(name) ?? [])
    .flatMap((file) => declaredIn(file))
    .filter((option) => !isOfSystem(option, platform));
  const found = own.flatMap((option) => {
    // below a name of NixOS, a set has more in it than what is declared here
    const least = reservedNames.has(option[0]!) ? option.length : 2;
    for (let length = least; length <= option.length; length++) {
      const path = option.slice(0, length);
      const isOther = (file: SourceFile): boolean => declarationOf(file, path, { isAnyComputed: true }) !== undefined;
      if (length > 1 && !others.some((file) => isOther(file))) return [path];
    }
    return [];
  });
  const paths = new Map(found.map((path) => [path.join("."), path as [string, string, ...string[]]]));
  return [...paths.values()];
}

/** Whether whatever the module is for has the option, too. */
function isOfSystem(option: readonly string[], platform: Place["platform"] = "nixos"): boolean {
  if (!reservedNames.has(option[0]!)) return false;
  const sources: readonly OptionSource[] = platform === "common" ? ["nixos", "darwin"] : [platform];
  return sources.every((source) => optionData(source).has(option));
}

/** Down to what is no set. */
function declaredIn(file: SourceFile): readonly (readonly string[])[] {
  const { tree } = file;
  const found: (readonly string[])[] = [];
  const visit = (set: Ref, before: readonly string[]): void => {
    for (const { path: names, value } of bindingsOf(tree, set)) {
      if (names.includes(undefined)) continue;
      const path = [...before, ...(names as string[])];
      if (path[0] !== "options") continue;
      const isSet = !tree.isToken(value) && tree.kind(value) === Node.AttrSet;
      if (isSet) visit(value, path);
      else if (path.length > 1) found.push(path.slice(1));
    }
  };
  for (const set of setsOf(tree, file.expression)) visit(set, []);
  return found;
}

/** Whether it is a set of modules of this flake, and not of one of its inputs: `self.nixosModules`, `config.flake.modules.nixos`. */
function isOwnSet(names: readonly string[]): boolean {
  if (names.at(-2) === "modules" && classes.has(names.at(-1)!)) return owners.has(names.at(-3) ?? "");
  const [owner, set] = [names.at(-2), names.at(-1)];
  return set !== undefined && setsOfModules.has(set) && (owner === undefined || owners.has(owner));
}

const setsOfModules: ReadonlySet<string> = new Set([
  "nixosModules",
  "darwinModules",
  "homeModules",
  "homeManagerModules",
]);
const classes: ReadonlySet<string> = new Set(["nixos", "darwin", "homeManager"]);
const owners: ReadonlySet<string> = new Set(["self", "outputs", "flake"]);

function namesIn(file: SourceFile, ref: Ref): readonly string[] {
  return file
    .text(ref)
    .replaceAll(/[()\s"]/gu, "")
    .split(".");
}

function isInside({ tree }: SourceFile, ref: Ref, outer: Ref): boolean {
  return tree.start(outer) <= tree.start(ref) && tree.end(ref) <= tree.end(outer);
}

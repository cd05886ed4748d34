/**
 * The places of parts where every file of a folder is a module of the flake itself, as import-tree reads it: a file that says
 * `flake.modules.nixos.NAME` or `perSystem.packages.NAME` takes part by being there.
 */

import path from "node:path";
import { Node, Token, view } from "@nivose/nix/syntax";
import { importGraph } from "../../../check/source/imports.ts";
import type { Repository } from "../../../check/source/repository.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { lastName } from "../../../schema/definitions.ts";
import { namesBelow } from "../../edit/attributes.ts";
import type { PartKind, Place } from "../../layout.ts";
import { renamedText } from "../renaming.ts";
import { saidHosts } from "../hosts.ts";

/** Where those are that are there, and where the first one of a kind would be. */
export interface FlakeModulePlaces {
  readonly found: Places;
  readonly first: Places;
}

type Places = Readonly<Partial<Record<PartKind, readonly Place[]>>>;

/** Nothing of both if there is no such folder. */
export function flakeModulePlaces(repository: Repository): FlakeModulePlaces {
  const root = folderOfModules(repository);
  if (root === undefined) return { found: {}, first: {} };
  const files = importGraph(repository)
    .within(root)
    .filter((name) => !name.includes("/_"))
    .flatMap((name) => repository.files.get(name) ?? []);
  const hosts = new Set(saidHosts(repository).map(({ name }) => name));
  const tree: Tree = { root, files, hosts };
  const modules = classes.flatMap(([platform, ...sets]) => moduleIn(tree, platform, sets));
  // a role and a profile are modules that have others in them
  const ofHosts = modules.filter(({ platform }) => platform === "nixos");
  const found: Partial<Record<PartKind, readonly Place[]>> = {};
  if (modules.length > 0) found.module = modules;
  if (ofHosts.length > 0) found.profile = found.role = ofHosts;
  const packages = packagesByName(tree);
  if (packages !== undefined) found.package = [packages];
  const first: Partial<Record<PartKind, readonly Place[]>> = {
    template: [template(tree)],
    module: [firstModule(tree)],
  };
  for (const [kind, folder, set, around] of outputs) {
    const path = usualPath(tree, set);
    if (path !== undefined) found[kind] ??= [{ path, around, wiring: [readBy] }];
    first[kind] = [{ path: `${root}/${folder}/{name}.nix`, around, wiring: [readBy] }];
  }
  return { found, first };
}

interface Tree {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly hosts: ReadonlySet<string>;
}

/** In den, a module of each class of systems is one attribute of an aspect. */
const ASPECTS: readonly string[] = ["den", "aspects"];

const classes: readonly (readonly [NonNullable<Place["platform"]>, ...(readonly (readonly string[])[])])[] = [
  ["nixos", ["flake", "modules", "nixos"], ["flake", "nixosModules"], ASPECTS],
  ["darwin", ["flake", "modules", "darwin"], ["flake", "darwinModules"]],
  ["home", ["flake", "modules", "homeManager"], ["flake", "homeModules"], ["flake", "homeManagerModules"]],
];

function moduleIn(tree: Tree, platform: NonNullable<Place["platform"]>, sets: readonly (readonly string[])[]): Place[] {
  const said = (set: readonly string[]): boolean => tree.files.some((file) => namesBelow(file, set).length > 0);
  const set = sets.find(said) ?? sets.map((each) => ["config", ...each]).find(said);
  if (set === undefined) return [];
  const around = `{ ${set.join(".")}.{name}${set === ASPECTS ? `.${platform}` : ""} = {text}; }`;
  return [{ platform, path: usualPath(tree, set) ?? `${tree.root}/{name}.nix`, around, wiring: [readBy] }];
}

/** What flake-parts has for modules, without anything else. */
function firstModule({ root }: Tree): Place {
  const around = "{ flake.nixosModules.{name} = {text}; }";
  return { platform: "nixos", path: `${root}/{name}.nix`, around, wiring: [readBy] };
}

const outputs: readonly (readonly [PartKind, folder: string, set: readonly string[], around: string])[] = [
  ["overlay", "overlays", ["flake", "overlays"], "{ flake.overlays.{name} = {text}; }"],
  ["package", "packages", ["perSystem", "packages"], aroundOfSystem("packages")],
  ["shell", "shells", ["perSystem", "devShells"], aroundOfSystem("devShells")],
];

function aroundOfSystem(output: string): string {
  return `{ perSystem = { pkgs, ... }: { ${output}.{name} = pkgs.callPackage ({text}) { }; }; }`;
}

/** Where most of those are that have a file of their own. */
function usualPath({ files, hosts }: Tree, set: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const file of files) {
    const names = new Set(namesBelow(file, set));
    for (const { pattern, name } of patternsOf(file.name))
      if (names.has(name) && !hosts.has(name) && !ofSomebody.test(pattern))
        counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([one, many], [other, more]) => more - many || one.length - other.length);
  return most?.[0];
}

const readBy: Place["wiring"][number] = { kind: "by-folder", file: "flake.nix" };

/** Where each folder is a machine, or a person. */
const ofSomebody = /(?:^|\/)(?:users|hosts|homes|machines|systems)\/\{name\}/u;

/** `a/part.nix`, `a/part/default.nix` and `a/part/part.nix`, whose folder may say more than the name. */
function patternsOf(file: string): readonly { readonly pattern: string; readonly name: string }[] {
  const folder = path.posix.dirname(file);
  const base = path.posix.basename(file);
  if (base === "default.nix")
    return [{ pattern: `${path.posix.dirname(folder)}/{name}/default.nix`, name: path.posix.basename(folder) }];
  const name = base.replace(/\.nix$/u, "");
  const own = renamedText(path.posix.basename(folder), [{ from: name, to: "{name}" }]);
  const within = own.includes("{name}") ? `${path.posix.dirname(folder)}/${own}` : folder;
  return [{ pattern: `${within}/{name}.nix`, name }];
}

/** `perSystem.pkgsDirectory`: a folder of packages, each in its own. */
function packagesByName({ files }: Tree): Place | undefined {
  for (const file of files) {
    if (!file.mentions("pkgsDirectory")) continue;
    const found = /\bpkgsDirectory\s*=\s*(\.{1,2}\/[\w./+-]+);/u.exec(Buffer.from(file.bytes).toString())?.[1];
    if (found === undefined) continue;
    const folder = path.posix.join(path.posix.dirname(file.name), found);
    return { path: `${folder}/{name}/package.nix`, wiring: [readBy] };
  }
  return undefined;
}

/** A template is a folder, which cannot lie among the modules. */
function template({ root }: Tree): Place {
  const own = `${root}/templates/{name}.nix`;
  const folder = path.posix.relative(path.posix.dirname(own), "templates/{name}");
  const text = `{ flake.templates.{name} = { path = ${folder}; description = {quoted}; }; }\n`;
  return { path: "templates/{name}/flake.nix", wiring: [{ kind: "whole", file: own, text }] };
}

/** The folder that import-tree is called with, where the flake begins, or in one of its modules. */
export function folderOfModules(repository: Repository): string | undefined {
  const graph = importGraph(repository);
  // a system may read folders in the same way
  const isOfFlake = (folder: string): boolean =>
    graph
      .within(folder)
      .flatMap((name) => repository.files.get(name) ?? [])
      .some((file) => outsides.some((way) => namesBelow(file, way).length > 0));
  const read = [...repository.files.values()].flatMap((file) =>
    foldersIn(file).map((folder) => ({ folder, isAtTop: !file.name.includes("/") })),
  );
  const there = read.filter(({ folder }) => graph.within(folder).length > 0);
  return (there.find(({ isAtTop }) => isAtTop) ?? there.find(({ folder }) => isOfFlake(folder)))?.folder;
}

/** What only a module of the flake says. */
const outsides: readonly (readonly string[])[] = [["flake"], ["config", "flake"], ["perSystem"]];

function foldersIn(file: SourceFile): readonly string[] {
  if (!file.mentions("import-tree")) return [];
  return file.nodes(Node.Apply).flatMap((ref) => {
    const node = view(file.tree, ref);
    if (node.kind !== "apply" || lastName(file.tree, node.function) !== "import-tree") return [];
    const [argument] = node.arguments;
    if (argument === undefined || !file.tree.isToken(argument) || file.tree.kind(argument) !== Token.Path) return [];
    return [path.posix.join(path.posix.dirname(file.name), file.text(argument)).replace(/\/$/u, "")];
  });
}

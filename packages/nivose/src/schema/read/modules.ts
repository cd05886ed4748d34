/** Which modules a release has, which of them are part of every system or home, and what each of them declares. */

import { modulesText, ownersOf } from "../data/owners.ts";
import type { OptionSet } from "../data/option-set.ts";
import type { AskNix, Source } from "./sources.ts";

/** Where the modules are, and the list of them that everybody has; what is written below `lib` is that of nixpkgs. */
const places: Readonly<Record<Source, { readonly folder: string; readonly list: string; readonly all?: true }>> = {
  nixos: { folder: "nixos/modules", list: `import (root + "/module-list.nix")`, all: true },
  "home-manager": {
    folder: "modules",
    list: `import (root + "/modules.nix") {
      lib = import (root + "/lib/stdlib-extended.nix") lib;
      pkgs = import nixpkgs { system = "x86_64-linux"; config = { }; overlays = [ ]; };
    }`,
  },
  "nix-darwin": { folder: "modules", list: `import (root + "/module-list.nix")` },
};

interface Listing {
  readonly modules: readonly string[];
  readonly base: readonly string[];
  readonly imports: Readonly<Record<string, readonly string[]>>;
}

/** The text of a file that lists them, by their places below the folder of modules. */
export async function readModules(
  source: Source,
  given: { readonly nixpkgs: string; readonly folder: string },
  options: OptionSet,
  ask: AskNix,
): Promise<string> {
  const { folder, list, all } = places[source];
  const root = `(${given.folder} + "/${folder}")`;
  const known = `{ root = ${root}; nixpkgs = ${given.nixpkgs}; all = ${all === true}; list = root: nixpkgs: lib: ${list}; }`;
  const { modules, base, imports } = (await ask(known, listing)) as Listing;
  const owners = [...ownersOf(options)].filter(([file]) => file.startsWith(`${folder}/`));
  return modulesText(
    modules.filter((file) => file.endsWith(".nix") && !/(?:^|\/)tests?(?:\/|\.nix$)/u.test(file)),
    base,
    new Map(owners.map(([file, paths]) => [file.slice(folder.length + 1), paths])),
    imports,
  );
}

/** A module tells what it imports without anything of a configuration, or it is not known. */
const listing = `{ attempt, ... }: { root, nixpkgs, all, list }:
let
  inherit (builtins) attrNames concatMap filter functionArgs genericClosure isFunction isPath isString listToAttrs mapAttrs pathExists readDir stringLength substring;
  lib = import (nixpkgs + "/lib");
  or' = default: value: let tried = attempt value; in if tried.success then tried.value else default;
  below = folder: prefix:
    concatMap (name:
      if (readDir folder).\${name} == "directory"
      then below (folder + "/\${name}") "\${prefix}\${name}/"
      else [ (prefix + name) ]
    ) (attrNames (readDir folder));
  start = "\${toString root}/";
  isInside = file: (isPath file || isString file) && substring 0 (stringLength start) (toString file) == start;
  placed = file: substring (stringLength start) (-1) (toString file);
  opened = file:
    let content = import file; in
    if isFunction content
    then content (mapAttrs (name: _: throw name) (functionArgs content) // { inherit lib; modulesPath = toString root; })
    else content;
  importsOf = file: filter isInside (or' [ ] (let found = (opened file).imports or [ ]; in builtins.seq (builtins.length found) found));
  node = file: { key = placed file; inherit file; };
  base = filter isInside (or' [ ] (list root nixpkgs lib));
  found = genericClosure { startSet = map node base; operator = { file, ... }: map node (importsOf file); };
  importing = filter ({ value, ... }: value != [ ])
    (map ({ key, file }: { name = key; value = map placed (importsOf file); }) found);
in {
  modules = if all && pathExists root then below root "" else [ ];
  base = map placed base;
  imports = listToAttrs importing;
}`;

# Every module, profile, role and container is told of in the README of its folder.
{ lib, fleet }:
let
  told =
    folder: file:
    lib.hasInfix "`${lib.removeSuffix ".nix" file}`" (builtins.readFile (folder + "/README.md"));
  partsOf =
    folder:
    lib.filter (file: file != "default.nix" && file != "README.md") (lib.attrNames (builtins.readDir folder));
  documented =
    name: folder:
    lib.listToAttrs (
      map (file: {
        name = "${name}/README.md tells of ${file}";
        value = told folder file;
      }) (partsOf folder)
    );
  foldersOf = folder: lib.filterAttrs (_: type: type == "directory") (builtins.readDir folder);
  documentedFolders =
    name: folder:
    lib.mapAttrs' (part: _: {
      name = "${name}/README.md tells of ${part}";
      value = told folder part;
    }) (foldersOf folder);
in
documented "modules/nixos" ../modules/nixos
# @if darwin@
// documented "modules/darwin" ../modules/darwin
# @end@
// documented "modules/home" ../modules/home
// documented "containers" ../containers
// documentedFolders "profiles" ../profiles
// documentedFolders "roles" ../roles
// lib.mapAttrs' (name: _: {
  name = "docs/hosts/README.md leads to ${name}";
  value = lib.hasInfix "(${name}.md)" (builtins.readFile ../docs/hosts/README.md);
}) fleet.hosts

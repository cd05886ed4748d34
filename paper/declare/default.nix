# A module that declares the options of a folder of data. Nothing in it is made before it is asked for: a set of options is
# an attribute set of the names in an index, and a file is read when somebody asks for an option in it.
{
  # The folder; `index.json` in it has the names.
  data,
  # Whose secret the defaults are that are not known.
  project ? "nixpkgs",
  # Options of one's own instead of those of the data, by their dotted names. Each is a function of what the data declare.
  overrides ? { },
  # Paths of options, and of sets of them, that are left out: texts with dots, or lists of names.
  left ? [ ],
}:
{
  config,
  lib,
  options,
  pkgs,
  ...
}:
let
  declare = import ./option.nix { inherit lib project overrides; };

  folder =
    directory: path:
    let
      index = builtins.fromJSON (builtins.readFile (directory + "/index.json"));
    in
    builtins.mapAttrs (name: _: file directory path name) index.files
    // builtins.mapAttrs (name: _: folder (directory + "/${name}") (path ++ [ name ])) index.folders;

  file =
    directory: path: name:
    let
      content = builtins.fromJSON (builtins.readFile (directory + "/${name}.json"));
    in
    declare {
      inherit (content) declared;
      path = path ++ [ name ];
      within = [ ];
      names = [ ];
      again = { };
      # The configuration that the options are in, and then those around it.
      scopes = [ { inherit config options; } ];
      expressions = import (directory + "/${name}.nix") {
        inherit
          config
          lib
          options
          pkgs
          ;
      };
    } content.options;

  without =
    tree: given:
    let
      path = if builtins.isList given then given else lib.strings.splitString "." given;
    in
    withoutPath path tree;
  withoutPath =
    path: tree:
    let
      name = builtins.head path;
    in
    if builtins.length path == 1 then
      removeAttrs tree [ name ]
    else if tree ? ${name} then
      tree // { ${name} = withoutPath (builtins.tail path) tree.${name}; }
    else
      tree;
in
{
  imports = [ ./notices.nix ];
  options = builtins.foldl' without (folder data [ ]) left;
}

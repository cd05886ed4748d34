# The options of NixOS as data list them, without those of files that are disabled and without those that modules here
# declare themselves, because data cannot carry their types.
{ lib, left }:
let
  owners = builtins.fromJSON (builtins.readFile ../data/modules.json);

  # Options with dots in their names are lists of names in the data, the others text.
  pathOf = option: if builtins.isList option then option else lib.splitString "." option;

  without =
    path: tree:
    let
      name = builtins.head path;
    in
    if builtins.length path == 1 then
      removeAttrs tree [ name ]
    else if tree ? ${name} then
      tree // { ${name} = without (builtins.tail path) tree.${name}; }
    else
      tree;

  own = import ./own-options.nix;
  missing = lib.concatMap (file: owners.${file} or [ ]) left;

  declared =
    arguments:
    import ../declare {
      data = ../data/options;
      overrides = import ./overrides.nix arguments;
    } arguments;
in
# The declaration is called with the arguments of modules, and asks for these.
{
  config,
  options,
  pkgs,
  ...
}@arguments:
{
  _file = toString ./declarations.nix;
  imports = [ ../declare/notices.nix ];
  options =
    builtins.foldl' (tree: option: without (pathOf option) tree) (declared arguments).options
      (own ++ missing);
}

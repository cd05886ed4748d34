# All packages of a tree of sets in one set, whose names are the paths. A subtree counts if it says
# `recurseForDerivations = true`, as in nixpkgs.
tree:
let
  below =
    path: set: builtins.concatMap (name: at (path ++ [ name ]) set.${name}) (builtins.attrNames set);

  at =
    path: value:
    if !builtins.isAttrs value then
      [ ]
    else if value ? type && value.type == "derivation" then
      [ { ${builtins.concatStringsSep "/" path} = value; } ]
    else if value.recurseForDerivations or false == true then
      below path value
    else
      [ ];
in
# Where two have the same path, because a name has a slash in it, the last one counts.
builtins.zipAttrsWith (_: values: builtins.elemAt values (builtins.length values - 1)) (
  below [ ] tree
)

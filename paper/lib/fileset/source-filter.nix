# A set of files as a filter of `builtins.path`.
{ lib }:
let
  inherit (builtins)
    all
    attrValues
    elemAt
    isAttrs
    isString
    length
    mapAttrs
    stringLength
    substring
    ;
  trees = import ./trees.nix { inherit lib; };

  # The whole tree is read once, so that folders in which nothing is left are not copied.
  complete =
    folder: tree:
    let
      below = mapAttrs (name: complete (folder + "/${name}")) (trees.entries folder tree);
      values = attrValues below;
    in
    if tree != "directory" && !(isAttrs tree) then
      tree
    else if all (value: value == null) values then
      null
    else if all isString values then
      "directory"
    else
      below;

  # names are every other part, between the separators
  isIn =
    parts: index: tree:
    if isAttrs tree && index < length parts then
      isIn parts (index + 2) tree.${elemAt parts index}
    else
      tree != null;
in
set:
let
  tree = complete set._internalBase set._internalTree;
  base = "/" + lib.concatMapStrings (name: name + "/") set._internalBaseComponents;
  start = stringLength base;

  filter =
    path: type:
    let
      asFolder = path + "/";
      leadsToBase = substring 0 (stringLength asFolder) base == asFolder;
      isBelow =
        substring 0 start asFolder == base && isIn (builtins.split "/" (substring start (-1) path)) 0 tree;
    in
    (leadsToBase || isBelow)
    && (
      type != "unknown"
      || throw ''
        lib.fileset.toSource: `fileset` contains a file that cannot be added to the store: ${path}
            This file is neither a regular file nor a symlink, the only file types supported by the Nix store.
            Therefore the file set cannot be added to the Nix store as is. Make sure to not include that file to avoid this error.''
    );
in
if set._internalIsEmptyWithoutBase || tree == null then _: _: false else filter

# Prints a set of files as a list, in which folders that are in it as a whole are not taken apart.
{ lib }:
let
  inherit (builtins)
    all
    isAttrs
    isString
    mapAttrs
    ;
  trees = import ./trees.nix { inherit lib; };

  # Folders without files are in every set and in none: `"emptyDir"`.
  simplified =
    folder: tree:
    let
      below = mapAttrs (name: simplified (folder + "/${name}")) (trees.entries folder tree);
      values = builtins.attrValues below;
      isEmpty = value: value == "emptyDir";
    in
    if tree != "directory" && !(isAttrs tree) then
      tree
    else if all isEmpty values then
      "emptyDir"
    else if tree == "directory" || all isString values then
      "directory"
    else if all (value: value == null || isEmpty value) values then
      null
    else
      below;

  isNothing = tree: tree == null || tree == "emptyDir";

  note =
    tree:
    if isAttrs tree then
      ""
    else if tree == "directory" then
      " (all files in directory)"
    else
      " (${tree})";

  linesOf =
    indent: tree:
    lib.optionals (isAttrs tree) (
      lib.concatMap (
        name:
        let
          below = tree.${name};
        in
        lib.optionals (!isNothing below) (
          [ "${indent}- ${name}${note below}" ] ++ linesOf "${indent}  " below
        )
      ) (builtins.attrNames tree)
    );

  print = builtins.foldl' (_: line: builtins.trace line null) null;
in
set:
let
  tree = simplified set._internalBase set._internalTree;
in
print (
  if set._internalIsEmptyWithoutBase || isNothing tree then
    [ "(empty)" ]
  else
    [ "${toString set._internalBase}${note tree}" ] ++ linesOf "" tree
)

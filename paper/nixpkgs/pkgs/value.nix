# What the data says a name is, as a value:
#
# - a number: a package, whose outputs and attributes are those of the shape with that number
# - "function", "removed", "lib", "pkgs", "platform" or "unknown"
# - { set }: a set of packages that has a file of its own; { members }: one that is written out here
# - { value }: a plain value; { renamed }: what has another name now
{
  lib,
  pkgs,
  package,
  ...
}@context:
let
  inherit (builtins)
    elemAt
    isInt
    mapAttrs
    ;
  unknown = import ../declare/unknown.nix;
  functions = import ./functions/by-name.nix context;
  setOf = import ./sets.nix context;

  # Most shapes are never asked for, so that each is a text: `out dev|tests version`.
  shapeOf =
    shape:
    let
      parts = builtins.match "([^|]*)[|](.*)" shape;
    in
    {
      outputs = wordsOf (elemAt parts 0);
      attributes = wordsOf (elemAt parts 1);
    };
  wordsOf = text: if text == "" then [ ] else lib.splitString " " text;

  value =
    shapes: path: entry:
    let
      label = builtins.concatStringsSep "." path;
    in
    if isInt entry then
      package (shapeOf (elemAt shapes entry) // { inherit path; })
    else if entry == "function" then
      functions label (lib.last path)
    else if entry == "removed" then
      throw "'${label}' has been removed from nixpkgs, or has another name there"
    else if entry == "pkgs" then
      pkgs
    else if entry == "lib" then
      lib
    else if entry == "platform" then
      pkgs.stdenv.hostPlatform
    else if entry == "unknown" then
      unknown label
    else if entry ? renamed then
      throw "'${label}' has been renamed to/replaced by '${entry.renamed}'"
    else if entry ? set then
      setOf value path entry.set
    else if entry ? members then
      mapAttrs (name: value shapes (path ++ [ name ])) entry.members
    else
      entry.value;
in
value

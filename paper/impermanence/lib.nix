# Paths as impermanence puts them together. A slash at the start stays, all others are only what separates names.
{ lib }:
let
  splitPath =
    paths:
    lib.filter (part: builtins.isString part && part != "") (lib.concatMap (builtins.split "/") paths);
  dirListToPath = lib.concatStringsSep "/";
  rootOf = path: lib.optionalString (lib.hasPrefix "/" path) "/";
  concatPaths = paths: rootOf (lib.head paths) + dirListToPath (splitPath paths);
in
{
  inherit splitPath dirListToPath concatPaths;

  # every folder above a path, the outermost first
  parentsOf =
    path:
    let
      parts = splitPath [ path ];
    in
    lib.genList (count: rootOf path + dirListToPath (lib.take (count + 1) parts)) (
      let
        parents = lib.length parts - 1;
      in
      if parents > 0 then parents else 0
    );

  # what has been in the list before, as often as it comes again
  duplicates =
    list:
    (lib.foldl'
      (found: item: {
        before = found.before ++ [ item ];
        again = found.again ++ lib.optional (lib.elem item found.before) item;
      })
      {
        before = [ ];
        again = [ ];
      }
      list
    ).again;
}

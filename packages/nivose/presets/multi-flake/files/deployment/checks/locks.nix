# Every flake has a lock file of its own, and all of them the same nixpkgs: what one of them tested is what the others use.
{ graph, lib }:
let
  fileOf = flake: ../.. + "/${flake}/flake.lock";
  flakes = builtins.attrNames graph.planned;
  missing = builtins.filter (flake: !builtins.pathExists (fileOf flake)) flakes;

  revisionOf =
    flake:
    let
      lock = lib.importJSON (fileOf flake);
    in
    lock.nodes.${lock.nodes.root.inputs.nixpkgs}.locked.rev or "no revision";

  revisions = lib.groupBy revisionOf (lib.subtractLists missing flakes);
in
map (flake: "${flake} has no flake.lock; git does not know it, or nix flake lock ./${flake} was never run") missing
++ lib.optionals (builtins.length (builtins.attrNames revisions) > 1) (
  lib.mapAttrsToList (revision: names: "${toString names} have nixpkgs ${revision}") revisions
)

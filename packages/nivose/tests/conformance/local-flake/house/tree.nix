# what a flake sees of its inputs, all the way down
{ self }:
let
  see = depth: flake: {
    name = flake.name or "no flake";
    kind = flake._type or "";
    outPath = flake.outPath;
    info = removeAttrs (flake.sourceInfo or flake) [ "outPath" ];
    inputs = if depth == 0 then { } else builtins.mapAttrs (_: see (depth - 1)) (flake.inputs or { });
  };
in
see 4 self

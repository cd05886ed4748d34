# Calls `cases` with the flakes that it asks for by name. A flake gets the others that it asks for in the same way.
{ flakes, cases }:
let
  flake =
    name: _:
    let
      outPath = flakes + "/${name}";
      inherit (import (outPath + "/flake.nix")) outputs;
      inputs = builtins.mapAttrs flake (removeAttrs (builtins.functionArgs outputs) [ "self" ]);
      self = outputs (inputs // { inherit self; }) // {
        inherit inputs outPath;
        _type = "flake";
      };
    in
    if name == "lib" then (flake "nixpkgs-lib" null).lib else self;
in
cases (builtins.mapAttrs flake (builtins.functionArgs cases))

# Calls `cases` with the flakes that it asks for by name. A flake gets the others that it asks for in the same way.
{ flakes, cases }:
let
  flake =
    name: _:
    let
      outPath = flakes + "/${name}";
      inherit (import (outPath + "/flake.nix")) outputs;
      inputs = builtins.mapAttrs flake (removeAttrs (builtins.functionArgs outputs) [ "self" ]);
      made = outputs (inputs // { inherit self; });
      self = made // {
        inherit inputs outPath;
        outputs = made;
        _type = "flake";
      };
    in
    if name == "lib" then
      (flake "nixpkgs-lib" null).lib
    else if name == "utils" then
      flake "flake-utils" null
    else
      self;
in
cases (builtins.mapAttrs flake (builtins.functionArgs cases))

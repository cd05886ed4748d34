{ lib, flake-parts-lib, ... }:
let
  inherit (lib) types;
in
flake-parts-lib.mkTransposedPerSystemModule {
  name = "bundlers";
  file = ./bundlers.nix;
  option = lib.mkOption {
    type = types.lazyAttrsOf (types.functionTo types.package);
    default = { };
  };
}

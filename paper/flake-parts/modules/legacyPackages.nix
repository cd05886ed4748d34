{ lib, flake-parts-lib, ... }:
let
  inherit (lib) types;
in
flake-parts-lib.mkTransposedPerSystemModule {
  name = "legacyPackages";
  file = ./legacyPackages.nix;
  option = lib.mkOption {
    type = types.lazyAttrsOf types.raw;
    default = { };
  };
}

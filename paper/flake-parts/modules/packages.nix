{ lib, flake-parts-lib, ... }:
let
  inherit (lib) types;
in
flake-parts-lib.mkTransposedPerSystemModule {
  name = "packages";
  file = ./packages.nix;
  option = lib.mkOption {
    type = types.lazyAttrsOf types.package;
    default = { };
  };
}

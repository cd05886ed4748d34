{ lib, flake-parts-lib, ... }:
let
  inherit (lib) mkOption types;

  # A package stands for its main program. The type of nixpkgs takes paths of the store as packages, which here are programs.
  package = types.package // {
    check = lib.isDerivation;
  };

  app = types.submodule {
    options = {
      type = mkOption {
        type = types.enum [ "app" ];
        default = "app";
      };
      program = mkOption { type = types.coercedTo package lib.getExe types.str; };
      meta = mkOption {
        type = types.lazyAttrsOf types.raw;
        default = { };
      };
    };
  };
in
flake-parts-lib.mkTransposedPerSystemModule {
  name = "apps";
  file = ./apps.nix;
  option = mkOption {
    type = types.lazyAttrsOf app;
    default = { };
  };
}

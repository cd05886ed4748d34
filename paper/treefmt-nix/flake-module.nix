# A module of flake-parts: `perSystem.treefmt` is the configuration, and makes the formatter of the flake and a check.
{
  self,
  lib,
  flake-parts-lib,
  ...
}:
let
  inherit (lib) mkOption types;

  inFlake = pkgs: {
    options = {
      pkgs = mkOption { default = pkgs; };
      flakeFormatter = mkOption {
        type = types.bool;
        default = true;
      };
      flakeCheck = mkOption {
        type = types.bool;
        default = true;
      };
      projectRoot = mkOption {
        type = types.path;
        default = self;
      };
    };
    config.projectRootFile = lib.mkDefault "flake.nix";
  };
in
{
  options.perSystem = flake-parts-lib.mkPerSystemOption (
    { config, pkgs, ... }:
    let
      inherit (config) treefmt;
    in
    {
      options.treefmt = mkOption {
        type = (import ./.).submoduleWith lib { modules = [ (inFlake pkgs) ]; };
        default = { };
      };
      config = {
        checks = lib.mkIf treefmt.flakeCheck { treefmt = treefmt.build.check treefmt.projectRoot; };
        formatter = lib.mkIf treefmt.flakeFormatter (lib.mkDefault treefmt.build.wrapper);
      };
    }
  );
}

# `nixpkgs.pkgs` as it was made elsewhere; whoever configures it here is told so.
{ lib, config, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.nixpkgs;

  readOnly =
    name:
    mkOption {
      internal = true;
      type = types.unique { message = "nixpkgs.${name} is set to read-only"; } types.anything;
    };

  platform = mkOption {
    internal = true;
    readOnly = true;
  };
in
{
  disabledModules = [ ../nixpkgs.nix ];

  options.nixpkgs = {
    pkgs = mkOption { type = types.pkgs; };
    config = readOnly "config";
    overlays = readOnly "overlays";
    hostPlatform = platform;
    buildPlatform = platform;
  };

  config = {
    _module.args.pkgs = builtins.seq cfg.config (
      builtins.seq cfg.overlays (builtins.seq cfg.hostPlatform (builtins.seq cfg.buildPlatform cfg.pkgs))
    );
    nixpkgs = {
      inherit (cfg.pkgs) config overlays;
      inherit (cfg.pkgs.stdenv) hostPlatform buildPlatform;
    };
  };
}

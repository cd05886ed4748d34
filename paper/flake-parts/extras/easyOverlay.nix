# An overlay made of `perSystem.overlayAttrs`. Inside of the overlay, `perSystem` is evaluated again, with the package set
# that the overlay is applied to.
top@{
  lib,
  flake-parts-lib,
  getSystemIgnoreWarning,
  ...
}:
let
  inherit (lib) mkOption types;
in
{
  options.perSystem = flake-parts-lib.mkPerSystemOption (
    { extendModules, pkgs, ... }:
    {
      _file = ./easyOverlay.nix;
      options = {
        extendModules = mkOption {
          type = types.raw;
          default = extendModules;
          internal = true;
        };
        overlayAttrs = mkOption {
          type = types.lazyAttrsOf types.raw;
          default = { };
        };
      };
      config._module.args.final = lib.mkDefault (pkgs.extend top.config.flake.overlays.default);
    }
  );

  config.flake.overlays.default =
    final: prev:
    let
      system =
        prev.stdenv.hostPlatform.system or prev.system
          or (throw "Could not determine the `hostPlatform` of Nixpkgs. Is the overlay applied to something else?");
      again = (getSystemIgnoreWarning system).extendModules {
        modules = [
          {
            _file = "flake-parts#flakeModules.easyOverlay/overlay-overrides";
            _module.args.pkgs = lib.mkForce prev;
            _module.args.final = lib.mkForce final;
          }
        ];
      };
    in
    again.config.overlayAttrs;
}

# A nix-darwin system for each host of the kind `darwin` in fleet.nix, and a check that builds it.
{
  config,
  fleet,
  inputs,
  lib,
  ...
}:
let
  hosts = fleet.ofKind "darwin";

  systemOf =
    name: host:
    inputs.nix-darwin.lib.darwinSystem {
      specialArgs = { inherit inputs; };
      modules = [
        inputs.home-manager.darwinModules.home-manager
        config.flake.darwinModules.default
        { nixpkgs.overlays = [ config.flake.overlays.default ]; }
        (fleet.settingsOf name)
        (../infrastructure + "/${host.where}")
        (../infrastructure + "/${host.where}/${name}")
      ];
    };
in
{
  flake = {
    darwinConfigurations = lib.mapAttrs systemOf hosts;

    # For other flakes: the options of @namespace@, without any host of ours.
    darwinModules.default = ../shared/modules/platforms/darwin;
    homeModules.default = ../shared/modules/platforms/home-manager;
  };

  perSystem =
    { system, ... }:
    {
      checks = lib.mapAttrs' (name: _: {
        name = "darwin-${name}";
        value = config.flake.darwinConfigurations.${name}.system;
      }) (fleet.ofSystem system hosts);
    };
}

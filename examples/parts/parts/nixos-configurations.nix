# A NixOS system for each host of the kind `nixos` in fleet.nix, and a check that builds it.
{
  config,
  fleet,
  inputs,
  lib,
  ...
}:
let
  hosts = fleet.ofKind "nixos";

  systemOf =
    name: host:
    inputs.nixpkgs.lib.nixosSystem {
      specialArgs = { inherit inputs; };
      modules = [
        inputs.disko.nixosModules.disko
        inputs.home-manager.nixosModules.home-manager
        inputs.sops-nix.nixosModules.sops
        config.flake.nixosModules.default
        { nixpkgs.overlays = [ config.flake.overlays.default ]; }
        (fleet.settingsOf name)
        (../infrastructure + "/${host.where}")
        (../infrastructure + "/${host.where}/${name}")
      ];
    };
in
{
  flake = {
    nixosConfigurations = lib.mapAttrs systemOf hosts;

    # For other flakes: the options of mxmlabs, without any host of ours.
    nixosModules.default = ../shared/modules/platforms/nixos;
  };

  perSystem =
    { system, ... }:
    {
      checks = lib.mapAttrs' (name: _: {
        name = "nixos-${name}";
        value = config.flake.nixosConfigurations.${name}.config.system.build.toplevel;
      }) (fleet.ofSystem system hosts);
    };
}

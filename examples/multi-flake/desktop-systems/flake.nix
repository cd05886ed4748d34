{
  description = "Stations with a screen: one folder below hosts/ each";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
    shared-modules = {
      url = "path:../shared-modules";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    user-environments = {
      url = "path:../user-environments";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    services = {
      url = "path:../services";
      inputs = {
        nixpkgs.follows = "nixpkgs";
        shared-modules.follows = "shared-modules";
      };
    };
    secrets = {
      url = "path:../secrets";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    disko = {
      url = "github:nix-community/disko";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    inputs@{ self, nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;

      station =
        name:
        lib.nixosSystem {
          modules = [
            inputs.shared-modules.nixosModules.default
            inputs.user-environments.nixosModules.default
            inputs.services.nixosModules.default
            inputs.secrets.nixosModules.default
            inputs.disko.nixosModules.disko
            ./modules
            (./hosts + "/${name}")
          ];
        };

      folders = lib.filterAttrs (_: kind: kind == "directory") (builtins.readDir ./hosts);
      stations = lib.mapAttrs (name: _: station name) folders;

      systems = [
        "aarch64-darwin"
        "aarch64-linux"
        "x86_64-linux"
      ];
    in
    {
      nixosConfigurations = stations;

      # Every station is built where it can be, as `nixos-NAME`.
      checks = lib.foldlAttrs (
        checks: name:
        { config, pkgs, ... }:
        lib.recursiveUpdate checks {
          ${pkgs.stdenv.hostPlatform.system}."nixos-${name}" = config.system.build.toplevel;
        }
      ) { } self.nixosConfigurations;

      formatter = lib.genAttrs systems (system: nixpkgs.legacyPackages.${system}.nixfmt);
    };
}

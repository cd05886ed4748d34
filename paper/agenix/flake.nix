{
  description = "agenix on paper";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.05";
    darwin = {
      url = "github:lnl7/nix-darwin/master";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    home-manager = {
      url = "github:nix-community/home-manager";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    systems.url = "github:nix-systems/default";
  };

  outputs =
    {
      self,
      nixpkgs,
      systems,
      ...
    }:
    let
      package = system: import ./package { inherit system; } "agenix";
    in
    {
      nixosModules.age = ./modules/age.nix;
      nixosModules.default = self.nixosModules.age;

      darwinModules.age = ./modules/age.nix;
      darwinModules.default = self.darwinModules.age;

      homeManagerModules.age = ./modules/age-home.nix;
      homeManagerModules.default = self.homeManagerModules.age;

      overlays.default = import ./overlay.nix;

      packages = nixpkgs.lib.genAttrs (import systems) (system: {
        agenix = package system;
        doc = import ./package { inherit system; } "doc";
        default = self.packages.${system}.agenix;
      });
    };
}

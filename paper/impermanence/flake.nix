{
  description = "impermanence on paper";

  inputs = {
    nixpkgs.url = "github:nixos/nixpkgs/nixos-unstable";
    home-manager.url = "github:nix-community/home-manager";
    home-manager.inputs.nixpkgs.follows = "nixpkgs";
  };

  outputs =
    { self, nixpkgs, ... }:
    {
      lib = import ./lib.nix { inherit (nixpkgs) lib; };

      nixosModules.impermanence = import ./nixos.nix;
      nixosModules.default = self.nixosModules.impermanence;
      nixosModule = self.nixosModules.impermanence;

      # Fleets locked to an earlier time import this themselves; since then the module for NixOS does.
      homeManagerModules.impermanence = ./home-manager.nix;
      homeManagerModules.default = self.homeManagerModules.impermanence;
      nixosModules.home-manager.impermanence = self.homeManagerModules.impermanence;
    };
}

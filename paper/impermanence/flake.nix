{
  description = "impermanence on paper";

  inputs = {
    nixpkgs.url = "github:nixos/nixpkgs/nixos-unstable";
    home-manager.url = "github:nix-community/home-manager";
    home-manager.inputs.nixpkgs.follows = "nixpkgs";
  };

  outputs =
    { self, nixpkgs, ... }:
    let
      # Of what is not locked nobody knows the time, and it is the newest.
      locked = self.lastModified or 1;
      september2025 = 1756684800;
      modules = if locked > 1 && locked < september2025 then ./earlier else ./.;
    in
    {
      lib = import ./lib.nix { inherit (nixpkgs) lib; };

      nixosModules.impermanence = import (modules + "/nixos.nix");
      nixosModules.default = self.nixosModules.impermanence;
      nixosModule = self.nixosModules.impermanence;

      # Fleets locked to an earlier time import this themselves; since then the module for NixOS does.
      homeManagerModules.impermanence = modules + "/home-manager.nix";
      homeManagerModules.default = self.homeManagerModules.impermanence;
      nixosModules.home-manager.impermanence = self.homeManagerModules.impermanence;
    };
}

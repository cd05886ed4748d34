{
  description = "Home Manager on paper";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { self, nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;
      forAllSystems = lib.genAttrs lib.systems.flakeExposed;
    in
    {
      nixosModules.home-manager = import ./nixos;
      nixosModules.default = self.nixosModules.home-manager;
      nixosModule = self.nixosModules.default;

      darwinModules.home-manager = import ./nix-darwin;
      darwinModules.default = self.darwinModules.home-manager;
      darwinModule = self.darwinModules.default;

      flakeModules.home-manager = import ./flake-module.nix;
      flakeModules.default = self.flakeModules.home-manager;

      lib = {
        inherit (import ./modules/lib/stdlib-extended.nix lib) hm;
        homeManagerConfiguration = import ./standalone.nix;
      };

      packages = forAllSystems (
        system:
        let
          package = import ./package { inherit system; };
        in
        {
          home-manager = package "home-manager";
          docs-html = package "docs-html";
          docs-json = package "docs-json";
          docs-manpages = package "docs-manpages";
          default = self.packages.${system}.home-manager;
        }
      );
      defaultPackage = forAllSystems (system: self.packages.${system}.default);
      formatter = forAllSystems (system: import ./package { inherit system; } "format");
    };
}

{
  description = "disko on paper";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixpkgs-unstable";

  outputs =
    { self, nixpkgs, ... }:
    let
      systems = [
        "x86_64-linux"
        "i686-linux"
        "aarch64-linux"
        "riscv64-linux"
        "aarch64-darwin"
      ];
    in
    {
      nixosModules.disko = ./module.nix;
      nixosModules.default = self.nixosModules.disko;

      flakeModules.disko = ./flake-module.nix;
      flakeModules.default = self.flakeModules.disko;
      flakeModule = self.flakeModules.default;

      lib = import ./lib { inherit (nixpkgs) lib; };

      packages = nixpkgs.lib.genAttrs systems (
        system:
        let
          package = import ./package { inherit system; };
        in
        {
          disko = package "disko";
          disko-install = package "disko-install";
          disko-doc = package "disko-doc";
          create-release = package "create-release";
          default = self.packages.${system}.disko;
        }
      );
    };
}

{
  description = "terranix on paper";

  inputs = {
    nixpkgs.url = "github:nixos/nixpkgs";
    systems.url = "github:nix-systems/default";
    flake-parts = {
      url = "github:hercules-ci/flake-parts";
      inputs.nixpkgs-lib.follows = "nixpkgs";
    };
  };

  outputs =
    {
      self,
      nixpkgs,
      systems,
      ...
    }:
    {
      lib = import ./lib.nix { inherit nixpkgs; };
      flakeModule = {
        _file = ./flake-module.nix;
        imports = [ (import ./flake-module.nix { terranix = self; }) ];
      };
      packages = nixpkgs.lib.genAttrs (import systems) (system: rec {
        terranix = nixpkgs.legacyPackages.${system}.terranix;
        default = terranix;
        manPages = import ./declare/unknown.nix "the package manPages of terranix";
      });
    };
}

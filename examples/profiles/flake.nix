{
  description = "The machines of a household, and what they have in common";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
    nixpkgs-darwin.url = "github:NixOS/nixpkgs/nixpkgs-26.05-darwin";
    home-manager = {
      url = "github:nix-community/home-manager/release-26.05";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    nix-darwin = {
      url = "github:nix-darwin/nix-darwin/nix-darwin-26.05";
      inputs.nixpkgs.follows = "nixpkgs-darwin";
    };
    sops-nix = {
      url = "github:Mic92/sops-nix";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    disko = {
      url = "github:nix-community/disko";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    { self, nixpkgs, ... }@inputs:
    let
      inherit (nixpkgs) lib;
      fleet = import ./fleet.nix;
      build = import ./lib/build.nix { inherit inputs fleet; };

      # Where the tools of this repository run, and what its machines are.
      systems = [
        "aarch64-darwin"
        "x86_64-linux"
      ];
      forAllSystems = f: lib.genAttrs systems (system: f (build.pkgsFor system));
    in
    {
      inherit (build)
        nixosConfigurations
        darwinConfigurations
        ;

      # The modules by themselves, without this fleet: another flake can use them.
      nixosModules = {
        default = ./modules/nixos;
        profiles = ./profiles/nixos.nix;
        roles = ./roles/nixos.nix;
      };
      darwinModules = {
        default = ./modules/darwin;
        profiles = ./profiles/darwin.nix;
        roles = ./roles/darwin.nix;
      };
      homeModules = {
        default = ./modules/home;
        profiles = ./profiles/home.nix;
        roles = ./roles/home.nix;
      };

      overlays.default = import ./overlays;
      templates = import ./templates;

      packages = forAllSystems (pkgs: import ./packages { inherit pkgs fleet; });
      devShells = forAllSystems (pkgs: import ./shells { inherit pkgs; });
      formatter = forAllSystems (pkgs: pkgs.nixfmt);

      checks = forAllSystems (
        pkgs:
        build.checksOf pkgs.stdenv.hostPlatform.system
        // import ./tests {
          inherit
            self
            fleet
            pkgs
            inputs
            ;
        }
      );
    };
}

{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  inputs.home-manager.url = "github:nix-community/home-manager/release-24.11";
  inputs.home-manager.inputs.nixpkgs.follows = "nixpkgs";
  inputs.nix-darwin.url = "github:nix-darwin/nix-darwin/nix-darwin-24.11";
  inputs.nix-darwin.inputs.nixpkgs.follows = "nixpkgs";

  outputs =
    {
      nixpkgs,
      home-manager,
      nix-darwin,
      ...
    }:
    let
      files = builtins.attrNames (builtins.readDir ./mistakes);
      each = make: nixpkgs.lib.genAttrs files (name: make (./mistakes + "/${name}"));
    in
    {
      nixosConfigurations = each (
        file:
        nixpkgs.lib.nixosSystem {
          modules = [
            home-manager.nixosModules.home-manager
            ./base.nix
            file
          ];
        }
      );
      homeConfigurations = each (
        file:
        home-manager.lib.homeManagerConfiguration {
          pkgs = nixpkgs.legacyPackages.x86_64-linux;
          modules = [
            ./home.nix
            file
          ];
        }
      );
      darwinConfigurations = each (
        file:
        nix-darwin.lib.darwinSystem {
          modules = [
            ./darwin.nix
            file
          ];
        }
      );
    };
}

{
  description = "sops-nix on paper";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixpkgs-unstable";

  outputs =
    { self, nixpkgs, ... }:
    let
      systems = [
        "x86_64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
        "aarch64-linux"
      ];
      packages = import ./packages.nix;
    in
    {
      nixosModules = {
        sops = ./modules/sops;
        default = self.nixosModules.sops;
      };
      darwinModules = {
        sops = ./modules/nix-darwin;
        default = self.darwinModules.sops;
      };
      homeManagerModules = {
        sops = ./modules/home-manager/sops.nix;
        default = self.homeManagerModules.sops;
      };
      homeManagerModule = self.homeManagerModules.sops;

      overlays.default = final: _: packages final.stdenv.hostPlatform.system;
      packages = nixpkgs.lib.genAttrs systems packages;
    };
}

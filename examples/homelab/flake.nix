{
  description = "A home lab: personal machines on macOS and Linux, and a few servers";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
    nix-darwin = {
      url = "github:nix-darwin/nix-darwin/nix-darwin-26.05";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    home-manager = {
      url = "github:nix-community/home-manager/release-26.05";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    disko = {
      url = "github:nix-community/disko";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    sops-nix = {
      url = "github:Mic92/sops-nix";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    inputs@{ self, nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;
      repository = import ./lib { inherit inputs; };
      inherit (repository) fleet forEachSystem;

      ofKind = kind: lib.filterAttrs (_: host: host.kind == kind) fleet.hosts;
      build = kind: lib.mapAttrs (name: _: repository.mkSystem name) (ofKind kind);
    in
    {
      nixosConfigurations = build "nixos";
      darwinConfigurations = build "darwin";

      nixosModules.default = ./hosts/_modules/nixos;
      darwinModules.default = ./hosts/_modules/darwin;
      overlays = import ./overlays;

      packages = forEachSystem (pkgs: import ./pkgs pkgs // repository.images pkgs);
      devShells = forEachSystem (import ./shells);
      apps = forEachSystem (import ./lib/apps.nix);
      formatter = forEachSystem (pkgs: pkgs.nixfmt);
      checks = forEachSystem (pkgs: import ./tests { inherit pkgs repository self; });

      templates = import ./templates;

      # What scripts ask for: `nix eval --json .#lib.waves`.
      lib = {
        inherit (repository) ports waves;
        secretSchemas = lib.mapAttrs (_: host: host.config.homelab.secrets) (
          self.nixosConfigurations // self.darwinConfigurations
        );
      };
    };
}

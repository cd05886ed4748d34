{
  description = @description@;

  inputs = {
    @inputs@
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
      formatter = forEachSystem (pkgs: pkgs.@formatter@);
      checks = forEachSystem (pkgs: import ./tests { inherit pkgs repository self; });

      templates = import ./templates;

      # What scripts ask for: `nix eval --json .#lib.waves`.
      lib = {
        inherit (repository) ports waves;
        # @if secrets@
        secretSchemas = lib.mapAttrs (_: host: host.config.@namespace@.secrets) (
          self.nixosConfigurations // self.darwinConfigurations
        );
        # @end@
      };
    };
}

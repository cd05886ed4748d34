{
  description = @descriptionText@;

  inputs = {
    @inputs@
  };

  outputs =
    { self, nixpkgs, ... }@inputs:
    let
      inherit (nixpkgs) lib;
      fleet = import ./fleet.nix;
      build = import ./lib/build.nix { inherit inputs fleet; };

      # Where the tools of this repository run, and what its machines are.
      systems = [
        @systems@
      ];
      forAllSystems = f: lib.genAttrs systems (system: f (build.pkgsFor system));
    in
    {
      inherit (build)
        nixosConfigurations
        # @if darwin@
        darwinConfigurations
        # @end@
        # @if home@
        homeConfigurations
        # @end@
        ;

      # The modules by themselves, without this fleet: another flake can use them.
      nixosModules = {
        default = ./modules/nixos;
        profiles = ./profiles/nixos.nix;
        roles = ./roles/nixos.nix;
      };
      # @if darwin@
      darwinModules = {
        default = ./modules/darwin;
        profiles = ./profiles/darwin.nix;
        roles = ./roles/darwin.nix;
      };
      # @end@
      homeModules = {
        default = ./modules/home;
        profiles = ./profiles/home.nix;
        roles = ./roles/home.nix;
      };

      overlays.default = import ./overlays;
      templates = import ./templates;

      packages = forAllSystems (pkgs: import ./packages { inherit pkgs fleet; });
      devShells = forAllSystems (pkgs: import ./shells { inherit pkgs; });
      formatter = forAllSystems (pkgs: pkgs.@nixfmt@);

      checks = forAllSystems (
        pkgs:
        build.checksOf pkgs.stdenv.hostPlatform.system
        // import ./tests { inherit self fleet pkgs inputs; }
      );
    };
}

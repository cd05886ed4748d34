{
  description = "flake-parts on paper";

  inputs.nixpkgs-lib.url = "github:nix-community/nixpkgs.lib";

  outputs =
    inputs@{ self, nixpkgs-lib }:
    let
      core = {
        apps = ./modules/apps.nix;
        checks = ./modules/checks.nix;
        debug = ./modules/debug.nix;
        devShells = ./modules/devShells.nix;
        flake = ./modules/flake.nix;
        formatter = ./modules/formatter.nix;
        legacyPackages = ./modules/legacyPackages.nix;
        moduleWithSystem = ./modules/moduleWithSystem.nix;
        nixosConfigurations = ./modules/nixosConfigurations.nix;
        nixosModules = ./modules/nixosModules.nix;
        nixpkgs = ./modules/nixpkgs.nix;
        overlays = ./modules/overlays.nix;
        packages = ./modules/packages.nix;
        perSystem = ./modules/perSystem.nix;
        transposition = ./modules/transposition.nix;
        withSystem = ./modules/withSystem.nix;
      };
      extras = {
        bundlers = ./extras/bundlers.nix;
        easyOverlay = ./extras/easyOverlay.nix;
        flakeModules = ./extras/flakeModules.nix;
        modules = ./extras/modules.nix;
        partitions = ./extras/partitions.nix;
        touchup = ./extras/touchup.nix;
      };
      lib = import ./lib {
        inherit core extras;
        inherit (nixpkgs-lib) lib;
        lib-rev = nixpkgs-lib.rev or null;
      };
    in
    lib.mkFlake { inherit inputs; } {
      systems = [ ];
      flake = {
        inherit lib;
        flakeModules = core // extras;
      };
    };
}

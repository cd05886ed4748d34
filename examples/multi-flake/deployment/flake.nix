{
  description = "Deploys, backs up and looks after the stations, and checks that the flakes fit together";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
    desktop-systems = {
      url = "path:../desktop-systems";
      inputs = {
        nixpkgs.follows = "nixpkgs";
        services.follows = "services";
        user-environments.follows = "user-environments";
        secrets.follows = "secrets";
      };
    };
    minimal-systems = {
      url = "path:../minimal-systems";
      inputs = {
        nixpkgs.follows = "nixpkgs";
        services.follows = "services";
        user-environments.follows = "user-environments";
        secrets.follows = "secrets";
      };
    };
    user-environments = {
      url = "path:../user-environments";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    services = {
      url = "path:../services";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    secrets = {
      url = "path:../secrets";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    inputs@{ self, nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;

      stationFlakes = [
        "desktop-systems"
        "minimal-systems"
      ];

      stations = lib.filterAttrs (_: host: host.kind == "nixos") (import ./fleet.nix).hosts;

      # The stations in the order in which they are deployed, each with the flake that builds it.
      inventory = map (
        name:
        stations.${name}
        // {
          inherit name;
          flake = lib.findFirst (flake: inputs.${flake}.nixosConfigurations ? ${name}) "none" stationFlakes;
        }
      ) (import ./order.nix { inherit lib stations; });

      systems = [
        "aarch64-darwin"
        "aarch64-linux"
        "x86_64-linux"
      ];

      eachSystem = f: lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});

      programsFor =
        pkgs:
        import ./programs.nix {
          inherit lib pkgs inventory;
          # All flakes, as they are in this very revision.
          repository = builtins.dirOf self.outPath;
        };
    in
    {
      apps = eachSystem (
        pkgs:
        lib.mapAttrs (_: program: {
          type = "app";
          program = lib.getExe program;
          meta.description = program.meta.description;
        }) (programsFor pkgs)
      );

      checks = eachSystem (
        pkgs:
        import ./checks {
          inherit inputs lib pkgs;
          inherit (import ./fleet.nix) hosts;
        }
        // lib.mapAttrs' (name: lib.nameValuePair "program-${name}") (programsFor pkgs)
      );

      formatter = eachSystem (pkgs: pkgs.nixfmt);
    };
}

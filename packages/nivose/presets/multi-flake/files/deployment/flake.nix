{
  description = "Deploys, backs up and looks after the stations, and checks that the flakes fit together";

  inputs = {
    @deploymentInputs@
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
      inventory =
        map
          (
            name:
            stations.${name}
            // {
              inherit name;
              flake = lib.findFirst (flake: inputs.${flake}.nixosConfigurations ? ${name}) "none" stationFlakes;
            }
          )
          (import ./order.nix { inherit lib stations; });

      systems = [
        @systems@
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

      formatter = eachSystem (pkgs: pkgs.@formatter@);
    };
}

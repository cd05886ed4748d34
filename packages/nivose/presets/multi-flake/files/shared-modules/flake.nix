{
  description = "Modules for any station: what it is made of, and what it can be";

  inputs = {
    @sharedModulesInputs@
  };

  outputs =
    { self, nixpkgs }:
    let
      inherit (nixpkgs) lib;

      modules = {
        base-system = ./modules/base-system;
        networking = ./modules/networking;
        intel-base = ./modules/hardware/intel;
        power-management = ./modules/power-management;
        server = ./modules/server;
        development = ./modules/development;
        media = ./modules/media;
      };

      systems = [
        @systems@
      ];

      eachSystem = systems: f: lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in
    {
      # Importing a module switches nothing on: each has an `enable`.
      nixosModules = modules // {
        default.imports = builtins.attrValues modules;
      };

      checks = eachSystem [ "x86_64-linux" ] (
        pkgs:
        import ./checks.nix {
          inherit lib pkgs;
          module = self.nixosModules.default;
        }
      );

      formatter = eachSystem systems (pkgs: pkgs.@formatter@);
    };
}

{
  description = "Services that a station can offer, as modules";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
    shared-modules = {
      url = "path:../shared-modules";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    {
      self,
      nixpkgs,
      shared-modules,
    }:
    let
      inherit (nixpkgs) lib;

      # Services open ports for the house, which is the business of the networking module. Imported twice it counts once.
      withNetworking = module: {
        imports = [
          shared-modules.nixosModules.networking
          module
        ];
      };

      modules = lib.mapAttrs (_: withNetworking) {
        backup = ./modules/backup;
        databases = ./modules/databases;
        mcp-servers = ./modules/mcp;
        monitoring = ./modules/monitoring;
      };

      systems = [
        "aarch64-darwin"
        "aarch64-linux"
        "x86_64-linux"
      ];

      eachSystem = systems: f: lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in
    {
      # Importing a module switches nothing on: each has an `enable`.
      nixosModules = modules // {
        default.imports = builtins.attrValues modules;
      };

      # Each starts a virtual machine and tries the service.
      checks = eachSystem [ "x86_64-linux" ] (
        pkgs:
        lib.genAttrs [ "databases" "mcp-servers" "monitoring" ] (
          name:
          pkgs.testers.runNixOSTest (
            import (./tests + "/${name}.nix") { module = self.nixosModules.${name}; }
          )
        )
      );

      formatter = eachSystem systems (pkgs: pkgs.nixfmt);
    };
}

{
  description = "Packages of our own, and the overlay that adds them to nixpkgs";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
  };

  outputs =
    { self, nixpkgs }:
    let
      inherit (nixpkgs) lib;

      systems = [
        "aarch64-darwin"
        "aarch64-linux"
        "x86_64-linux"
      ];

      eachSystem = f: lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});

      # A folder below pkgs/ is a package of that name.
      packagesFrom =
        pkgs: lib.mapAttrs (name: _: pkgs.callPackage (./pkgs + "/${name}") { }) (builtins.readDir ./pkgs);
    in
    {
      packages = eachSystem (pkgs: packagesFrom pkgs // { default = (packagesFrom pkgs).my-app; });

      overlays = {
        custom = final: _prev: packagesFrom final;
        default = self.overlays.custom;
      };

      # Building a package runs its tests.
      checks = eachSystem packagesFrom;

      formatter = eachSystem (pkgs: pkgs.nixfmt);
    };
}

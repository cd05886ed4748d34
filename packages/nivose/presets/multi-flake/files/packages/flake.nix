{
  description = "Packages of our own, and the overlay that adds them to nixpkgs";

  inputs = {
    @packagesInputs@
  };

  outputs =
    { self, nixpkgs }:
    let
      inherit (nixpkgs) lib;

      systems = [
        @systems@
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

      formatter = eachSystem (pkgs: pkgs.@formatter@);
    };
}

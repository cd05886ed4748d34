{
  description = "Stations without a screen: one folder below hosts/ each";

  inputs = {
    @minimalSystemsInputs@
  };

  outputs =
    inputs@{ self, nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;

      station =
        name:
        lib.nixosSystem {
          modules = [
            inputs.shared-modules.nixosModules.default
            inputs.user-environments.nixosModules.default
            inputs.services.nixosModules.default
            # @if secrets@
            inputs.secrets.nixosModules.default
            # @end@
            # @if minimalDisko@
            inputs.disko.nixosModules.disko
            # @end@
            ./modules
            (./hosts + "/${name}")
          ];
        };

      folders = lib.filterAttrs (_: kind: kind == "directory") (builtins.readDir ./hosts);
      stations = lib.mapAttrs (name: _: station name) folders;

      systems = [
        @systems@
      ];
    in
    {
      nixosConfigurations = stations;

      # Every station is built where it can be, as `nixos-NAME`.
      checks = lib.foldlAttrs (
        checks: name: { config, pkgs, ... }:
        lib.recursiveUpdate checks {
          ${pkgs.stdenv.hostPlatform.system}."nixos-${name}" = config.system.build.toplevel;
        }
      ) { } self.nixosConfigurations;

      formatter = lib.genAttrs systems (system: nixpkgs.legacyPackages.${system}.@formatter@);
    };
}

# Tests, beside the checks that build every host. Claims are evaluated; the last one boots virtual machines.
{
  config,
  fleet,
  lib,
  ...
}:
let
  inherit (config.flake) darwinConfigurations nixosConfigurations;
in
{
  perSystem =
    { pkgs, config, ... }:
    {
      checks = {
        inventory = fleet.claims pkgs "inventory" (import ./inventory.nix { inherit fleet lib; });

        nixos-policy = fleet.claims pkgs "nixos-policy" (
          import ./nixos-policy.nix { inherit lib nixosConfigurations; }
        );

        role-names = fleet.claims pkgs "role-names" (
          import ./role-names.nix {
            inherit lib;
            systems = nixosConfigurations // darwinConfigurations;
          }
        );

        cloud = fleet.claims pkgs "cloud" (
          import ./cloud.nix {
            inherit fleet lib nixosConfigurations;
            terraform = config.terranix.terranixConfigurations.hetzner.result.terraformConfiguration.config;
          }
        );
      }
      // lib.optionalAttrs pkgs.stdenv.hostPlatform.isLinux {
        server-role = pkgs.testers.runNixOSTest ./server-role.nix;
      };
    };
}

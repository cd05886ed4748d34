{
  description = @description@;

  inputs = {
    @inputs@
  };

  outputs =
    inputs:
    inputs.flake-parts.lib.mkFlake { inherit inputs; } (
      { lib, ... }:
      {
        # What packages, shells and checks are made for. The system of every host has to be among them.
        systems = [
          @systems@
        ];

        imports = [
          ./parts/nixos-configurations.nix
          ./parts/darwin-configurations.nix
          ./parts/dev-shells.nix
          ./parts/packages.nix
          # @if deploy@
          ./parts/deploy.nix
          # @end@
          ./parts/terraform.nix
          ./tests
        ];

        # The inventory, with the functions that read it, for every part.
        _module.args.fleet = import ./shared/lib {
          inherit lib;
          inventory = import ./fleet.nix;
        };
      }
    );
}

# A home with the packages of its system.
{ config, ... }:
{
  config.assertions = [
    {
      assertion = config.nixpkgs.config == null || config.nixpkgs.overlays == null;
      message = ''
        `nixpkgs` options are disabled when `home-manager.useGlobalPkgs` is enabled.
      '';
    }
  ];
}

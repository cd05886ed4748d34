{
  config,
  lib,
  options,
  pkgs,
}:
{
  "buildPlatform" = config.nixpkgs.hostPlatform;
  "flake.setFlakeRegistry" = config.nix.enable && config.nixpkgs.flake.source != null;
}

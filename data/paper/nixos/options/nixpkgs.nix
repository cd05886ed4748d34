{
  config,
  lib,
  options,
  pkgs,
}:
{
  "buildPlatform" = config.nixpkgs.hostPlatform;
}

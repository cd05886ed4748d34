{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gamescope;
}

{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.power-profiles-daemon;
}

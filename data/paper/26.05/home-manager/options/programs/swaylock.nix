{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swaylock;
}

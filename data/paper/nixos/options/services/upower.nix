{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.upower;
}

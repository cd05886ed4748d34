{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprlock;
}

{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprland;
}

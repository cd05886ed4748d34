{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprland;
  "portalPackage" = pkgs.xdg-desktop-portal-hyprland;
}

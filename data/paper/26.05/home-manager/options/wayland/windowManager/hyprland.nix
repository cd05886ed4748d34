{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configType" = if lib.versionAtLeast config.home.stateVersion "26.05" then "lua" else "hyprlang";
  "package" = pkgs.hyprland;
  "portalPackage" = pkgs.xdg-desktop-portal-hyprland;
}

{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alacritty;
  "themePackage" = pkgs.alacritty-theme;
}

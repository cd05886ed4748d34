{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprpaper;
}
